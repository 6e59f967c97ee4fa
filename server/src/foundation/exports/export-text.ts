import { EXPORT_COLUMNS, type ExportKindCode } from '@siyu/shared/contracts/exports.limits';
import { exportColumnNames, exportFilterWords } from '@siyu/shared/messages';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { safeCsvField } from '../../platform/csv/index.ts';

export interface Marked {
  readonly exportId: string;
  readonly kind: ExportKindCode;
  readonly columns: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly requestedAt: number;
}

/** For people; made of the day and the id. @example 'D20261124-6E4C77' */
export function exportNumber({ exportId, requestedAt }: Pick<Marked, 'exportId' | 'requestedAt'>): string {
  const day = formatDay(dayOfInstant(requestedAt)).replaceAll('-', '');
  return `D${day}-${exportId.slice(-6).toUpperCase()}`;
}

export const exportFileName = (marked: Pick<Marked, 'exportId' | 'requestedAt' | 'kind'>): string =>
  `siyu-${marked.kind}-${exportNumber(marked)}.csv`;

/** The chosen columns in the order of the list. */
export const orderedColumns = ({ kind, columns }: Pick<Marked, 'kind' | 'columns'>): readonly string[] =>
  EXPORT_COLUMNS[kind].filter((column) => columns.includes(column));

/**
 * The beginning of the file: a byte-order mark, since spreadsheets would garble Chinese without it, who took it out,
 * when, of what and what for, then the headings.
 */
export function exportHead(marked: Marked, byName: string, at: number): string {
  const lines = [
    ['导出编号', exportNumber(marked)],
    ['导出人', byName],
    ['导出时间', momentInWords(at)],
    ['筛选条件', exportFilterWords(marked.query)],
    ['用途', marked.reason],
    ['说明', '仅限上述用途，不得转发；用完删除。下载已留痕，每一行都带有导出编号。'],
  ];
  const headings = orderedColumns(marked).map((column) => exportColumnNames[marked.kind][column] ?? column);
  return `\uFEFF${[...lines, [], [...headings, '水印']].map(lineOf).join('')}`;
}

/** Rows, each with the mark: a part of the file tells where it comes from too. */
export function exportLines(
  marked: Marked,
  byName: string,
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const columns = orderedColumns(marked);
  const mark = `${exportNumber(marked)} ${byName}`;
  return rows.map((row) => lineOf([...columns.map((column) => row[column] ?? ''), mark])).join('');
}

const lineOf = (cells: readonly string[]): string => `${cells.map(safeCsvField).join(',')}\r\n`;

/** @example momentInWords(0) // => '1970-01-01 08:00' */
export function momentInWords(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
