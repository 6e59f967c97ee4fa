import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A segment that somebody defined: what is live, what is being drawn beside it, and how far its members are sought. */
@Entity('segment_definitions')
@Index('uq_segment_definitions_no', ['segmentNo'], { unique: true })
@Index('ix_segment_definitions_changed', ['changedAt', 'segmentId'])
@Index('ix_segment_definitions_state', ['state', 'segmentNo'])
export class DefinedSegment {
  /** Salt of the lot: who is held out stays so through every version. */
  @Col.publicId({ grade: 'L1', primary: true }) segmentId!: string;
  /** Makes the key under which memberships are kept, such as `rule.12`. */
  @Col.count({ grade: 'L1' }) segmentNo!: number;
  @Col.text(30, { grade: 'L1' }) name!: string;
  @Col.text(200, { grade: 'L1' }) purpose!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  @Col.count({ grade: 'L1', nullable: true }) liveVersion!: number | null;
  /** Of the live version; 0 before there is one. */
  @Col.count({ grade: 'L1' }) holdoutPercent!: number;
  @Col.json({ grade: 'L1', nullable: true }) draftRule!: unknown;
  @Col.count({ grade: 'L1', nullable: true }) draftHoldoutPercent!: number | null;
  /** Counts every save and activation, so that a change names what it was made from. */
  @Col.count({ grade: 'L1' }) revision!: number;
  /** Who saved last. */
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  @Col.instant({ grade: 'L1' }) changedAt!: number;
  /** Counts the searches for its members: one that another has followed writes nothing more. */
  @Col.count({ grade: 'L1' }) placingNo!: number;
  /** Everybody up to this number has been looked at; null when the search is over. */
  @Col.count({ grade: 'L1', nullable: true }) placingAfter!: number | null;
}

/** What was live once. Only appended. */
@Entity('segment_versions')
export class SegmentVersionEntry {
  @Col.publicId({ grade: 'L1', primary: true }) segmentId!: string;
  @Col.count({ grade: 'L1', primary: true }) version!: number;
  @Col.json({ grade: 'L1' }) rule!: unknown;
  @Col.code(64, { grade: 'L1' }) ruleSha256!: string;
  @Col.count({ grade: 'L1' }) holdoutPercent!: number;
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  @Col.publicId({ grade: 'L2' }) activatedById!: string;
  @Col.instant({ grade: 'L1' }) activatedAt!: number;
}

/** Key of a defined segment, beside those of the built-in ones. */
export const keyOfSegment = (segmentNo: number): string => `rule.${segmentNo}`;
