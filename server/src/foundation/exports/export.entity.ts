import type { ExportState } from '@siyu/shared/contracts/exports.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One file of a list: who asked for what, what the second person said, and how far it is. */
@Entity('exports')
@Index('ix_exports_requester', ['requesterId', 'requestedAt', 'exportId'])
@Index('ix_exports_state', ['state', 'requestedAt'])
export class ExportRecord {
  @Col.publicId({ grade: 'L1', primary: true }) exportId!: string;
  /** Name of the registered kind. */
  @Col.code(32, { grade: 'L1' }) kind!: string;
  @Col.code(16, { grade: 'L1' }) state!: ExportState;
  /** Filters and columns as asked for. */
  @Col.json({ grade: 'L3' }) query!: Readonly<Record<string, string>>;
  @Col.json({ grade: 'L1' }) columns!: readonly string[];
  @Col.text(200, { grade: 'L2' }) reason!: string;
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.publicId({ grade: 'L2' }) requesterId!: string;
  @Col.instant({ grade: 'L2' }) requestedAt!: number;
  @Col.publicId({ grade: 'L2', nullable: true }) deciderId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
  @Col.count({ grade: 'L2' }) rowsExpected!: number;
  @Col.count({ grade: 'L2' }) rowsDone!: number;
  /** The owner of the lease that writes the draft: another one begins a draft of its own. */
  @Col.count({ grade: 'L1', nullable: true }) draftFence!: number | null;
  @Col.fen({ grade: 'L1' }) draftBytes!: number;
  /** Where the list goes on. */
  @Col.code(255, { grade: 'L1', nullable: true }) position!: string | null;
  /** Failures in a row. */
  @Col.count({ grade: 'L1' }) attempts!: number;
  @Col.instant({ grade: 'L2', nullable: true }) startedAt!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) finishedAt!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) expiresAt!: number | null;
  @Col.publicId({ grade: 'L1', nullable: true }) fileId!: string | null;
  @Col.count({ grade: 'L2' }) downloads!: number;
  @Col.code(64, { grade: 'L1', nullable: true }) failureCode!: string | null;
}
