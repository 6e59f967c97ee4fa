import type { UnreadableWhy } from '../../foundation/wechat/index.ts';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** How far the archive is read; the job that reads on has the lease. */
@Entity('archive_cursors')
export class ArchiveCursor {
  @Col.code(16, { grade: 'L1', primary: true }) feed!: string;
  @Col.count({ grade: 'L1' }) lastSeq!: number;
  /** When there was nothing more to read; null until then. */
  @Col.instant({ grade: 'L1', nullable: true }) caughtUpAt!: number | null;
  /** The last stretch of time the archive gave no longer when we came. */
  @Col.instant({ grade: 'L1', nullable: true }) lostFrom!: number | null;
  @Col.instant({ grade: 'L1', nullable: true }) lostTo!: number | null;
  /** Messages that were handed over without a consent, of which nothing is kept. */
  @Col.count({ grade: 'L1' }) refusedCount!: number;
}

/** A record nobody can read: as it came, until its key is there. */
@Entity('archive_unread_records')
@Index('ix_archive_unread_why', ['why', 'keyVersion', 'seq'])
export class UnreadRecord {
  @Col.count({ grade: 'L1', primary: true }) seq!: number;
  @Col.code(128, { grade: 'L2' }) msgid!: string;
  @Col.code(16, { grade: 'L1' }) why!: UnreadableWhy;
  @Col.count({ grade: 'L1' }) keyVersion!: number;
  @Col.longText({ grade: 'L4' }) encryptedKey!: string;
  /** Empty when it is too long to be kept. */
  @Col.longText({ grade: 'L4' }) encryptedMessage!: string;
  @Col.instant({ grade: 'L2' }) heardAt!: number;
}

/** An employee with a seat of the archive. */
@Entity('archive_seats')
export class ArchiveSeat {
  @Col.code(64, { grade: 'L2', primary: true }) wecomUserId!: string;
  @Col.instant({ grade: 'L1' }) since!: number;
}
