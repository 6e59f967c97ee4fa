import {
  compileRule,
  explainRule,
  isDated,
  type CheckedGroup,
  type Explanation,
  type Facts,
  type FulfilsRule,
} from '../rules/index.ts';
import { addDays, type EpochDay } from '../time/index.ts';
import { HISTORY_FIELDS } from './award-fields.ts';
import type { AwardRule } from './award-rule.ts';
import { EARNING_EVENTS, type EarningEvent } from './earning-fact.ts';

/** A rule with its condition turned into closures. */
export interface PreparedRule {
  readonly rule: AwardRule;
  /** Salt of the lot by which members are held out; the same for every version. */
  readonly salt: string;
  readonly fulfils: (facts: Facts, day: EpochDay) => boolean;
  readonly explains: (facts: Facts, day: EpochDay) => Explanation;
}

/** Rules of one event, the one that awards first at the front. */
interface RulesOfEvent {
  readonly rules: readonly PreparedRule[];
  readonly asksHistory: boolean;
}

/** Rules that are asked of many facts. */
export interface PreparedRules {
  readonly all: readonly PreparedRule[];
  readonly byEvent: ReadonlyMap<EarningEvent, RulesOfEvent>;
}

const HISTORY_KEYS: readonly string[] = HISTORY_FIELDS.map(({ key }) => key);

/** Turns rules into closures, once for all facts; the order in which they are given does not matter. */
export function prepareRules(rules: readonly AwardRule[]): PreparedRules {
  const all = [...rules]
    .sort((one, other) => other.priority - one.priority || one.ruleNo - other.ruleNo)
    .map(prepare);
  const byEvent = new Map(
    EARNING_EVENTS.map((event) => {
      const own = all.filter(({ rule }) => rule.when === event);
      const asksHistory = own.some(({ rule }) => rule.condition !== null && asks(rule.condition));
      return [event, { rules: own, asksHistory }] as const;
    }),
  );
  return { all, byEvent };
}

function prepare(rule: AwardRule): PreparedRule {
  const { condition, ruleNo } = rule;
  const salt = `incentive:${ruleNo}`;
  if (condition === null)
    return { rule, salt, fulfils: () => true, explains: () => ({ holds: true, conditions: [] }) };
  const fulfils = ofDay<FulfilsRule>(condition, compileRule);
  const explains = ofDay<(facts: Facts) => Explanation>(condition, explainRule);
  return {
    rule,
    salt,
    fulfils: (facts, day) => fulfils(day)(facts),
    explains: (facts, day) => explains(day)(facts),
  };
}

/** Compiles for the evening of a day; anew on another one only when days are counted back from it. */
function ofDay<Compiled>(
  condition: CheckedGroup,
  compile: (condition: CheckedGroup, asOf: EpochDay) => Compiled,
): (day: EpochDay) => Compiled {
  const dated = isDated(condition);
  let last: { readonly day: EpochDay; readonly compiled: Compiled } | null = null;
  return (day) => {
    if (last === null || (dated && last.day !== day))
      last = { day, compiled: compile(condition, addDays(day, 1)) };
    return last.compiled;
  };
}

const asks = ({ parts }: CheckedGroup): boolean =>
  parts.some((part) => (part.kind === 'is' ? HISTORY_KEYS.includes(part.field.key) : asks(part)));
