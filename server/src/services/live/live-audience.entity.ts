import type { ChatDoubt, ChatState } from '@siyu/shared/contracts/live.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A member means to watch a live. Withdrawn, the row stays: whoever reserves again did so once. */
@Entity('live_reservations')
@Index('ix_live_reservations_member', ['memberNo', 'reservedAt'])
export class LiveReservation {
  @Col.publicId({ grade: 'L1', primary: true }) liveId!: string;
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.instant({ grade: 'L2' }) reservedAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) withdrawnAt!: number | null;
}

/**
 * A stretch of time in which a member's player told that it plays, by the server's clock. Two devices at once write the
 * same stretch, so that no minute counts twice.
 */
@Entity('live_viewings')
@Index('ix_live_viewings_until', ['liveId', 'untilAt'])
@Index('ix_live_viewings_member', ['memberNo', 'fromAt'])
export class LiveViewing {
  @Col.publicId({ grade: 'L1', primary: true }) liveId!: string;
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L2', primary: true }) visitNo!: number;
  @Col.instant({ grade: 'L2' }) fromAt!: number;
  @Col.instant({ grade: 'L2' }) untilAt!: number;
}

/** A member counts as having attended, once. */
@Entity('live_attendances')
@Index('ix_live_attendances_member', ['memberNo', 'countedAt'])
export class LiveAttendance {
  @Col.publicId({ grade: 'L1', primary: true }) liveId!: string;
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  /** Whole minutes watched; null where the quiz after tells. */
  @Col.count({ grade: 'L2', nullable: true }) minutes!: number | null;
  @Col.instant({ grade: 'L2' }) countedAt!: number;
}

/** Something a member said in a live, refused things included: all of it is kept. */
@Entity('live_chats')
@Index('uq_live_chats_seq', ['liveId', 'seq'], { unique: true })
@Index('ix_live_chats_live', ['liveId', 'sentAt', 'chatId'])
@Index('ix_live_chats_state', ['liveId', 'state', 'seq'])
@Index('ix_live_chats_member', ['memberNo', 'sentAt'])
export class LiveChatEntry {
  /** The phone's own id: a repeat meets it. */
  @Col.publicId({ grade: 'L1', primary: true }) chatId!: string;
  @Col.publicId({ grade: 'L1' }) liveId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.text(100, { grade: 'L3' }) text!: string;
  @Col.code(16, { grade: 'L2' }) state!: ChatState;
  /** Place of its last change in what everybody sees. */
  @Col.count({ grade: 'L1', nullable: true }) seq!: number | null;
  @Col.json({ grade: 'L2' }) doubts!: ChatDoubt[];
  /** What its writer was told. */
  @Col.code(64, { grade: 'L2', nullable: true }) refusedCode!: string | null;
  @Col.instant({ grade: 'L2' }) sentAt!: number;
  @Col.publicId({ grade: 'L2', nullable: true }) deciderId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
}
