import { scoreMeasures, type Afb2023Model, type GroupCode } from '@siyu/shared/rfm';
import { formatDay } from '@siyu/shared/time';
import { compareUtf8 } from './compare-utf8.ts';
import type { Header } from './header.ts';
import type { ScoreOptions } from './options.ts';
import { findPurchaseColumns } from './purchase-line.ts';
import { PurchaseSums } from './purchase-sums.ts';
import { AfbReport } from './report/afb-report.ts';
import { SCORE_HEADER, scoreRow } from './score-row.ts';
import type { Scored, Tally } from './tally.ts';
import type { TextFile } from './text-file.ts';

/**
 * Model afb-2023 over a file of purchases.
 * @throws ScoreFault when the header lacks a column
 */
export function afbTally(header: Header, options: ScoreOptions, model: Afb2023Model): Tally {
  const sums = new PurchaseSums(findPurchaseColumns(header, options, true), options.asOf, model.windowDays);
  return {
    addLine: (text) => sums.addLine(text),
    writeScores: async (output: TextFile): Promise<Scored> => {
      const groups: Record<GroupCode, number> = { KEY_GUIDE: 0, KEY_DEVELOP: 0, POTENTIAL: 0, LONG_TAIL: 0 };
      const report = options.html === null ? null : new AfbReport(model, options.asOf);
      await output.write(SCORE_HEADER);
      for (const customerId of [...sums.customers.keys()].sort(compareUtf8)) {
        const scored = scoreMeasures(sums.of(customerId), options.asOf, model);
        groups[scored.group] += 1;
        report?.add(scored);
        await output.write(scoreRow(customerId, scored));
      }
      return {
        heading: `${model.id}, window ${model.windowDays} days before ${formatDay(options.asOf)}`,
        division: 'group',
        counts: new Map(Object.entries(groups)),
        customers: sums.customers.size,
        notes: sums.notes(),
        repeated: sums.repeated,
        report: report?.report() ?? null,
      };
    },
  };
}
