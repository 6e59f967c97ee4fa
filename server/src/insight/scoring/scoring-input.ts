import type { Conclusion } from '@siyu/shared/contracts/identity.limits';
import type { Purchase, RelationHistory } from '@siyu/shared/rfm';
import type { EpochDay } from '@siyu/shared/time';
import type { DayCount } from '../../records/engagement/index.ts';

/** Everything about one member that scoring reads, as it is known at `seq`. */
export interface ScoringInput {
  readonly memberNo: number;
  readonly seq: number;
  /** Merged into another registration: its facts are read as that one's, and nothing is kept under this number. */
  readonly isMerged: boolean;
  /** May be processed at all; else what is there stays stored and nothing is made of it. */
  readonly isServed: boolean;
  /** May be processed for profiling. */
  readonly isProfiled: boolean;
  /** Conclusions that the member does not want drawn. */
  readonly refused: ReadonlySet<Conclusion>;
  readonly isAccountLinked: boolean;
  /** An account is linked and the separate consent to look at it is in force. */
  readonly isAccountReadable: boolean;
  readonly registeredOn: EpochDay;
  /** Path of the member's branch, such as `/gz/tianhe/`; null without one. */
  readonly branchPath: string | null;
  /** Those that count: each once, none that was refunded. */
  readonly purchases: readonly Purchase[];
  /** What the member did, by day and type; a day and type may stand in several rows. */
  readonly days: readonly DayCount[];
  readonly relation: RelationHistory;
  readonly lessonsCompleted: number;
}
