import type { Afb2023Model } from './afb-2023-model.ts';

/** A field of a model that cannot be, with the reason in plain English for whoever sets it. */
export interface ModelFault {
  readonly field: string;
  readonly reason: string;
}

const CUTS = 5;
const BANDS = 6;
const WINDOW_DAYS_MAX = 36_500;
const WEIGHT_SUM_MAX = 10 ** 12;

/**
 * What is wrong with a model before it goes live. A set of cuts out of order or a threshold beyond the bands would
 * not fail: it would quietly put everyone in the wrong group.
 *
 * @returns one entry per fault; none when the model can score
 * @example
 * modelFaults(afb2023) // => []
 * modelFaults({ ...afb2023, windowDays: 0 }) // => [{ field: 'windowDays', reason: 'is no whole number from 1 to 36500' }]
 */
export function modelFaults(model: Afb2023Model): readonly ModelFault[] {
  const { amountCuts, frequencyCuts, benefitCuts, groups, weights } = model;
  const faults: ModelFault[] = [];
  const whole = (field: string, value: number, least: number, most: number): void => {
    if (Number.isInteger(value) && value >= least && value <= most) return;
    faults.push({ field, reason: `is no whole number from ${least} to ${most}` });
  };
  if (!/^[a-z0-9-]{1,32}$/.test(model.preset)) {
    faults.push({ field: 'preset', reason: 'is no name of small letters, digits and hyphens' });
  }
  whole('version', model.version, 1, 1_000_000);
  whole('windowDays', model.windowDays, 1, WINDOW_DAYS_MAX);
  whole('frequencyPerDays', model.frequencyPerDays, 1, WINDOW_DAYS_MAX);
  for (const [field, cuts] of Object.entries({ amountCuts, frequencyCuts, benefitCuts })) {
    const reason = cutsFault(cuts, model.frozenCuts !== null);
    if (reason !== null) faults.push({ field, reason });
  }
  for (const field of ['fHigh', 'aHigh', 'bHigh'] as const) whole(`groups.${field}`, groups[field], 2, BANDS);
  whole('groups.recentDays', groups.recentDays, 1, WINDOW_DAYS_MAX);
  for (const field of ['amount', 'frequency', 'benefit'] as const) {
    whole(`weights.${field}`, weights[field], 0, WEIGHT_SUM_MAX);
  }
  const sum = weights.amount + weights.frequency + weights.benefit;
  if (!(sum > 0 && sum <= WEIGHT_SUM_MAX)) {
    faults.push({ field: 'weights', reason: `do not sum to something from 1 to ${WEIGHT_SUM_MAX}` });
  }
  if (model.household !== 'OFF') {
    faults.push({ field: 'household', reason: 'asks for a roll-up, and members are scored one by one' });
  }
  return faults;
}

/** Cuts that people set rise; frozen ones may stand together where many members have the same value. */
function cutsFault(cuts: readonly number[], isFrozen: boolean): string | null {
  if (cuts.length !== CUTS) return `are ${cuts.length}, and six bands need ${CUTS}`;
  if (!cuts.every((cut) => Number.isSafeInteger(cut))) return 'are not all whole numbers';
  const isRising = cuts.every((cut, at) => {
    const before = cuts[at - 1] ?? Number.NEGATIVE_INFINITY;
    return isFrozen ? cut >= before : cut > before;
  });
  return isRising ? null : 'do not rise';
}
