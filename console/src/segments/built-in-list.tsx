import { SEGMENT_KINDS } from '@siyu/shared/contracts/segments.limits';
import { segmentsRoutes } from '@siyu/shared/contracts/segments.routes';
import { segmentKindNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { call } from '../api/call.ts';
import { formatDayBefore } from '../format/moments.ts';
import { RowList } from '../list/row-list.tsx';
import { SearchField } from '../list/search-field.tsx';
import { segmentColumns } from './segment-columns.tsx';
import { SegmentDrawer } from './segment-drawer.tsx';
import { ALL_BUILT_IN, SEARCH_MAX, type BuiltInView, type SegmentView } from './segment-filters.ts';
import { segmentName } from './segment-name.ts';

interface BuiltInListProps {
  readonly view: BuiltInView;
  readonly show: (next: SegmentView) => void;
  readonly onSearch: (words: string) => void;
}

/** The segments every member is sorted into after each scoring. */
export function BuiltInList({ view, show, onSearch }: BuiltInListProps) {
  const searchRef = useRef<InputRef>(null);
  const { kind, search, open } = view;
  // All of them are one page; what is shown of it is decided here.
  const list = useInfiniteQuery({
    queryKey: ['segments', 'list'],
    queryFn: async ({ signal }) => {
      const answer = await call(segmentsRoutes.listSegments, { query: {} }, signal);
      return { ...answer, total: answer.rows.length, nextCursor: null };
    },
    initialPageParam: '',
    getNextPageParam: () => null,
    select: (data) => ({
      ...data,
      pages: data.pages.map((page) => {
        const rows = page.rows.filter(
          (row) => (kind === null || row.kind === kind) && segmentName(row.kind, row.code).includes(search),
        );
        return { ...page, rows, total: rows.length };
      }),
    }),
  });
  const page = list.data?.pages[0];
  const openRow = page?.rows.find(({ key }) => key === open) ?? null;
  return (
    <>
      <p className="note">
        每次评分后自动归入，一位客户在每种分法里至多属于一个客群。只计算同意个性化服务的客户；档位、价值客群和资产分级还需要已关联且同意查看的账户。
        {page && `截至 ${formatDayBefore(page.asOf)}，含当天。`}
      </p>
      <div className="filter-bar" role="search">
        <SearchField
          fieldRef={searchRef}
          placeholder="按名称搜索"
          maxLength={SEARCH_MAX}
          value={search}
          onSearch={onSearch}
        />
        <Select
          aria-label="分法"
          placeholder="分法"
          allowClear
          className="wide"
          value={kind}
          options={SEGMENT_KINDS.map((value) => ({ value, label: segmentKindNames[value] }))}
          onChange={(value) => show({ ...view, kind: value ?? null })}
        />
        {(kind !== null || search !== '') && (
          <Button type="text" onClick={() => show(ALL_BUILT_IN)}>
            清除筛选
          </Button>
        )}
      </div>
      <RowList
        list={list}
        rowId={(row) => row.key}
        columns={page ? segmentColumns(page.tiers, page.days) : []}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.key })}
        openId={open}
        empty="没有这样的客群，换一个名称或分法试试。"
      />
      <SegmentDrawer
        row={openRow}
        tiers={page?.tiers ?? null}
        days={page?.days ?? 0}
        onClose={() => show({ ...view, open: null })}
      />
    </>
  );
}
