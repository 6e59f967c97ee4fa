import type { Afb2023Model } from '../afb/afb-2023-model.ts';
import { afb2023 } from '../afb/afb-2023.ts';
import { modelName } from '../afb/model-name.ts';
import type { AfbBands } from '../afb/score-measures.ts';
import { explainAxis } from './explain-axis.ts';
import type { AfbAxis, ExplainedScore, WeighedAxis } from './explained-score.ts';
import type { ExplainedAxis } from './explained-axis.ts';
import { leastPurchases } from './least-purchases.ts';
import { shareHundredths } from './share-hundredths.ts';

/** What an explanation reads of a score. */
export type ExplainableScore = Pick<
  AfbBands,
  | 'asOf'
  | 'windowDays'
  | 'purchases'
  | 'amountFen'
  | 'benefitFen'
  | 'amountBand'
  | 'frequencyBand'
  | 'benefitBand'
  | 'scoreHundredths'
>;

/**
 * Takes a score of the 数量–质量–效益 model apart: what was measured on each axis, its band and bounds, its weight
 * and what it gives to the score, and the smallest change that reaches the next band. Deterministic, integers only.
 *
 * Whoever may not see purchase steps must not be sent `toNextBand`.
 *
 * @param score as `scoreAfb2023` or `scoreMeasures` gave it, or as it was kept
 * @param model the one that scored; the paper's preset unless given
 * @throws RangeError when the model gives other bands or another score: then its bounds would explain nothing
 * @example
 * explain(scoreMeasures({ ...noMeasures, amountFen: fen(5_000_000) }, epochDay(20_781), afb2023)).axes.map(({ contributionHundredths }) => contributionHundredths) // => [100, 34, 33]
 * explain(scoreMeasures({ ...noMeasures, purchases: 24 }, epochDay(20_781), afb2023)).axes[1] // => { axis: 'frequency', unit: 'purchases', raw: 24, band: 1, lowerBound: null, upperBound: 25, toNextBand: { step: 1, band: 2 }, … }
 */
export function explain(score: ExplainableScore, model: Afb2023Model = afb2023): ExplainedScore {
  const { windowDays, frequencyPerDays, weights } = model;
  const purchaseBounds = model.frequencyCuts.map((cut) => leastPurchases(cut, windowDays, frequencyPerDays));
  const axes: readonly ExplainedAxis<AfbAxis>[] = [
    explainAxis('amount', 'fen', score.amountFen, model.amountCuts),
    explainAxis('frequency', 'purchases', score.purchases, purchaseBounds),
    explainAxis('benefit', 'fen', score.benefitFen, model.benefitCuts),
  ];
  const parts = axes.map(({ axis, band }) => band * weights[axis]);
  const weightSum = weights.amount + weights.frequency + weights.benefit;
  const scoreParts = parts.reduce((sum, each) => sum + each, 0);
  const { scoreHundredths } = score;
  const roundingParts = scoreHundredths * weightSum - 100 * scoreParts;
  const isOfModel =
    windowDays === score.windowDays &&
    axes.every(({ axis, band }) => band === score[`${axis}Band`]) &&
    // Half up: from half a hundredth added, to just under half taken away.
    2 * roundingParts <= weightSum &&
    2 * roundingParts > -weightSum;
  if (!isOfModel) throw new RangeError(`${modelName(model)} did not give this score`);
  const shares = shareHundredths(parts, weightSum, scoreHundredths);
  return {
    model: modelName(model),
    asOf: score.asOf,
    windowDays,
    axes: axes.map((each, at): WeighedAxis => ({
      ...each,
      weight: weights[each.axis],
      contributionParts: parts[at] ?? 0,
      contributionHundredths: shares[at] ?? 0,
    })),
    weightSum,
    scoreParts,
    scoreHundredths,
    roundingParts,
  };
}
