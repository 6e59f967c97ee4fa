import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import type { CopyFormat } from '@siyu/shared/contracts/privacy.limits';
import { copyFieldNames } from '@siyu/shared/messages';
import { safeCsvField } from '../../platform/csv/index.ts';
import { copyCells } from './copy-cells.ts';

/** What the file begins with: everything but the entries of the log, which come page by page. */
export interface CopyHead extends Omit<AccessCopy, 'events'> {
  readonly orderId: string;
  readonly days: readonly { readonly day: string; readonly type: string; readonly count: number }[];
}
type Entry = AccessCopy['events']['entries'][number];

/** A way to write the copy of a member's data, piece by piece. */
interface CopyText {
  begin(head: CopyHead): string;
  /** @param before entries that are written already */
  entries(entries: readonly Entry[], before: number): string;
  end(total: number): string;
}

const lineOf = (cells: readonly string[]): string => `${cells.map(safeCsvField).join(',')}\r\n`;
const linesOf = (rows: readonly (readonly string[])[]): string => rows.map(lineOf).join('');

/** For programs: the answer of the contract `AccessCopy`, with the counts by day beside it. */
const json: CopyText = {
  begin: (head) => `${JSON.stringify(head).slice(0, -1)},"events":{"entries":[`,
  entries: (entries, before) =>
    (before === 0 || entries.length === 0 ? '' : ',') +
    entries.map((entry) => JSON.stringify(entry)).join(','),
  end: (total) => `],"total":${total}}}\n`,
};

/** For people: one line a field, with a byte-order mark, since spreadsheets would garble Chinese without it. */
const csv: CopyText = {
  begin: ({ orderId, ...head }) =>
    `\uFEFF${linesOf([['文件编号', orderId], ['内容', '我们保存的、与您有关的全部资料。含个人信息，请妥善保管。'], [], ['部分', '第几条', '项目', '内容']])}${linesOf(copyCells([], '', head))}`,
  entries: (entries, before) =>
    linesOf(
      entries.flatMap((entry, index) =>
        copyCells([copyFieldNames['events'] ?? ''], String(before + index + 1), entry),
      ),
    ),
  end: () => '',
};

export const COPY_TEXTS: Readonly<Record<CopyFormat, CopyText>> = { JSON: json, CSV: csv };
