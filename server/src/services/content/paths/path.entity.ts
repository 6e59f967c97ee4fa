import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** A learning path through all its versions. */
@Entity('paths')
@Index('uq_paths_code', ['pathCode'], { unique: true })
@Index('ix_paths_place', ['place', 'pathCode'])
export class Path {
  @Col.publicId({ grade: 'L1', primary: true }) pathId!: string;
  /** What lessons call it in their texts, and what a finished path is noted under. */
  @Col.code(32, { grade: 'L1' }) pathCode!: string;
  /** Where among the paths members find it; of one place the code decides. */
  @Col.count({ grade: 'L1' }) place!: number;
  @Col.count({ grade: 'L1' }) latestVersion!: number;
  /** The version members find; it stays while a newer one is being written. */
  @Col.count({ grade: 'L1', nullable: true }) publishedVersion!: number | null;
  @Col.instant({ grade: 'L1', nullable: true }) publishedAt!: number | null;
  /** Why it was taken away from members, until it is published again. */
  @Col.text(200, { grade: 'L2', nullable: true }) withdrawalReason!: string | null;
  /** Number of the last member looked at for having finished it since a lesson left; null: nobody is to be. */
  @Col.memberNo({ grade: 'L2', nullable: true }) settledThrough!: number | null;
  /** Written by every act on the path, so that two people who work on it wait for each other. */
  @Col.instant({ grade: 'L1' }) updatedAt!: number;
}

/** One version of a path with its way through review. What it says changes in state DRAFT only. */
@Entity('path_versions')
@Index('ix_path_versions_state', ['state'])
export class PathVersion {
  @Col.publicId({ grade: 'L1', primary: true }) pathId!: string;
  @Col.count({ grade: 'L1', primary: true }) version!: number;
  @Col.code(16, { grade: 'L1' }) state!: string;
  @Col.text(30, { grade: 'L1' }) title!: string;
  @Col.text(200, { grade: 'L1' }) summary!: string;
  @Col.json({ grade: 'L1' }) stages!: string[];
  @Col.json({ grade: 'L1' }) groups!: string[];
  /** Empty where nobody has put the lessons in an order: then they follow the positions in their own texts. */
  @Col.json({ grade: 'L1' }) courses!: { readonly title: string; readonly lessonIds: readonly string[] }[];
  @Col.json({ grade: 'L1' }) leftOut!: string[];
  /** SHA-256 over everything above that was written by a person. */
  @Col.code(64, { grade: 'L1' }) contentSha256!: string;
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  /** Everyone who wrote a part: none of them may review it. */
  @Col.json({ grade: 'L2' }) editorIds!: string[];
  @Col.publicId({ grade: 'L1', nullable: true }) reviewId!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) publishedAt!: number | null;
  @Col.instant({ grade: 'L1' }) updatedAt!: number;
  /** When it goes to members by itself, in state SCHEDULED only. */
  @Col.instant({ grade: 'L1', nullable: true }) scheduledFor!: number | null;
  /** Why it did not go then, and when that was. */
  @Col.code(64, { grade: 'L1', nullable: true }) refusedCode!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) refusedAt!: number | null;
}
