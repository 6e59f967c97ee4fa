import type { AwardHold, AwardRefusal, AwardState } from '@siyu/shared/contracts/awards.limits';
import type { EarningEvent, Reward } from '@siyu/shared/incentives';
import type { SeenCondition } from '@siyu/shared/rules';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/**
 * What a member got for something they did, with everything the decision rested on. Under its key a rule thanks for an
 * event once, whatever is tried again.
 */
@Entity('awards')
@Index('uq_awards_id', ['awardId'], { unique: true })
@Index('uq_awards_no', ['awardNo'], { unique: true })
@Index('uq_awards_event', ['ruleNo', 'memberNo', 'eventId'], { unique: true })
@Index('ix_awards_state', ['state', 'awardNo'])
export class Award {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  /** Awards were given, and budgets taken, in this order. */
  @Col.count({ grade: 'L1', primary: true }) awardNo!: number;
  @Col.publicId({ grade: 'L1' }) awardId!: string;
  @Col.publicId({ grade: 'L1' }) ruleId!: string;
  @Col.count({ grade: 'L1' }) ruleNo!: number;
  @Col.count({ grade: 'L1' }) ruleVersion!: number;
  @Col.text(30, { grade: 'L1' }) ruleName!: string;
  /** What members read of the version. */
  @Col.text(16, { grade: 'L1' }) title!: string;
  @Col.text(40, { grade: 'L1' }) reason!: string;
  @Col.publicId({ grade: 'L2' }) eventId!: string;
  @Col.code(32, { grade: 'L3' }) event!: EarningEvent;
  @Col.publicId({ grade: 'L3', nullable: true }) contentId!: string | null;
  /** Of the member's clock: decided by what was known at the seq before. */
  @Col.count({ grade: 'L2' }) seq!: number;
  @Col.instant({ grade: 'L3' }) occurredAt!: number;
  /** Shanghai's day of it, by which limits count. */
  @Col.day({ grade: 'L3' }) occurredOn!: number;
  @Col.json({ grade: 'L1' }) reward!: Reward;
  @Col.count({ grade: 'L2' }) points!: number;
  @Col.fen({ grade: 'L2' }) valueFen!: number;
  @Col.instant({ grade: 'L2', nullable: true }) pendingUntil!: number | null;
  @Col.day({ grade: 'L2', nullable: true }) expiresOn!: number | null;
  @Col.code(16, { grade: 'L2' }) state!: AwardState;
  @Col.code(24, { grade: 'L2', nullable: true }) hold!: AwardHold | null;
  /** How many seconds, things or people were seen. */
  @Col.count({ grade: 'L2', nullable: true }) holdSeen!: number | null;
  @Col.code(16, { grade: 'L2', nullable: true }) refusal!: AwardRefusal | null;
  /** The value that each condition saw. */
  @Col.json({ grade: 'L2' }) explanation!: readonly SeenCondition[];
  @Col.instant({ grade: 'L2' }) givenAt!: number;
  /** Whoever of staff decided about it last, and why. */
  @Col.publicId({ grade: 'L1', nullable: true }) deciderId!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) decidedAt!: number | null;
  @Col.text(200, { grade: 'L2', nullable: true }) decisionReason!: string | null;
}

/** The number of the last award: whoever awards takes the next ones by one update, so that the order is that of the commits. */
@Entity('award_counters')
export class AwardCounter {
  @Col.code(16, { grade: 'L1', primary: true }) name!: string;
  @Col.count({ grade: 'L1' }) lastNo!: number;
}
