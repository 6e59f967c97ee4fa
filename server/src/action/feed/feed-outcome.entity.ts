import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Why a lesson stood in the feed of a member who finished it: for operators who weigh the reasons. */
@Entity('feed_outcomes')
export class FeedOutcome {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L1', primary: true }) lessonId!: string;
  @Col.code(32, { grade: 'L2' }) reasonCode!: string;
  @Col.count({ grade: 'L2' }) total!: number;
  @Col.code(16, { grade: 'L2', nullable: true }) stage!: string | null;
  @Col.code(16, { grade: 'L2', nullable: true }) groupCode!: string | null;
  @Col.count({ grade: 'L1' }) weightsVersion!: number;
  @Col.instant({ grade: 'L2' }) finishedAt!: number;
}
