import type { GroupCode } from '@siyu/shared/rfm';
import { formatDay } from '@siyu/shared/time';
import type { ScoreOptions } from './options.ts';

export interface ScoreTotals {
  readonly groups: Readonly<Record<GroupCode, number>>;
  readonly customers: number;
  /** Lines with data: neither the header nor blank. */
  readonly rows: number;
  readonly rejects: number;
}

/** The table that ends a run. */
export function summary(options: ScoreOptions, totals: ScoreTotals, rejectsPath: string): string {
  const share = (count: number): string =>
    totals.customers === 0 ? '-' : `${((100 * count) / totals.customers).toFixed(1)} %`;
  const row = (name: string, count: number, last: string): string =>
    `${name.padEnd(16)}${String(count).padStart(10)}${last.padStart(10)}\n`;
  return [
    `${options.model.id}, window ${options.model.windowDays} days before ${formatDay(options.asOf)}\n\n`,
    `${'group'.padEnd(16)}${'customers'.padStart(10)}${'share'.padStart(10)}\n`,
    ...Object.entries(totals.groups).map(([group, count]) => row(group, count, share(count))),
    row('all customers', totals.customers, share(totals.customers)),
    '\n',
    row('rows read', totals.rows, ''),
    row('rows rejected', totals.rejects, ''),
    `\nscores: ${options.output}\n`,
    totals.rejects === 0 ? '' : `rejects: ${rejectsPath}\n`,
  ]
    .map((line) => line.replace(/ +\n$/, '\n'))
    .join('');
}
