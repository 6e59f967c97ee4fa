import type { ImportState } from '@siyu/shared/contracts/imports.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../database/index.ts';

/** One file on its way in: where it stands, and what became of the lines so far. */
@Entity('imports')
@Index('ix_imports_state', ['state', 'requestedAt'])
@Index('ix_imports_requested', ['requestedAt', 'importId'])
export class ImportRecord {
  @Col.publicId({ grade: 'L1', primary: true }) importId!: string;
  /** Name of the registered kind. */
  @Col.code(32, { grade: 'L1' }) kind!: string;
  @Col.publicId({ grade: 'L1' }) fileId!: string;
  @Col.text(120, { grade: 'L2' }) fileName!: string;
  /** Columns in the order of the file. */
  @Col.json({ grade: 'L1' }) header!: readonly string[];
  @Col.code(16, { grade: 'L1' }) state!: ImportState;
  @Col.flag({ grade: 'L1' }) isCancelWanted!: boolean;
  /** Who sent the file. */
  @Col.publicId({ grade: 'L2' }) requestedBy!: string;
  @Col.instant({ grade: 'L2' }) requestedAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) startedAt!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) finishedAt!: number | null;
  @Col.fen({ grade: 'L1' }) bytesTotal!: number;
  /** Where the next line begins: everything before it is dealt with. */
  @Col.fen({ grade: 'L1' }) bytesDone!: number;
  @Col.count({ grade: 'L1' }) linesDone!: number;
  @Col.count({ grade: 'L2' }) recorded!: number;
  @Col.count({ grade: 'L2' }) waiting!: number;
  @Col.count({ grade: 'L2' }) duplicates!: number;
  @Col.count({ grade: 'L2' }) rejected!: number;
  /** How often each reason was met. */
  @Col.json({ grade: 'L2' }) reasons!: Readonly<Record<string, number>>;
  @Col.publicId({ grade: 'L1', nullable: true }) rejectsFileId!: string | null;
  /** Failures in a row at the present place. */
  @Col.count({ grade: 'L1' }) attempts!: number;
  @Col.code(64, { grade: 'L1', nullable: true }) failureCode!: string | null;
}

/** A rejected line, until the file of rejects is written. */
@Entity('import_rejects')
export class ImportReject {
  @Col.publicId({ grade: 'L1', primary: true }) importId!: string;
  @Col.count({ grade: 'L1', primary: true }) line!: number;
  @Col.code(64, { grade: 'L1' }) code!: string;
  /** What the sentence of the code needs. */
  @Col.json({ grade: 'L2' }) details!: Readonly<Record<string, string | number>>;
  /** The line as it stood in the file. */
  @Col.longText({ grade: 'L4' }) text!: string;
}
