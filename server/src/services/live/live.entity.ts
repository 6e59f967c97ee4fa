import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A live as it stands now: its plan with the script, and how far it has come. */
@Entity('lives')
@Index('ix_lives_state', ['state', 'startsAt', 'liveId'])
@Index('ix_lives_host', ['hostId', 'startsAt', 'liveId'])
@Index('ix_lives_quiz', ['quizLessonId'])
@Index('ix_lives_attendance', ['attendance'])
export class Live {
  @Col.publicId({ grade: 'L1', primary: true }) liveId!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  /** Of the plan; a new one begins with the first change after it was handed in. */
  @Col.count({ grade: 'L1' }) version!: number;
  @Col.text(60, { grade: 'L1' }) title!: string;
  @Col.text(300, { grade: 'L1' }) summary!: string;
  /** `education` or `advice`. */
  @Col.code(16, { grade: 'L1' }) label!: string;
  @Col.code(16, { grade: 'L1' }) platform!: string;
  @Col.instant({ grade: 'L1' }) startsAt!: number;
  @Col.instant({ grade: 'L1' }) endsAt!: number;
  @Col.publicId({ grade: 'L1' }) hostId!: string;
  @Col.longText({ grade: 'L1' }) script!: string;
  @Col.text(300, { grade: 'L1' }) riskNote!: string;
  /** Of advice: whether it uses a research report, and then whose and of which day. */
  @Col.json({ grade: 'L1', nullable: true }) basis!: object | null;
  @Col.publicId({ grade: 'L1', nullable: true }) quizLessonId!: string | null;
  @Col.code(32, { grade: 'L1', nullable: true }) finderUserName!: string | null;
  @Col.text(64, { grade: 'L1', nullable: true }) noticeId!: string | null;
  /** SHA-256 over all of the plan. */
  @Col.code(64, { grade: 'L1' }) planSha256!: string;
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  /** Everybody who wrote a part: none of them may review it. */
  @Col.json({ grade: 'L2' }) editorIds!: string[];
  @Col.publicId({ grade: 'L1', nullable: true }) reviewId!: string | null;
  /** Number of the last step. */
  @Col.count({ grade: 'L1' }) stepNo!: number;
  /** Members who have reserved and not withdrawn. */
  @Col.count({ grade: 'L1' }) reservations!: number;
  /** The last place given to something said in it. */
  @Col.count({ grade: 'L1' }) chatSeq!: number;
  @Col.instant({ grade: 'L1', nullable: true }) mutedAt!: number | null;
  /** Why it was muted, stopped or called off, for members to read. */
  @Col.text(200, { grade: 'L1', nullable: true }) notice!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) announcedAt!: number | null;
  @Col.instant({ grade: 'L1', nullable: true }) remindedAt!: number | null;
  @Col.instant({ grade: 'L1', nullable: true }) startedAt!: number | null;
  @Col.publicId({ grade: 'L1', nullable: true }) startedById!: string | null;
  /** Under whose name and number it went out. */
  @Col.text(40, { grade: 'L1', nullable: true }) signedName!: string | null;
  @Col.code(32, { grade: 'L1', nullable: true }) signedNo!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) endedAt!: number | null;
  @Col.publicId({ grade: 'L1', nullable: true }) endedById!: string | null;
  /** Last day for the archive. */
  @Col.day({ grade: 'L1', nullable: true }) archiveDueOn!: number | null;
  /** `NONE`, `DUE` from the end on until everybody who watched has been counted, `DONE`. */
  @Col.code(8, { grade: 'L1' }) attendance!: string;
  /** The last member that was counted. */
  @Col.memberNo({ grade: 'L1' }) attendanceAfterNo!: number;
  /** Written by every act on it, so that two people who act at once wait for each other. */
  @Col.instant({ grade: 'L1' }) updatedAt!: number;
}

/** A plan as it was handed in for review, word for word. */
@Entity('live_plans')
export class HandedInPlan {
  @Col.publicId({ grade: 'L1', primary: true }) liveId!: string;
  @Col.count({ grade: 'L1', primary: true }) version!: number;
  @Col.longText({ grade: 'L1' }) plan!: string;
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.publicId({ grade: 'L1' }) reviewId!: string;
  @Col.instant({ grade: 'L1' }) handedInAt!: number;
}

/** What was done with a live; only ever appended. */
@Entity('live_steps')
export class LiveStep {
  @Col.publicId({ grade: 'L1', primary: true }) liveId!: string;
  @Col.count({ grade: 'L1', primary: true }) stepNo!: number;
  @Col.code(16, { grade: 'L1' }) act!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  @Col.publicId({ grade: 'L1' }) actorId!: string;
  @Col.text(200, { grade: 'L1', nullable: true }) reason!: string | null;
  @Col.instant({ grade: 'L1' }) at!: number;
}

/** How a live was filed with the regulator, as it was entered last. */
@Entity('live_filings')
export class LiveFiling {
  @Col.publicId({ grade: 'L1', primary: true }) liveId!: string;
  @Col.text(60, { grade: 'L1' }) filingNo!: string;
  @Col.day({ grade: 'L1' }) filedOn!: number;
  @Col.text(60, { grade: 'L1' }) filedWith!: string;
  @Col.publicId({ grade: 'L1' }) fileId!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  /** SHA-256 over what is filed of a plan: with another it is no longer the live that was filed. */
  @Col.code(64, { grade: 'L1' }) filedSha256!: string;
  /** SHA-256 over the filing itself, the hash of its evidence included. */
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.count({ grade: 'L1' }) times!: number;
  @Col.publicId({ grade: 'L1' }) reviewId!: string;
  @Col.publicId({ grade: 'L1' }) enteredById!: string;
  @Col.instant({ grade: 'L1' }) enteredAt!: number;
}

/** A file that belongs to a live: what proves the filing, or what was recorded. */
@Entity('live_files')
@Index('ix_live_files_live', ['liveId', 'uploadedAt'])
export class LiveFileEntry {
  @Col.publicId({ grade: 'L1', primary: true }) fileId!: string;
  @Col.publicId({ grade: 'L1' }) liveId!: string;
  @Col.code(16, { grade: 'L1' }) kind!: string;
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.fen({ grade: 'L1' }) bytes!: number;
  @Col.code(100, { grade: 'L1' }) type!: string;
  @Col.publicId({ grade: 'L1' }) uploadedById!: string;
  @Col.instant({ grade: 'L1' }) uploadedAt!: number;
}

/** What is kept of a live that is over. */
@Entity('live_archives')
export class LiveArchiveEntry {
  @Col.publicId({ grade: 'L1', primary: true }) liveId!: string;
  @Col.publicId({ grade: 'L1', nullable: true }) fileId!: string | null;
  @Col.text(500, { grade: 'L1', nullable: true }) recordingUrl!: string | null;
  @Col.code(64, { grade: 'L1' }) recordingSha256!: string;
  /** Over every word that was said, refused ones included, and over every visit. */
  @Col.code(64, { grade: 'L1' }) chatSha256!: string;
  @Col.code(64, { grade: 'L1' }) viewersSha256!: string;
  @Col.publicId({ grade: 'L1' }) archivedById!: string;
  @Col.instant({ grade: 'L1' }) archivedAt!: number;
}
