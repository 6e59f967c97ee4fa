import { askRule, isDated, type AskedRule, type CheckedGroup, type Stored } from '../rules/index.ts';
import { addDays, epochDay, type EpochDay } from '../time/index.ts';
import type { AwardRule } from './award-rule.ts';
import { EARNING_EVENTS, type EarningEvent, type EarningFact } from './earning-fact.ts';
import { knownValues } from './known-values.ts';
import type { MemberState } from './member-state.ts';

/** A rule with its condition turned into closures. */
export interface PreparedRule {
  readonly rule: AwardRule;
  /** Salt of the lot by which members are held out; the same for every version. */
  readonly salt: string;
  /** The condition; null when days are counted back from the day of the fact. */
  readonly always: AskedRule | null;
  readonly askedOn: (day: EpochDay) => AskedRule;
}

/** Rules of one event. */
export interface RulesOfEvent {
  /** The one that awards first at the front. */
  readonly rules: readonly PreparedRule[];
  /** What their conditions ask, in the slots in which they look for it. */
  readonly values: (fact: EarningFact, state: MemberState) => readonly Stored[];
}

/** Rules that are asked of many facts. */
export interface PreparedRules {
  readonly all: readonly PreparedRule[];
  readonly byEvent: ReadonlyMap<EarningEvent, RulesOfEvent>;
}

const ANY_DAY = epochDay(0);
const EVERYBODY: AskedRule = { fulfils: () => true, explains: () => true };

/** Turns rules into closures, once for all facts; the order in which they are given does not matter. */
export function prepareRules(rules: readonly AwardRule[]): PreparedRules {
  const keys = [...new Set(rules.flatMap(({ condition }) => (condition === null ? [] : keysOf(condition))))];
  const slots = new Map(keys.map((key, slot) => [key, slot]));
  const values = knownValues(keys);
  const all = [...rules]
    .sort((one, other) => other.priority - one.priority || one.ruleNo - other.ruleNo)
    .map((rule) => prepare(rule, slots));
  const byEvent = new Map(
    EARNING_EVENTS.map((event) => [event, { rules: all.filter(({ rule }) => rule.when === event), values }]),
  );
  return { all, byEvent };
}

function prepare(rule: AwardRule, slots: ReadonlyMap<string, number>): PreparedRule {
  const { condition, ruleNo } = rule;
  const on = (day: EpochDay): AskedRule =>
    condition === null ? EVERYBODY : askRule(condition, addDays(day, 1), slots);
  const isAlways = condition === null || !isDated(condition);
  return {
    rule,
    salt: `incentive:${ruleNo}`,
    always: isAlways ? on(ANY_DAY) : null,
    askedOn: lastOf(on),
  };
}

/** Keeps what was made for the day that was asked last: facts come day by day. */
function lastOf(make: (day: EpochDay) => AskedRule): (day: EpochDay) => AskedRule {
  let last: { readonly day: EpochDay; readonly asked: AskedRule } | null = null;
  return (day) => {
    if (last?.day !== day) last = { day, asked: make(day) };
    return last.asked;
  };
}

const keysOf = ({ parts }: CheckedGroup): readonly string[] =>
  parts.flatMap((part) => (part.kind === 'is' ? [part.field.key] : keysOf(part)));
