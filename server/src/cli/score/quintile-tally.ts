import {
  quintileCuts,
  rfmSegments,
  scoreQuintile,
  type QuintileCuts,
  type QuintileMeasures,
  type RfmQuintileModel,
} from '@siyu/shared/rfm';
import { formatDay } from '@siyu/shared/time';
import { compareUtf8 } from './compare-utf8.ts';
import { cutLines } from './cut-lines.ts';
import type { Header } from './header.ts';
import type { ScoreOptions } from './options.ts';
import { QUINTILE_HEADER, quintileRow } from './quintile-row.ts';
import { QuintileReport } from './report/quintile-report.ts';
import { quintileSource, type QuintileSource } from './quintile-source.ts';
import type { Scored, Tally } from './tally.ts';
import type { TextFile } from './text-file.ts';

/**
 * Models rfm-quintile and rfm-quintile-fixed over a file of purchases or one with a line per customer.
 * @throws ScoreFault when the header lacks a column
 */
export function quintileTally(header: Header, options: ScoreOptions, model: RfmQuintileModel): Tally {
  const source = quintileSource(header, options, model);
  return {
    addLine: source.addLine,
    writeScores: async (output: TextFile): Promise<Scored> => {
      const cuts = model.fixedCuts ?? quintileCuts(measuresOf(source), options.asOf);
      const counts = new Map(rfmSegments.map((segment) => [segment, 0]));
      const report =
        options.html === null ? null : new QuintileReport(model, cuts ?? NO_CUTS, options.asOf, source.kind);
      const customerIds = [...source.customerIds()].sort(compareUtf8);
      await output.write(QUINTILE_HEADER);
      for (const customerId of customerIds) {
        const measures = source.measuresOf(customerId);
        const score = scoreQuintile(measures, cuts ?? NO_CUTS);
        counts.set(score.segment, (counts.get(score.segment) ?? 0) + 1);
        report?.add(measures, score);
        await output.write(quintileRow(customerId, measures, score));
      }
      return {
        heading: `${model.id}, ${spanOf(source, model)} ${formatDay(options.asOf)}`,
        division: 'segment',
        counts,
        customers: customerIds.length,
        notes: [...(cuts === null ? [] : cutLines(cuts)), ...source.notes()],
        repeated: source.repeated(),
        report: report?.report() ?? null,
      };
    },
  };
}

/** Nobody has bought, so nobody is compared with a cut. */
const NO_CUTS: QuintileCuts = { recencyDays: [], purchases: [], amountFen: [] };

function* measuresOf(source: QuintileSource): Generator<QuintileMeasures> {
  for (const customerId of source.customerIds()) yield source.measuresOf(customerId);
}

function spanOf({ kind }: QuintileSource, { windowDays }: RfmQuintileModel): string {
  if (kind === 'customers') return 'one line per customer, as of';
  return windowDays === null ? 'all history before' : `window ${windowDays} days before`;
}
