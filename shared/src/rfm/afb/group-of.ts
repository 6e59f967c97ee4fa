import type { Afb2023Model, GroupCode } from './afb-2023.ts';

/** A group and the row of the decision table that gave it. */
export interface GroupDecision {
  readonly group: GroupCode;
  readonly groupRow: 1 | 2 | 3 | 4;
}

/**
 * The four groups as a total decision table, first match wins, in the paper's own order (figure 3 and
 * domain.md §1.3, variant "frequency first"):
 * 1 frequency high → KEY_GUIDE · 2 amount high → KEY_DEVELOP · 3 bought recently → POTENTIAL ·
 * 4 everyone else, never purchased included → LONG_TAIL.
 *
 * @param recencyDays days since the last purchase; null when there is none
 * @example
 * groupOf({ frequencyBand: 1, amountBand: 4, recencyDays: 400 }, afb2023.groups)
 * // { group: 'KEY_DEVELOP', groupRow: 2 }
 */
export function groupOf(
  measures: {
    readonly frequencyBand: number;
    readonly amountBand: number;
    readonly recencyDays: number | null;
  },
  thresholds: Afb2023Model['groups'],
): GroupDecision {
  if (measures.frequencyBand >= thresholds.fHigh) return { group: 'KEY_GUIDE', groupRow: 1 };
  if (measures.amountBand >= thresholds.aHigh) return { group: 'KEY_DEVELOP', groupRow: 2 };
  if (measures.recencyDays !== null && measures.recencyDays <= thresholds.recentDays) {
    return { group: 'POTENTIAL', groupRow: 3 };
  }
  return { group: 'LONG_TAIL', groupRow: 4 };
}
