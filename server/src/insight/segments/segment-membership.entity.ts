import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/**
 * One stay of a member in a segment: from the day boundary and clock at which it was found to the one at which it
 * was not any more. A stay that ends on the day boundary on which it began lasted less than a day.
 */
@Entity('segment_memberships')
@Index('ix_segment_memberships_present', ['toAsOf', 'segmentKey', 'memberNo'])
@Index('ix_segment_memberships_entered', ['fromAsOf', 'segmentKey', 'memberNo'])
export class SegmentMembership {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(32, { grade: 'L2', primary: true }) segmentKey!: string;
  @Col.day({ grade: 'L2', primary: true }) fromAsOf!: number;
  @Col.count({ grade: 'L2', primary: true }) fromSeq!: number;
  @Col.day({ grade: 'L2', nullable: true }) toAsOf!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) toSeq!: number | null;
  /** Version of the configuration that put the member in; null where scoring decided. */
  @Col.count({ grade: 'L1', nullable: true }) configVersion!: number | null;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
}
