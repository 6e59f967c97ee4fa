import type { FindingState } from '@siyu/shared/contracts/archive.limits';
import type { WordingFault, WordingLevel } from '@siyu/shared/contracts/moderation.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Words of staff that may not be said, by their place in the message: the words themselves stand nowhere else. */
@Entity('archive_findings')
@Index('uq_archive_findings_place', ['messageId', 'placeNo'], { unique: true })
@Index('ix_archive_findings_state', ['state', 'sentAt', 'findingId'])
@Index('ix_archive_findings_security', ['security', 'sentAt'])
@Index('ix_archive_findings_user', ['wecomUserId', 'state', 'sentAt'])
export class ArchiveFinding {
  @Col.publicId({ grade: 'L1', primary: true }) findingId!: string;
  @Col.publicId({ grade: 'L1' }) messageId!: string;
  @Col.count({ grade: 'L1' }) placeNo!: number;
  @Col.code(64, { grade: 'L2' }) wecomUserId!: string;
  @Col.instant({ grade: 'L2' }) sentAt!: number;
  @Col.code(16, { grade: 'L2' }) level!: WordingLevel;
  @Col.code(32, { grade: 'L2' }) fault!: WordingFault;
  @Col.code(64, { grade: 'L2' }) reasonCode!: string;
  /** Place in the text, in UTF-16 units, `[startsAt, endsAt)`. */
  @Col.count({ grade: 'L2' }) startsAt!: number;
  @Col.count({ grade: 'L2' }) endsAt!: number;
  /** The security that a stock tip is about, and what it says to do: BUY or SELL. Null when it cannot be told. */
  @Col.code(6, { grade: 'L2', nullable: true }) security!: string | null;
  @Col.code(4, { grade: 'L2', nullable: true }) direction!: 'BUY' | 'SELL' | null;
  /** Which version of each part of the dictionary judged. */
  @Col.json({ grade: 'L1' }) dictionaryVersions!: Readonly<Record<string, number>>;
  @Col.code(16, { grade: 'L2' }) state!: FindingState;
  @Col.instant({ grade: 'L2', nullable: true }) handledAt!: number | null;
  @Col.publicId({ grade: 'L2', nullable: true }) handlerId!: string | null;
  @Col.text(200, { grade: 'L2', nullable: true }) note!: string | null;
}
