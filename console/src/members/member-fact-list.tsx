import type { MemberFact } from '@siyu/shared/contracts/panorama';
import { benefitSourceNames, transactionKindNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Table, type TableColumnType } from 'antd';
import { formatAmount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { MoreRows } from '../list/more-rows.tsx';
import { memberFactsQuery } from './panorama-queries.ts';
import { Withheld } from './withheld.tsx';

const kindNames: Readonly<Record<string, string>> = {
  ...transactionKindNames,
  confirmed_purchase: '确认的购买',
};
const kindName = (kind: string): string => kindNames[kind] ?? kind;
const sourceNames: Readonly<Record<string, string>> = benefitSourceNames;

const columns: TableColumnType<MemberFact>[] = [
  {
    key: 'kind',
    title: '类别',
    width: 110,
    render: (_, { kind, benefitSource }) => (
      <>
        <div className="strong">{kindName(kind)}</div>
        {benefitSource !== null && <div className="note">{sourceNames[benefitSource] ?? benefitSource}</div>}
      </>
    ),
  },
  {
    key: 'amount',
    title: '金额',
    align: 'right',
    width: 150,
    render: (_, row) => (
      <>
        {row.amountFen === null ? (
          <span className="note">—</span>
        ) : (
          <Money row={row} amountFen={row.amountFen} what="这一条告知的金额" />
        )}
        {row.benefitFen !== null && row.benefitFen !== 0 && (
          <div className="note">
            效益 <Money row={row} amountFen={row.benefitFen} what="随这一条告知的公司收入" />
          </div>
        )}
      </>
    ),
  },
  {
    key: 'product',
    title: '产品',
    width: 120,
    render: (_, { productCode, targetProductCode }) =>
      `${productCode ?? '—'}${targetProductCode === null ? '' : ` → ${targetProductCode}`}`,
  },
  {
    key: 'times',
    title: '发生与收到',
    width: 190,
    render: (_, { occurredAt, recordedAt }) => (
      <>
        <div>{formatInstant(occurredAt)}</div>
        <div className="note">{formatInstant(recordedAt)} 收到</div>
      </>
    ),
  },
  {
    key: 'source',
    title: '来源',
    render: (_, { issuer, sourceId, channel }) => (
      <>
        <div className="fact-id">{sourceId}</div>
        <div className="note">
          {issuer} · {channel === 'IMPORT' ? '文件导入' : '接口告知'}
        </div>
      </>
    ),
  },
  {
    key: 'references',
    title: '更正与关联',
    render: (_, { refSourceId, referredBy }) => (
      <>
        {refSourceId !== null && <div>对应 {refSourceId}</div>}
        {referredBy.map((each) => (
          <div key={`${each.issuer} ${each.sourceId}`}>
            被 {each.sourceId} {kindName(each.kind)}
            {each.amountFen !== null && ` ${formatAmount(each.amountFen)}`}
          </div>
        ))}
      </>
    ),
  },
];

function Money({ row, amountFen, what }: { row: MemberFact; amountFen: number; what: string }) {
  const money = row.currency === 'CNY' ? '' : `，由 ${row.currency} 按当日中间价折算`;
  return (
    <DefinedFigure definition={`${what}${money}`} asOf={`${formatInstant(row.recordedAt)} 收到`}>
      {formatAmount(amountFen)}
    </DefinedFigure>
  );
}

/** Facts as told, never rewritten: what corrects one is another one that names it. */
export function MemberFactList({ memberId }: { memberId: string }) {
  const list = useInfiniteQuery(memberFactsQuery(memberId));
  if (!list.data)
    return list.error ? (
      <FailureState error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <ListSkeleton rows={4} />
    );
  const [first] = list.data.pages;
  if (first?.withheld) return <Withheld why={first.withheld} />;
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="note">账户已关联，核心系统还没有告知任何交易。</p>;
  return (
    <>
      <p className="note">按告知原样列出，不会改写；更正、退回和确认是另一条记录，写明它对应哪一条。</p>
      <Table<MemberFact>
        size="small"
        pagination={false}
        columns={columns}
        dataSource={rows}
        rowKey={({ issuer, sourceId }) => `${issuer} ${sourceId}`}
        scroll={{ x: 860 }}
      />
      <MoreRows
        shown={rows.length}
        total={first?.total ?? rows.length}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : null}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
