import type { EngagementFact, PointRule, Purchase, TieStrengthModel } from '@siyu/shared/rfm';
import type { DayCount } from '../../records/engagement/index.ts';

/**
 * Daily counts as the facts a decaying model reads. A day's events of one type are told apart by their number
 * only: no more of them than reach the cap, so that a flood costs nothing, and what they measured stands in the
 * first. From rollups and from the log come the same facts.
 * @param rules of the types that are wanted; others are left out
 */
export function dayFacts(days: readonly DayCount[], rules: readonly PointRule[]): readonly EngagementFact[] {
  const ruleOf = new Map(rules.map((rule) => [rule.type, rule]));
  return summed(days).flatMap((day) => {
    const rule = ruleOf.get(day.type);
    if (rule === undefined) return [];
    const trusted = { count: day.count - day.suspectCount, value: day.valueSum - day.suspectValueSum };
    const suspect = { count: day.suspectCount, value: day.suspectValueSum };
    return [...factsOf(day, trusted, rule, false), ...factsOf(day, suspect, rule, true)];
  });
}

/** Facts of the strength of a tie: what was done with each other, and each purchase. */
export function tieFacts(
  days: readonly DayCount[],
  purchases: readonly Purchase[],
  model: TieStrengthModel,
): readonly EngagementFact[] {
  const { contact, intensity, replies, commitment } = model;
  const contacts = contact.types.map((type) => ({
    type,
    points: contact.pointsPerDay,
    dailyCap: contact.pointsPerDay,
  }));
  // Later ones win: where a type has a rule of its own, as many facts as that one needs.
  const rules = [...contacts, ...replies.rules, ...intensity.rules, ...commitment.rules];
  const bought = commitment.repeatedType;
  return [
    ...dayFacts(
      days.filter(({ type }) => type !== bought),
      rules,
    ),
    ...purchases
      .filter(({ isMoneyOnly }) => isMoneyOnly !== true)
      .map(({ factId, on }, at) => ({ factId: `${bought}:${factId ?? at}`, type: bought, on })),
  ];
}

function factsOf(
  { day, type }: DayCount,
  { count, value }: { readonly count: number; readonly value: number },
  { points, dailyCap, perValue }: PointRule,
  isClockSuspect: boolean,
): EngagementFact[] {
  const enough = perValue === undefined ? Math.ceil(dailyCap / points) : 1;
  return Array.from({ length: Math.min(count, enough) }, (_, at) => ({
    factId: `${day}:${type}:${isClockSuspect ? 'suspect:' : ''}${at}`,
    type,
    on: day,
    value: at === 0 ? value : 0,
    isClockSuspect,
  }));
}

/** One row per day and type: registrations that were merged may both have one. */
function summed(days: readonly DayCount[]): readonly DayCount[] {
  const cells = new Map<string, DayCount>();
  for (const day of days) {
    const key = `${day.day}:${day.type}`;
    const before = cells.get(key);
    cells.set(
      key,
      before === undefined
        ? day
        : {
            day: day.day,
            type: day.type,
            count: before.count + day.count,
            valueSum: before.valueSum + day.valueSum,
            suspectCount: before.suspectCount + day.suspectCount,
            suspectValueSum: before.suspectValueSum + day.suspectValueSum,
            lastAt: Math.max(before.lastAt, day.lastAt),
          },
    );
  }
  return [...cells.values()];
}
