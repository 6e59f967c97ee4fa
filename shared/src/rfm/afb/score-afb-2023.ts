import { addDays, type EpochDay } from '../../time/index.ts';
import { uniqueFacts } from '../facts/unique-facts.ts';
import { addPurchase, noMeasures } from './add-purchase.ts';
import type { Afb2023Model } from './afb-2023-model.ts';
import { afb2023 } from './afb-2023.ts';
import { nextAfbChangeOn } from './next-afb-change-on.ts';
import type { Purchase } from './purchase.ts';
import { scoreMeasures, type AfbBands } from './score-measures.ts';

/** A member's score with the day on which the calendar alone will change it. */
export interface Afb2023Score extends AfbBands {
  /** Tenure at asOf under 30 days; only present when `memberSince` was given. */
  readonly insufficientHistory?: boolean;
  /** First asOf on which anything here but `asOf` and `recencyDays` would differ; null when never. */
  readonly nextChangeOn: EpochDay | null;
}

const SHORT_TENURE_DAYS = 30;

/**
 * Scores one member by the paper's 数量–质量–效益 model (table 2; readings of domain.md §1.2). The order of
 * purchases does not matter; an id counts once, an element without one always.
 *
 * @param purchases all confirmed purchases that are known, of any day
 * @param asOf exclusive day boundary: 00:00 Shanghai of this day. Live scoring on day D passes D + 1
 * @param model bands, window and thresholds; the paper's preset over 365 days unless given
 * @param memberSince day of registration; adds `insufficientHistory`
 * @throws RangeError when the window is no whole number of at least 1 day, a sum leaves the safe range, or two
 * purchases share an id and differ
 * @example
 * scoreAfb2023([{ on: epochDay(20_700), amountFen: fen(5_000_000), benefitFen: fen(0) }], epochDay(20_781)).amountBand // => 3
 * scoreAfb2023([{ on: epochDay(20_700), amountFen: fen(5_000_000), benefitFen: fen(0) }], epochDay(20_781)).group // => 'POTENTIAL'
 * scoreAfb2023([{ on: epochDay(20_700), amountFen: fen(5_000_000), benefitFen: fen(0) }], epochDay(20_781)).nextChangeOn // => 20_791
 */
export function scoreAfb2023(
  purchases: readonly Purchase[],
  asOf: EpochDay,
  model: Afb2023Model = afb2023,
  memberSince?: EpochDay,
): Afb2023Score {
  const { windowDays } = model;
  if (!Number.isInteger(windowDays) || windowDays < 1)
    throw new RangeError(`not a window: ${windowDays} days`);
  let measures = noMeasures;
  const known = uniqueFacts(purchases);
  for (const purchase of known) measures = addPurchase(measures, purchase, asOf, windowDays);
  const scored = scoreMeasures(measures, asOf, model);
  const next = nextAfbChangeOn(scored, known, model);
  if (memberSince === undefined) return { ...scored, nextChangeOn: next };
  const settledOn = addDays(memberSince, SHORT_TENURE_DAYS);
  const insufficientHistory = asOf < settledOn;
  return {
    ...scored,
    insufficientHistory,
    nextChangeOn: insufficientHistory && (next === null || settledOn < next) ? settledOn : next,
  };
}
