import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/**
 * A lesson through all its versions; and an article, a card or a poster, which have the same life and are told apart
 * by the kind of their versions (docs/decisions/0038-content-kinds.md).
 */
@Entity('lessons')
export class Lesson {
  @Col.publicId({ grade: 'L1', primary: true }) lessonId!: string;
  /** The version staff work on. */
  @Col.count({ grade: 'L1' }) latestVersion!: number;
  /** The version members read; it stays while a newer one is being written. */
  @Col.count({ grade: 'L1', nullable: true }) publishedVersion!: number | null;
  @Col.instant({ grade: 'L1', nullable: true }) publishedAt!: number | null;
  /** Written by every act on the lesson, so that two people who work on it wait for each other. */
  @Col.instant({ grade: 'L1' }) updatedAt!: number;
}

/** One version of a lesson with its way through review. Its text changes in state DRAFT only. */
@Entity('lesson_versions')
@Index('ix_lesson_versions_state', ['state'])
@Index('ix_lesson_versions_updated', ['updatedAt', 'lessonId'])
export class LessonVersion {
  @Col.publicId({ grade: 'L1', primary: true }) lessonId!: string;
  @Col.count({ grade: 'L1', primary: true }) version!: number;
  /** One of CONTENT_KINDS, the same for all versions; what a kind does not have is empty. */
  @Col.code(16, { grade: 'L1' }) kind!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  @Col.code(32, { grade: 'L1' }) pathCode!: string;
  @Col.text(30, { grade: 'L1' }) pathTitle!: string;
  @Col.count({ grade: 'L1' }) position!: number;
  @Col.text(60, { grade: 'L1' }) title!: string;
  @Col.text(200, { grade: 'L1' }) summary!: string;
  @Col.count({ grade: 'L1' }) minutes!: number;
  @Col.longText({ grade: 'L1' }) body!: string;
  @Col.text(200, { grade: 'L1' }) source!: string;
  @Col.text(300, { grade: 'L1' }) riskNote!: string;
  /** Of advice: whether it uses a research report, and then whose and of which day. */
  @Col.json({ grade: 'L1', nullable: true }) basis!: object | null;
  @Col.json({ grade: 'L1' }) stages!: string[];
  @Col.json({ grade: 'L1' }) groups!: string[];
  @Col.json({ grade: 'L2' }) quiz!: object[];
  /** Where a card or a poster leads. */
  @Col.publicId({ grade: 'L1', nullable: true }) targetId!: string | null;
  /** Of a poster: the file, what it says, and its size in pixels. */
  @Col.json({ grade: 'L1', nullable: true }) picture!: object | null;
  /** SHA-256 over everything a member can read of it, quiz answers included. */
  @Col.code(64, { grade: 'L1' }) contentSha256!: string;
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  /** Everyone who wrote a part: none of them may review it. */
  @Col.json({ grade: 'L2' }) editorIds!: string[];
  @Col.publicId({ grade: 'L1', nullable: true }) reviewId!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) reviewedAt!: number | null;
  @Col.instant({ grade: 'L1', nullable: true }) publishedAt!: number | null;
  @Col.instant({ grade: 'L1' }) updatedAt!: number;
  /** `education` or `advice`. */
  @Col.code(16, { grade: 'L1' }) label!: string;
  /** When it goes to members by itself, in state SCHEDULED only. */
  @Col.instant({ grade: 'L1', nullable: true }) scheduledFor!: number | null;
  /** Why it did not go then, and when that was. */
  @Col.code(64, { grade: 'L1', nullable: true }) refusedCode!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) refusedAt!: number | null;
  /** Who signed for it on the day of publication, with the number of that day. */
  @Col.text(40, { grade: 'L1', nullable: true }) signedName!: string | null;
  @Col.code(32, { grade: 'L1', nullable: true }) signedNo!: string | null;
}

/** One row that counts publications: while it stands still, what was read of the catalogue still holds. */
@Entity('content_counters')
export class ContentCounter {
  @Col.code(32, { grade: 'L1', primary: true }) name!: string;
  @Col.count({ grade: 'L1' }) value!: number;
}
