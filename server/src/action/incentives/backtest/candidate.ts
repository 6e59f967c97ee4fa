import type { AwardHold } from '@siyu/shared/contracts/awards.limits';
import type { CollisionKind } from '@siyu/shared/contracts/backtests.limits';

/** An award that nothing speaks against but its guard and what there is left to give. */
export interface Candidate {
  /** The number that stands for the person. */
  readonly memberNo: number;
  readonly ruleNo: number;
  /** Of the fact that earned it; budgets are taken in this order. */
  readonly decidedNo: number;
  readonly decidedAt: number;
  readonly occurredAt: number;
  readonly points: number;
  readonly valueFen: number;
  /** Why a person would look first; null: nobody, or it is refused. */
  readonly hold: AwardHold | null;
  /** By the guard of that moment, or since nothing was left. Null: it is given. */
  readonly refusal: 'GUARD' | 'BUDGET' | 'STOCK' | null;
  /** When the fact was withdrawn, or a person refused or took back the same award; null: never. */
  readonly takenBackAt: number | null;
}

/** An award that a rule would have given, and another one took from it. */
export interface Loss {
  readonly memberNo: number;
  readonly decidedNo: number;
  readonly decidedAt: number;
  /** Of the rule that gives nothing. */
  readonly ruleNo: number;
  readonly kind: CollisionKind;
  /** The rule of its group that gave; of the cap of the year the one that took most of it, or the draft if without it there was room. */
  readonly byRuleNo: number;
}
