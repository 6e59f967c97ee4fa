import { MEMBER_COUNT_MAX } from '@siyu/shared/contracts/workspace.limits';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../api/call.ts';
import { membersPage } from '../app/pages.ts';
import { AskExport } from '../exports/ask-export.tsx';
import { ColumnChooser } from '../list/column-chooser.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { useHiddenColumns } from '../list/use-hidden-columns.ts';
import { MemberDrawer } from './member-drawer.tsx';
import { hiddenAtFirst, memberColumns } from './member-columns.tsx';
import { MemberFilterBar } from './member-filter-bar.tsx';
import { exportQuery, hasFilter, readFilters, writeFilters, type MemberFilters } from './member-filters.ts';

export default function MembersPage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const [hidden, setHidden] = useHiddenColumns('members', hiddenAtFirst);
  const filters = readFilters(params);
  const list = useInfiniteQuery({
    queryKey: ['members', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      call(
        workspaceRoutes.listMembers,
        { query: { ...filters, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const show = (next: MemberFilters) => setParams(writeFilters(next), { replace: true });
  const search = useCallback(
    (words: string) =>
      setParams(
        (before) => {
          const { search: _, ...rest } = readFilters(before);
          return writeFilters(words === '' ? rest : { ...rest, search: words });
        },
        { replace: true },
      ),
    [setParams],
  );
  const open = (memberId: string | null) => {
    const next = writeFilters(filters);
    if (memberId !== null) next.set('member', memberId);
    setParams(next);
  };
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={membersPage.stage}
        title={membersPage.title}
        chips={<ListTotal total={total} unit="位" at={list.dataUpdatedAt} max={MEMBER_COUNT_MAX} />}
      />
      <MemberFilterBar
        filters={filters}
        searchRef={searchRef}
        onChange={show}
        onSearch={search}
        extra={
          <>
            <AskExport kind="members" query={exportQuery(filters)} />
            <SavedViews list="members" />
            <ColumnChooser columns={memberColumns} hidden={hidden} onChange={setHidden} />
          </>
        }
      />
      <RowList
        list={list}
        rowId={(row) => row.memberId}
        columns={memberColumns.filter(({ key }) => !hidden.includes(key))}
        searchRef={searchRef}
        onOpen={(row) => open(row.memberId)}
        openId={params.get('member')}
        empty={
          hasFilter(filters)
            ? '没有符合这些条件的客户，放宽一个条件试试。'
            : '您的范围内还没有客户。客户在小程序里同意服务条款后会出现在这里。'
        }
      />
      <MemberDrawer memberId={params.get('member')} onClose={() => open(null)} />
    </>
  );
}
