import type { EpochDay } from '../../time/index.ts';
import type { EngagementFact } from '../facts/engagement-fact.ts';

/** What an event type is worth, in hundredths of a point. */
export interface PointRule {
  readonly type: string;
  /** For each event; with `perValue` for each full `perValue` of the day's values together. */
  readonly points: number;
  /** Unit of the facts' value that earns `points`, such as 300 seconds of reading. */
  readonly perValue?: number;
  /** Most that one type earns on one day; facts with a suspect clock at most half of it. */
  readonly dailyCap: number;
}

/** What one type earned on one day, and by which facts. */
export interface TypeDayPoints {
  readonly on: EpochDay;
  readonly type: string;
  /** Hundredths of a point, at least 1. */
  readonly points: number;
  /** Every fact of this type and day, also those beyond the cap, in the order of their ids. */
  readonly factIds: readonly string[];
}

interface Cell {
  readonly rule: PointRule;
  readonly on: EpochDay;
  readonly facts: EngagementFact[];
}

/**
 * Points per event type and day, capped so that neither a flood of one kind nor a wrong clock buys much: the
 * facts of a type and day earn at most its cap together, those with a suspect clock at most half the cap
 * (rounded down). Days and types that earn nothing are left out; the result is ordered by day, then type.
 *
 * @param facts each id once; types without a rule count nothing
 * @example
 * dailyPoints([{ factId: 'a', type: 'checked_in', on: epochDay(20_780) }], [{ type: 'checked_in', points: 100, dailyCap: 100 }]) // => [{ on: 20780, type: 'checked_in', points: 100, factIds: ['a'] }]
 */
export function dailyPoints(
  facts: readonly EngagementFact[],
  rules: readonly PointRule[],
): readonly TypeDayPoints[] {
  const ruleOf = new Map(rules.map((rule) => [rule.type, rule]));
  const cells = new Map<string, Cell>();
  for (const fact of facts) {
    const rule = ruleOf.get(fact.type);
    if (rule === undefined) continue;
    const key = `${fact.on}:${fact.type}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { rule, on: fact.on, facts: [fact] });
    else cell.facts.push(fact);
  }
  return [...cells.values()]
    .map(pointsOf)
    .filter(({ points }) => points > 0)
    .sort((one, other) => one.on - other.on || compareText(one.type, other.type));
}

function pointsOf({ rule, on, facts }: Cell): TypeDayPoints {
  const suspects = facts.filter((fact) => fact.isClockSuspect === true);
  const trusted = facts.filter((fact) => fact.isClockSuspect !== true);
  const fromSuspects = Math.min(Math.floor(rule.dailyCap / 2), earned(suspects, rule));
  return {
    on,
    type: rule.type,
    points: Math.min(rule.dailyCap, earned(trusted, rule) + fromSuspects),
    factIds: facts.map(({ factId }) => factId).sort(compareText),
  };
}

function earned(facts: readonly EngagementFact[], { points, perValue }: PointRule): number {
  if (perValue === undefined) return facts.length * points;
  const measured = facts.reduce((sum, { value }) => sum + Math.max(0, value ?? 0), 0);
  return Math.floor(measured / perValue) * points;
}

/** By code unit: the order of a locale would differ from phone to server. */
function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
