import type { InsertOutcome, InsertPurpose, InsertRefusal } from '@siyu/shared/contracts/sidebar.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A text that staff wanted to say in a chat, and whether it was let through. Rows are only ever added. */
@Entity('sidebar_inserts')
@Index('ix_sidebar_inserts_member', ['memberNo', 'staffId', 'decidedAt'])
@Index('ix_sidebar_inserts_group', ['groupId', 'staffId', 'decidedAt'])
export class SidebarInsertRow {
  @Col.publicId({ grade: 'L1', primary: true }) insertId!: string;
  @Col.publicId({ grade: 'L2' }) staffId!: string;
  /** Of a chat with a person; null in a group. */
  @Col.memberNo({ grade: 'L2', nullable: true }) memberNo!: number | null;
  /** Of a group; null in a chat with a person. */
  @Col.publicId({ grade: 'L2', nullable: true }) groupId!: string | null;
  @Col.code(16, { grade: 'L1' }) purpose!: InsertPurpose;
  /** Reads like advice: it went out under the adviser's name and number. */
  @Col.flag({ grade: 'L1' }) isAdvice!: boolean;
  /** Of advice: whether it uses a research report, and then whose and of which day. */
  @Col.json({ grade: 'L2', nullable: true }) basis!: object | null;
  @Col.code(64, { grade: 'L2' }) textSha256!: string;
  /** Encrypted: what went out, or what was not let through. */
  @Col.longText({ grade: 'L3' }) sealedText!: string;
  @Col.code(24, { grade: 'L2', nullable: true }) refusal!: InsertRefusal | null;
  @Col.instant({ grade: 'L2' }) decidedAt!: number;
}

/** What became of a text that was let through. Of one whose end nobody knew, a person may say it later: a second row. */
@Entity('sidebar_insert_outcomes')
export class SidebarInsertOutcome {
  @Col.publicId({ grade: 'L1', primary: true }) insertId!: string;
  @Col.count({ grade: 'L1', primary: true }) place!: number;
  @Col.code(16, { grade: 'L2' }) outcome!: InsertOutcome;
  @Col.instant({ grade: 'L2' }) toldAt!: number;
}
