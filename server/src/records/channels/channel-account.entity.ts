import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** An account of the firm, a branch or an employee on a platform. */
@Entity('channel_accounts')
@Index('uq_channel_accounts_handle', ['platform', 'handle'], { unique: true })
@Index('ix_channel_accounts_created', ['createdAt', 'accountId'])
export class ChannelAccountEntry {
  @Col.publicId({ grade: 'L1', primary: true }) accountId!: string;
  @Col.code(16, { grade: 'L1' }) owner!: string;
  @Col.code(24, { grade: 'L1' }) platform!: string;
  @Col.text(40, { grade: 'L1' }) name!: string;
  @Col.text(60, { grade: 'L1' }) handle!: string;
  /** The branch that answers for it: its own, or that of the employee. */
  @Col.publicId({ grade: 'L1', nullable: true }) branchId!: string | null;
  @Col.publicId({ grade: 'L2', nullable: true }) staffId!: string | null;
  @Col.instant({ grade: 'L1' }) createdAt!: number;
}

/**
 * A place where a code of an account hangs or a link stands. The key is on paper: no code changes it, no row is ever
 * deleted, and UNIQUE keeps it from being given out twice.
 */
@Entity('placements')
@Index('uq_placements_key', ['placementKey'], { unique: true })
@Index('ix_placements_link', ['linkUrl'])
@Index('uq_placements_name', ['accountId', 'name'], { unique: true })
export class PlacementEntry {
  @Col.publicId({ grade: 'L1', primary: true }) placementId!: string;
  @Col.publicId({ grade: 'L1' }) accountId!: string;
  @Col.code(10, { grade: 'L1' }) placementKey!: string;
  @Col.text(40, { grade: 'L1' }) name!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  /** Where it leads; null: to the first page. */
  @Col.publicId({ grade: 'L1', nullable: true }) lessonId!: string | null;
  /** The last link that WeChat gave for it, and until when it works. */
  @Col.text(200, { grade: 'L1', nullable: true }) linkUrl!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) linkUntil!: number | null;
  @Col.instant({ grade: 'L1' }) createdAt!: number;
}
