import type { SafetyReason, TrustedRelation } from '@siyu/shared/contracts/elder.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** The year of birth as a member said it. Append-only: the earliest one counts. */
@Entity('birth_year_statements')
export class BirthYearStatement {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L2', primary: true }) statementNo!: number;
  @Col.count({ grade: 'L3' }) birthYear!: number;
  @Col.instant({ grade: 'L2' }) statedAt!: number;
}

/** A call that comes before anybody speaks of products, once in a lifetime of the account. */
@Entity('elder_call_backs')
@Index('uq_elder_call_backs_member', ['memberNo'], { unique: true })
@Index('ix_elder_call_backs_state', ['state', 'requiredAt', 'callBackId'])
export class ElderCallBack {
  @Col.publicId({ grade: 'L1', primary: true }) callBackId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(16, { grade: 'L2' }) state!: 'WAITING' | 'DONE';
  @Col.instant({ grade: 'L2' }) requiredAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) calledAt!: number | null;
  @Col.publicId({ grade: 'L2', nullable: true }) callerId!: string | null;
}

/** Whom to call for a member's safety. Name and number are encrypted. */
@Entity('trusted_contacts')
export class TrustedContact {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(16, { grade: 'L3' }) relation!: TrustedRelation;
  @Col.text(600, { grade: 'L4' }) sealed!: string;
  @Col.instant({ grade: 'L2' }) namedAt!: number;
}

/** That a member's trusted contact was to be called, by whom and why. Append-only; nothing else ever reads a number. */
@Entity('safety_notices')
@Index('ix_safety_notices_member', ['memberNo', 'raisedAt'])
export class SafetyNotice {
  @Col.publicId({ grade: 'L1', primary: true }) noticeId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(24, { grade: 'L3' }) reason!: SafetyReason;
  @Col.text(300, { grade: 'L3' }) text!: string;
  @Col.publicId({ grade: 'L2' }) staffId!: string;
  @Col.instant({ grade: 'L2' }) raisedAt!: number;
}
