import type { GroupCode, GroupThresholds } from './afb-2023-model.ts';
import { highLegs, type DecidingBands } from './high-legs.ts';

/** A group and the row of the decision table that gave it: 1 is the highest. */
export interface GroupDecision {
  readonly group: GroupCode;
  readonly groupRow: 1 | 2 | 3 | 4;
}

/**
 * The four groups as a total decision table, first match wins (figure 3 and domain.md §1.3):
 *
 * | row | FREQUENCY_FIRST (a) | AMOUNT_FIRST (b) | BENEFIT_COUNTS (c) | GREATER_MARGIN (d) |
 * | --- | --- | --- | --- | --- |
 * | 1 | F high → KEY_GUIDE | A high → KEY_DEVELOP | F high → KEY_GUIDE | F high and, if A is too, by no smaller margin → KEY_GUIDE |
 * | 2 | A high → KEY_DEVELOP | F high → KEY_GUIDE | A or B high → KEY_DEVELOP | A high → KEY_DEVELOP |
 * | 3 | bought recently → POTENTIAL | the same | the same | the same |
 * | 4 | everyone else, never purchased included → LONG_TAIL | the same | the same | the same |
 *
 * @param measures bands, and days since the last purchase; null when there is none
 * @example
 * groupOf({ frequencyBand: 1, amountBand: 4, benefitBand: 1, recencyDays: 400 }, afb2023.groups) // => { group: 'KEY_DEVELOP', groupRow: 2 }
 * groupOf({ frequencyBand: 3, amountBand: 4, benefitBand: 1, recencyDays: 1 }, { ...afb2023.groups, rule: 'AMOUNT_FIRST' }) // => { group: 'KEY_DEVELOP', groupRow: 1 }
 */
export function groupOf(
  measures: DecidingBands & { readonly recencyDays: number | null },
  thresholds: GroupThresholds,
): GroupDecision {
  const { isFrequent, isValuable } = highLegs(measures, thresholds);
  if (thresholds.rule === 'AMOUNT_FIRST') {
    if (isValuable) return { group: 'KEY_DEVELOP', groupRow: 1 };
    if (isFrequent) return { group: 'KEY_GUIDE', groupRow: 2 };
  } else {
    if (isFrequent && !(isValuable && isOutweighed(measures, thresholds))) {
      return { group: 'KEY_GUIDE', groupRow: 1 };
    }
    if (isValuable) return { group: 'KEY_DEVELOP', groupRow: 2 };
  }
  if (measures.recencyDays !== null && measures.recencyDays <= thresholds.recentDays) {
    return { group: 'POTENTIAL', groupRow: 3 };
  }
  return { group: 'LONG_TAIL', groupRow: 4 };
}

/** Under GREATER_MARGIN a member high in both goes by amount when that is further above its threshold. */
function isOutweighed(
  { amountBand, frequencyBand }: DecidingBands,
  { rule, aHigh, fHigh }: GroupThresholds,
): boolean {
  return rule === 'GREATER_MARGIN' && amountBand - aHigh > frequencyBand - fHigh;
}
