import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Why a member was looked at: a new fact, a day that has come, another version of a model. */
export type ScoringCause = 'LIVE' | 'NIGHTLY' | 'FULL';

/** A member was scored for a day with the facts up to a seq, and under which permissions, changed or not. */
@Entity('scoring_runs')
export class ScoringRun {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.day({ grade: 'L2', primary: true }) asOf!: number;
  @Col.count({ grade: 'L2', primary: true }) seq!: number;
  /** `ScoringCause` of the first run with these facts. */
  @Col.code(8, { grade: 'L2' }) cause!: string;
  @Col.flag({ grade: 'L2' }) isMerged!: boolean;
  @Col.flag({ grade: 'L2' }) isServed!: boolean;
  @Col.flag({ grade: 'L2' }) isProfiled!: boolean;
  @Col.flag({ grade: 'L2' }) isAccountReadable!: boolean;
  /** Conclusions that the member did not want drawn, parted by commas; null: none. */
  @Col.code(64, { grade: 'L2', nullable: true }) refused!: string | null;
  @Col.instant({ grade: 'L2' }) scoredAt!: number;
}
