import type { GroupThresholds } from './afb-2023-model.ts';
import type { GroupDecision } from './group-of.ts';
import { highLegs, type DecidingBands } from './high-legs.ts';

/** What the four groups cannot say about a member (domain.md §1.3). Flags, not groups: they change none. */
export interface SideFlags {
  /** Frequent and valuable at once: the classic 重要价值 member, who has no name of its own in the paper. */
  readonly isCore: boolean;
  /** A high benefit band in group POTENTIAL or LONG_TAIL. */
  readonly highBenefitTail: boolean;
  /** In a key group, yet the last purchase lies more than 2 × recentDays back. */
  readonly lapsedKey: boolean;
}

/**
 * The side flags of a decided member.
 *
 * @example
 * sideFlags({ amountBand: 4, frequencyBand: 3, benefitBand: 1, recencyDays: 181, group: 'KEY_GUIDE', groupRow: 1 }, afb2023.groups) // => { isCore: true, highBenefitTail: false, lapsedKey: true }
 * sideFlags({ amountBand: 1, frequencyBand: 1, benefitBand: 4, recencyDays: null, group: 'LONG_TAIL', groupRow: 4 }, afb2023.groups).highBenefitTail // => true
 */
export function sideFlags(
  member: DecidingBands & GroupDecision & { readonly recencyDays: number | null },
  thresholds: GroupThresholds,
): SideFlags {
  const { isFrequent, isValuable } = highLegs(member, thresholds);
  const isKey = member.groupRow <= 2;
  return {
    isCore: isFrequent && isValuable,
    highBenefitTail: !isKey && member.benefitBand >= thresholds.bHigh,
    lapsedKey: isKey && member.recencyDays !== null && member.recencyDays > 2 * thresholds.recentDays,
  };
}
