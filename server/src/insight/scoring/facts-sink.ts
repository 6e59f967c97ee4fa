import type { Conclusion } from '@siyu/shared/contracts/identity.limits';
import type { StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { EpochDay } from '@siyu/shared/time';
import type { Transaction } from '../../platform/database/index.ts';
import type { KeptRfe, KeptScore, KeptTie } from './kept-state.ts';

/** A member with the run that looked at them. */
export type FactsMoment = Pick<MemberFacts, 'memberNo' | 'seq' | 'asOf'>;

/** What is known of a member on one day: everything a segment or a feed may depend on. */
export interface MemberFacts {
  readonly memberNo: number;
  /** Facts of the member up to this number are in. */
  readonly seq: number;
  /** Exclusive day boundary, 00:00 Shanghai. */
  readonly asOf: EpochDay;
  /** First later asOf on which any of this would differ without a new fact. */
  readonly nextChangeOn: EpochDay | null;
  /** Null, as the day, when the member does not want it used. */
  readonly stage: StageCode | null;
  readonly stageReachedOn: EpochDay | null;
  readonly isAccountLinked: boolean;
  /** False when the member has not agreed to profiling: then there are no scores. */
  readonly isProfiled: boolean;
  /** Conclusions that the member does not want drawn: what they say is null. */
  readonly refused: ReadonlySet<Conclusion>;
  /** Whether what is held may be looked at and concluded from. */
  readonly areHoldingsReadable: boolean;
  readonly lessonsCompleted: number;
  /** Epoch milliseconds of the last thing the member did. */
  readonly lastActiveAt: number | null;
  readonly score: KeptScore | null;
  readonly rfe: KeptRfe | null;
  readonly tie: KeptTie | null;
}

/** Takes the facts of scored members in the transaction that writes their scores. Provided by segments. */
export abstract class FactsSink {
  /**
   * @returns of each member the first later asOf on which what is made of the facts would differ without a new one;
   *   absent or null when never
   */
  abstract replaceFacts(
    tx: Transaction,
    facts: readonly MemberFacts[],
  ): Promise<ReadonlyMap<number, EpochDay | null>>;
  /** Forgets members of whom nothing may be known any more: merged into another registration, or stored only. */
  abstract removeFacts(tx: Transaction, members: readonly FactsMoment[]): Promise<void>;
}
