import type { SendState, SettledBy } from '@siyu/shared/contracts/platform-sends.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** OPEN: can be taken back. RECALLED: was. OVER: too late. */
export type Recall = 'OPEN' | 'RECALLED' | 'OVER';

/** One message of ours to a platform: at most one call is ever made for it. */
@Entity('platform_sends')
@Index('uq_platform_sends_business_key', ['businessKey'], { unique: true })
@Index('ix_platform_sends_due', ['state', 'nextAt'])
@Index('ix_platform_sends_planned', ['plannedAt', 'sendId'])
@Index('ix_platform_sends_match', ['matchKey', 'state'])
@Index('ix_platform_sends_member', ['memberNo', 'plannedAt'])
@Index('ix_platform_sends_held', ['heldById', 'state'])
@Index('ix_platform_sends_recall', ['recall', 'sendId'])
export class PlatformSend {
  @Col.publicId({ grade: 'L1', primary: true }) sendId!: string;
  /** What kind of message: who sends it, and by which interface. */
  @Col.code(32, { grade: 'L1' }) channel!: string;
  /** Says what is sent, so that planning it twice is planning it once. Carries nothing personal. */
  @Col.code(128, { grade: 'L1' }) businessKey!: string;
  @Col.memberNo({ grade: 'L2', nullable: true }) memberNo!: number | null;
  @Col.code(16, { grade: 'L1' }) state!: SendState;
  /** Encrypted: receiver and content. Gone once it is known what became of it. */
  @Col.longText({ grade: 'L4', nullable: true }) message!: string | null;
  /** A hash by which an event of the platform that names no id finds its send. */
  @Col.code(64, { grade: 'L2', nullable: true }) matchKey!: string | null;
  @Col.instant({ grade: 'L2' }) plannedAt!: number;
  /** Of a planned one: not before; of an unknown one: when to ask the platform again. */
  @Col.instant({ grade: 'L1' }) nextAt!: number;
  /** Of no use to anybody afterwards. */
  @Col.instant({ grade: 'L2', nullable: true }) notAfter!: number | null;
  @Col.count({ grade: 'L1' }) attempts!: number;
  /** Whose turn it was to send: a later owner knows that this one's call is over. */
  @Col.count({ grade: 'L1', nullable: true }) fence!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) sendingAt!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) settledAt!: number | null;
  @Col.code(16, { grade: 'L1', nullable: true }) settledBy!: SettledBy | null;
  /** The platform's id of the message. */
  @Col.code(128, { grade: 'L2', nullable: true }) platformId!: string | null;
  @Col.code(64, { grade: 'L1', nullable: true }) errorCode!: string | null;
  @Col.code(64, { grade: 'L1', nullable: true }) rid!: string | null;
  /** The brake that holds a planned one back, or for which a sent one was taken back. */
  @Col.publicId({ grade: 'L1', nullable: true }) heldById!: string | null;
  /** Of a sent one that waits for a person's tap: OPEN while it can be taken back. */
  @Col.code(16, { grade: 'L1', nullable: true }) recall!: Recall | null;
  /** Of the person who decided what became of an unknown one. */
  @Col.publicId({ grade: 'L2', nullable: true }) resolverId!: string | null;
  @Col.text(200, { grade: 'L2', nullable: true }) reason!: string | null;
}
