import { LESSON_STATES } from '@siyu/shared/contracts/content.limits';
import type { PathRow } from '@siyu/shared/contracts/paths';
import { pathsRoutes } from '@siyu/shared/contracts/paths.routes';
import { lessonStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../api/call.ts';
import { pathsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { CreatePath } from './create-path.tsx';
import { pathColumns } from './path-columns.tsx';
import { refreshPaths } from './path-queries.ts';

/** The learning paths in the order in which members find them. */
export default function PathsPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const canWrite = useStaff().roles.includes('operator');
  const state = LESSON_STATES.find((each) => each === params.get('state'));
  const list = useInfiniteQuery({
    queryKey: ['paths', 'list', state],
    queryFn: ({ pageParam, signal }) =>
      call(
        pathsRoutes.listPaths,
        { query: { ...(state && { state }), ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const move = useMutation({
    mutationFn: ({ pathId, place }: { readonly pathId: string; readonly place: number }) =>
      call(pathsRoutes.movePath, { params: { pathId }, body: { place } }),
    onSettled: refreshPaths,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const order = {
    key: 'order',
    title: '先后',
    width: 110,
    render: (_: unknown, row: PathRow, at: number) => (
      <div className="actions" onClick={(event) => event.stopPropagation()}>
        <Button
          size="small"
          disabled={at === 0 || move.isPending}
          aria-label={`「${row.title}」上移`}
          onClick={() => move.mutate({ pathId: row.pathId, place: at })}
        >
          ↑
        </Button>
        <Button
          size="small"
          disabled={at === rows.length - 1 || move.isPending}
          aria-label={`「${row.title}」下移`}
          onClick={() => move.mutate({ pathId: row.pathId, place: at + 2 })}
        >
          ↓
        </Button>
      </div>
    ),
  };
  return (
    <>
      <PageHeader
        crumb={pathsPage.stage}
        title={pathsPage.title}
        chips={<ListTotal total={list.data?.pages[0]?.total} unit="条" at={list.dataUpdatedAt} />}
        actions={
          <>
            <SavedViews list="paths" />
            {canWrite && (
              <CreatePath onCreated={({ pathId }) => void navigate(`${pathsPage.path}/${pathId}`)} />
            )}
          </>
        }
      />
      <div className="filter-bar">
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={state ?? null}
          options={LESSON_STATES.filter((value) => value !== 'RETIRED').map((value) => ({
            value,
            label: lessonStateNames[value],
          }))}
          onChange={(next) => setParams(next ? { state: next } : {}, { replace: true })}
        />
      </div>
      <FailureNotice error={move.error} />
      <RowList
        list={list}
        rowId={(row) => row.pathId}
        columns={canWrite && state === undefined ? [...pathColumns, order] : pathColumns}
        searchRef={searchRef}
        onOpen={(row) => void navigate(`${pathsPage.path}/${row.pathId}`)}
        openId={null}
        empty={state ? '没有这样的学习路径。' : '还没有学习路径。新建一条，或发布第一课以后会出现在这里。'}
      />
    </>
  );
}
