import { awardFields } from '../shared/src/contracts/award-fields.limits.ts';
import { STAGES } from '../shared/src/contracts/scoring.limits.ts';
import { historyOf } from '../shared/src/incentives/history-of.ts';
import {
  EARNING_EVENTS,
  type AwardRule,
  type EarningEvent,
  type EarningFact,
  type MemberState,
} from '../shared/src/incentives/index.ts';
import { checkRule } from '../shared/src/rules/index.ts';

export const RULES = 20;
export const CONDITIONS = 4;
export const FACTS = 10_000;
/** Facts that a member has before the one that is decided, at most. */
const PAST = 10;
const DAY_MS = 86_400_000;
const FROM = Date.UTC(2026, 11, 31, 16);

/** A condition as every engine of the bench can say it. */
export interface PlainCondition {
  readonly field: string;
  readonly operator: '=' | '<' | '>=' | 'in';
  readonly value: string | number | readonly string[];
}

/** A fact with the member as of the moment before it, and the same said flatly for engines that know no history. */
export interface AskedFact {
  readonly fact: EarningFact;
  readonly state: MemberState;
  readonly flat: Readonly<Record<string, string | number | null>>;
}

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** When a rule is asked, and what it asks. */
export interface PlainRule {
  readonly when: EarningEvent;
  readonly conditions: readonly PlainCondition[];
}

/** Four rules for each event, of four conditions each, about stage, learning and history: some hold often, some seldom. */
export function plainRules(): readonly PlainRule[] {
  const below = numbers(8);
  const make: readonly (() => PlainCondition)[] = [
    () => ({ field: 'stage', operator: 'in', value: STAGES.slice(below(2), 2 + below(4)) }),
    () => ({ field: 'lessonsCompleted', operator: '>=', value: below(30) }),
    () => ({ field: 'lessonsCompleted', operator: '<', value: 20 + below(30) }),
    () => ({ field: 'nthThisWeek', operator: '>=', value: 1 + below(3) }),
    () => ({ field: 'nthToday', operator: '=', value: 1 + below(2) }),
    () => ({ field: 'activeDaysIn30', operator: '>=', value: 1 + below(5) }),
    () => ({ field: 'streakDays', operator: '<', value: 2 + below(4) }),
    () => ({ field: 'nthOfContent', operator: '=', value: 1 }),
  ];
  return Array.from({ length: RULES }, (_, rule) => ({
    when: eventAt(rule),
    conditions: Array.from({ length: CONDITIONS }, (_each, at) => {
      const maker = make[(rule + at * 2 + below(2)) % make.length];
      if (maker === undefined) throw new Error('no condition');
      return maker();
    }),
  }));
}

function eventAt(at: number): EarningEvent {
  const event = EARNING_EVENTS[at % EARNING_EVENTS.length];
  if (event === undefined) throw new Error('no event');
  return event;
}

/** The same as rules that award without a limit. */
export function awardRules(plain: readonly PlainRule[]): readonly AwardRule[] {
  return plain.map(({ when, conditions }, at) => {
    const verdict = checkRule({ combinator: 'and', rules: conditions }, awardFields);
    if (!verdict.isGood) throw new Error(JSON.stringify(verdict.faults));
    return {
      ruleNo: at + 1,
      version: 1,
      name: `rule ${at + 1}`,
      when,
      condition: verdict.rule,
      mission: null,
      then: { kind: 'points', points: 1 },
      limits: {
        perDay: null,
        perWeek: null,
        total: null,
        coolDownHours: null,
        pendingDays: 0,
        expiresAfterDays: null,
      },
      valueFen: 0,
      schedule: { from: FROM, until: FROM + 366 * DAY_MS },
      priority: 0,
      stackingGroup: null,
      holdoutPercent: 0,
    };
  });
}

/** What as many members did, each with a history of up to ten facts. */
export function askedFacts(): readonly AskedFact[] {
  const below = numbers(4);
  return Array.from({ length: FACTS }, (_, at) => {
    const occurredAt = FROM + (60 + below(60)) * DAY_MS + below(DAY_MS);
    const make = (seq: number, when: number): EarningFact => ({
      memberNo: at + 1,
      seq,
      eventId: `${at}-${seq}`,
      type: eventAt(below(EARNING_EVENTS.length)),
      occurredAt: when,
      recordedAt: when,
      contentId: `lesson-${below(8)}`,
      value: null,
      isClockSuspect: false,
    });
    const past = Array.from({ length: below(PAST + 1) }, (_each, nth) =>
      make(nth, occurredAt - below(12 * DAY_MS)),
    ).sort((one, other) => one.occurredAt - other.occurredAt);
    const fact = make(100, occurredAt);
    const facts = { stage: STAGES[below(STAGES.length)] ?? null, lessonsCompleted: below(40) };
    return { fact, state: { facts, past }, flat: { when: fact.type, ...facts, ...historyOf(fact, past) } };
  });
}
