import type { MessageClass, NoticeKind, NoticeState } from '@siyu/shared/contracts/notifications.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Something a member asked to be told of, until they ask no longer. */
@Entity('notice_wishes')
@Index('ix_notice_wishes_subject', ['kind', 'subject', 'memberNo'])
export class NoticeWish {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(32, { grade: 'L1', primary: true }) kind!: NoticeKind;
  @Col.code(64, { grade: 'L3', primary: true }) subject!: string;
  /** What the subject was called when it was asked for. */
  @Col.text(60, { grade: 'L3' }) title!: string;
  @Col.instant({ grade: 'L2' }) wishedAt!: number;
}

/** Something that happened of which everybody is told who asked; walked over in steps. */
@Entity('notice_rounds')
@Index('uq_notice_rounds_item', ['kind', 'itemId'], { unique: true })
@Index('ix_notice_rounds_open', ['isDone', 'roundId'])
export class NoticeRound {
  @Col.publicId({ grade: 'L1', primary: true }) roundId!: string;
  @Col.code(32, { grade: 'L1' }) kind!: NoticeKind;
  @Col.code(64, { grade: 'L1' }) subject!: string;
  @Col.code(64, { grade: 'L1' }) itemId!: string;
  @Col.json({ grade: 'L1' }) facts!: Readonly<Record<string, string>>;
  @Col.instant({ grade: 'L1' }) startedAt!: number;
  /** Number of the last member who was told. */
  @Col.memberNo({ grade: 'L2' }) afterNo!: number;
  @Col.flag({ grade: 'L1' }) isDone!: boolean;
}

/** One subscribe message to one member: what it said, and what became of it. */
@Entity('notices')
@Index('uq_notices_item', ['memberNo', 'kind', 'itemId'], { unique: true })
@Index('ix_notices_planned', ['plannedAt', 'noticeId'])
@Index('ix_notices_state', ['state', 'plannedAt'])
export class Notice {
  @Col.publicId({ grade: 'L1', primary: true }) noticeId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(32, { grade: 'L2' }) kind!: NoticeKind;
  @Col.code(16, { grade: 'L1' }) messageClass!: MessageClass;
  /** What the member asked to hear of. */
  @Col.code(64, { grade: 'L3' }) subject!: string;
  /** What there was to tell. */
  @Col.code(64, { grade: 'L3' }) itemId!: string;
  @Col.code(64, { grade: 'L1' }) templateId!: string;
  /** Title of the message and its lines, as the member reads them. */
  @Col.text(60, { grade: 'L2' }) title!: string;
  @Col.json({ grade: 'L3' }) said!: readonly string[];
  @Col.code(16, { grade: 'L2' }) state!: NoticeState;
  @Col.code(64, { grade: 'L2', nullable: true }) reason!: string | null;
  @Col.instant({ grade: 'L2' }) plannedAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) settledAt!: number | null;
  @Col.publicId({ grade: 'L1', nullable: true }) sendId!: string | null;
}
