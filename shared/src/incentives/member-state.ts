import type { Facts } from '../rules/index.ts';
import type { EarningFact } from './earning-fact.ts';

/** What history looks back at most, civil days. */
export const HISTORY_DAYS = 400;

/** A member just before a fact, as of `seq − 1`. */
export interface MemberState {
  /** By key of the award fields; what is not there is not known. */
  readonly facts: Facts;
  /** Earning facts that are not withdrawn, of the last `HISTORY_DAYS` days. */
  readonly past: readonly EarningFact[];
}

/** What a rule has already given a member, counted by the days on which the facts occurred. */
export interface RuleCounter {
  /** On the Shanghai day, and in the week from Monday, of the fact that is decided. */
  readonly today: number;
  readonly thisWeek: number;
  readonly total: number;
  /** When the latest fact that was thanked for occurred. */
  readonly lastAwardedAt: number | null;
}

/** What has already been given to a member. */
export interface Counters {
  readonly ofRule: (ruleNo: number) => RuleCounter;
  /** Value of everything given in the calendar year (Shanghai) of the fact. */
  readonly yearValueFen: number;
}
