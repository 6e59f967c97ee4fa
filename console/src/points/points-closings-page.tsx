import type { PointsClosingLineRow, PointsClosingRow } from '@siyu/shared/contracts/points';
import { pointAccountNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type InputRef, Table, type TableColumnType } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { pointsClosingsPage } from '../app/pages.ts';
import { AskExport } from '../exports/ask-export.tsx';
import { formatAmount, formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { RowList } from '../list/row-list.tsx';
import { closingsQuery } from './points-queries.ts';

const columns: readonly TableColumnType<PointsClosingRow>[] = [
  { key: 'month', title: '月份', render: (_, { month }) => <span className="strong">{month}</span> },
  {
    key: 'points',
    title: '月末应付积分',
    align: 'right',
    render: (_, { outstandingPoints }) => formatCount(outstandingPoints),
  },
  {
    key: 'yuan',
    title: '月末应付金额',
    align: 'right',
    render: (_, { outstandingFen }) => formatAmount(outstandingFen),
  },
  { key: 'postings', title: '笔数', align: 'right', render: (_, { postings }) => formatCount(postings) },
  { key: 'at', title: '结账时间', width: 190, render: (_, { closedAt }) => formatInstant(closedAt) },
];

const figure = (
  key: 'openingPoints' | 'inPoints' | 'outPoints' | 'closingPoints',
  title: string,
): TableColumnType<PointsClosingLineRow> => ({
  key,
  title,
  align: 'right',
  render: (_, line) => formatCount(line[key]),
});
const lineColumns: TableColumnType<PointsClosingLineRow>[] = [
  { key: 'account', title: '科目', render: (_, { account }) => pointAccountNames[account] },
  figure('openingPoints', '期初'),
  figure('inPoints', '转入'),
  figure('outPoints', '转出'),
  figure('closingPoints', '期末'),
  {
    key: 'closingFen',
    title: '期末金额',
    align: 'right',
    render: (_, { closingFen }) => formatAmount(closingFen),
  },
];

/** The months that are closed, in points and yuan; what is closed never changes. */
export default function PointsClosingsPage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(closingsQuery);
  const open = params.get('open');
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHeader
        crumb={pointsClosingsPage.stage}
        title={pointsClosingsPage.title}
        actions={<AskExport kind="pointsClosings" query={{}} />}
      />
      <p className="note">
        一个月过完自动结账，之后发生的只计入后面的月份。六个科目的期末合计为零；应付是待生效与可用之和。
      </p>
      <RowList
        list={list}
        rowId={(row) => row.month}
        columns={columns}
        searchRef={searchRef}
        onOpen={({ month }) => setParams({ open: month }, { replace: true })}
        openId={open}
        empty="还没有结过账的月份。第一个月过完后，这里显示它的月结。"
      />
      <ClosingDrawer
        row={rows.find(({ month }) => month === open) ?? null}
        onClose={() => setParams({}, { replace: true })}
      />
    </>
  );
}

function ClosingDrawer({ row, onClose }: { row: PointsClosingRow | null; onClose: () => void }) {
  return (
    <RowDrawer isOpen={row !== null} onClose={onClose} width={720} title={`${row?.month ?? ''} 月结`}>
      {row !== null && (
        <>
          <Table<PointsClosingLineRow>
            size="small"
            pagination={false}
            rowKey="account"
            columns={lineColumns}
            dataSource={row.lines}
          />
          <Facts
            facts={[
              ['收回时已经用掉、核销的积分', formatCount(row.writtenOffPoints)],
              ['校验值', row.sha256],
            ]}
          />
        </>
      )}
    </RowDrawer>
  );
}
