import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { fillTemplate, groupNames, staffMessages } from '@siyu/shared/messages';
import { formatAmount } from '../format/figures.ts';

type ScoreParts = Pick<MemberScore, 'axes' | 'group' | 'reason'>;

/**
 * Why a member is in a group, as one Chinese sentence made from the row of the decision table that matched
 * and the values it was matched with.
 */
export function scoreReason({ axes, group, reason }: ScoreParts): string {
  const template = staffMessages[reason.code];
  if (template === undefined) return `符合判定表第 ${reason.row} 行，所以是${groupNames[group]}。`;
  const measured = Object.fromEntries(
    axes.flatMap(({ axis, raw, band }) => [
      [`${axis}Band`, String(band)],
      [axis, axis === 'frequency' ? formatFrequency(raw) : formatAmount(raw)],
    ]),
  );
  return fillTemplate(template, { ...reason.params, ...measured, group: groupNames[group] });
}

/**
 * Purchases per so many days with at most two decimals, cut and not rounded: 1.9999 is below the cut at 2.
 * @example formatFrequency(0.9863) // => '0.98'
 */
export const formatFrequency = (purchases: number): string =>
  String(Math.floor(Number((purchases * 100).toFixed(6))) / 100);
