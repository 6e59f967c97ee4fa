import type { EpochDay } from '../../time/index.ts';
import type { AfbMeasures } from './add-purchase.ts';
import type { Afb2023Model } from './afb-2023-model.ts';
import { bandOf } from './band-of.ts';
import { frequencyBandOf } from './frequency-band-of.ts';
import { groupOf, type GroupDecision } from './group-of.ts';
import { scoreHundredths } from './score-hundredths.ts';
import { sideFlags, type SideFlags } from './side-flags.ts';

/** Bands, score, group and flags of one member on one day. Bands run from 1 (lowest) to 6. */
export interface AfbBands extends AfbMeasures, GroupDecision, SideFlags {
  readonly asOf: EpochDay;
  readonly windowDays: number;
  readonly amountBand: number;
  readonly frequencyBand: number;
  readonly benefitBand: number;
  /** asOf − last purchase in days; null when nothing lies before asOf. A purchase of the day before has 1. */
  readonly recencyDays: number | null;
  /** Weighted mean of the three bands, hundredths, half up. */
  readonly scoreHundredths: number;
  /** The sums are negative: still band 1, but the data deserve a look. */
  readonly amountNegative: boolean;
  readonly benefitNegative: boolean;
}

/**
 * Bands, score, group and flags from measures already summed: the part of `scoreAfb2023` that a streaming reader
 * shares. Deterministic; integers only.
 *
 * @param measures sums over [asOf − model.windowDays, asOf)
 * @param asOf exclusive day boundary, 00:00 Shanghai
 * @example
 * scoreMeasures(noMeasures, epochDay(20_781), afb2023).group // => 'LONG_TAIL'
 */
export function scoreMeasures(measures: AfbMeasures, asOf: EpochDay, model: Afb2023Model): AfbBands {
  const bands = {
    amountBand: bandOf(measures.amountFen, model.amountCuts),
    frequencyBand: frequencyBandOf(
      measures.purchases,
      model.windowDays,
      model.frequencyCuts,
      model.frequencyPerDays,
    ),
    benefitBand: bandOf(measures.benefitFen, model.benefitCuts),
  };
  const recencyDays = measures.lastPurchaseOn === null ? null : asOf - measures.lastPurchaseOn;
  const decision = groupOf({ ...bands, recencyDays }, model.groups);
  return {
    ...measures,
    asOf,
    windowDays: model.windowDays,
    ...bands,
    recencyDays,
    scoreHundredths: scoreHundredths(bands.amountBand, bands.frequencyBand, bands.benefitBand, model.weights),
    ...decision,
    ...sideFlags({ ...bands, ...decision, recencyDays }, model.groups),
    amountNegative: measures.amountFen < 0,
    benefitNegative: measures.benefitFen < 0,
  };
}
