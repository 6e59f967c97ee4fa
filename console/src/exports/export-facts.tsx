import type { ExportRow } from '@siyu/shared/contracts/exports';
import { exportColumnNames, exportFilterWords, exportKindNames } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';

/** What was asked for, the same for who asked and for who decides. */
export function ExportFacts({ row }: { row: ExportRow }) {
  const { decision } = row;
  return (
    <Facts
      facts={[
        ['编号', row.number],
        ['内容', exportKindNames[row.kind]],
        ['筛选', exportFilterWords(row.query)],
        ['列', row.columns.map((column) => exportColumnNames[row.kind][column] ?? column).join('、')],
        ['行数', `申请时 ${formatCount(row.rowsExpected)} 行`],
        ['用途', row.reason],
        ['申请', `${row.requestedByName} · ${formatInstant(row.requestedAt)}`],
        ['复核', decision === null ? '还没有决定' : `${decision.byName} · ${formatInstant(decision.at)}`],
      ]}
    />
  );
}
