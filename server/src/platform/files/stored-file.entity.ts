import { Entity, Index } from 'typeorm';
import { Col, type Grade } from '../database/index.ts';

/** What a file is kept for; decides its retention. */
export const FILE_PURPOSES = [
  'LESSON_SOURCE',
  'IMPORT',
  'EXPORT',
  'IMAGE',
  'FAKE_REPORT',
  'COMPLAINT',
  'ACCESS_COPY',
  'LIVE',
  'PROFESSIONAL',
] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** One stored file. Its bytes are on disk under their SHA-256; equal bytes are kept once. */
@Entity('files')
@Index('ix_files_sha256', ['sha256'])
export class StoredFile {
  @Col.publicId({ grade: 'L1', primary: true }) id!: string;
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.count({ grade: 'L1' }) bytes!: number;
  /** Media type as sniffed from the bytes, never as claimed. */
  @Col.code(100, { grade: 'L1' }) type!: string;
  @Col.code(32, { grade: 'L1' }) purpose!: FilePurpose;
  /** Grade of the content. */
  @Col.code(2, { grade: 'L1' }) grade!: Grade;
  @Col.instant({ grade: 'L2' }) storedAt!: number;
}
