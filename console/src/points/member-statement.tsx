import type { PointsPostingRow } from '@siyu/shared/contracts/points';
import { pointPostingNames } from '@siyu/shared/messages';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InputRef, TableColumnType } from 'antd';
import { useRef } from 'react';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { RowList } from '../list/row-list.tsx';
import { memberPointsQuery, postingsQuery } from './points-queries.ts';

const columns: readonly TableColumnType<PointsPostingRow>[] = [
  { key: 'at', title: '时间', width: 170, render: (_, { at }) => formatInstant(at) },
  {
    key: 'what',
    title: '事项',
    render: (_, { kind, what, why }) => (
      <>
        <div className="strong">{what ?? pointPostingNames[kind]}</div>
        <div className="note">
          {pointPostingNames[kind]}
          {why === null ? '' : ` · ${why}`}
        </div>
      </>
    ),
  },
  {
    key: 'change',
    title: '变动',
    width: 110,
    align: 'right',
    render: (_, { kind, change, moved }) =>
      kind === 'RELEASED' ? `生效 ${formatCount(moved)}` : `${change > 0 ? '+' : ''}${formatCount(change)}`,
  },
  {
    key: 'after',
    title: '可用',
    width: 100,
    align: 'right',
    render: (_, { availableAfter }) => formatCount(availableAfter),
  },
  {
    key: 'pending',
    title: '待生效',
    width: 100,
    align: 'right',
    render: (_, { pendingAfter }) => formatCount(pendingAfter),
  },
];

/** One member's points, line by line; the name is masked as in every list. */
export function MemberStatement({ memberId }: { memberId: string }) {
  const searchRef = useRef<InputRef>(null);
  const member = useQuery(memberPointsQuery(memberId));
  const list = useInfiniteQuery(postingsQuery(memberId));
  const summary = member.data?.summary;
  return (
    <section aria-label="积分明细">
      <h2>{member.data?.displayName ?? '积分明细'}</h2>
      {summary && (
        <p className="note">
          可用 {formatCount(summary.available)} 分，待生效 {formatCount(summary.pending)} 分
          {summary.expiring === null
            ? ''
            : `，其中 ${formatCount(summary.expiring.points)} 分在 ${summary.expiring.until} 之后到期`}
        </p>
      )}
      <RowList
        list={list}
        rowId={(row) => String(row.postingNo)}
        columns={columns}
        searchRef={searchRef}
        onOpen={() => undefined}
        openId={null}
        empty="这位客户还没有积分。"
      />
    </section>
  );
}
