import type { EarningEvent } from '@siyu/shared/incentives';
import { Entity } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';
import type { Ring } from './ring-of.ts';

/**
 * Something that could earn, as awards were decided by it: kept apart from the log, which is purged by age. Append-only
 * but for the mark that staff withdrew it.
 */
@Entity('earning_facts')
export class EarningFactRow {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L2', primary: true }) seq!: number;
  @Col.publicId({ grade: 'L2', primary: true }) eventId!: string;
  @Col.code(32, { grade: 'L3' }) type!: EarningEvent;
  @Col.instant({ grade: 'L3' }) occurredAt!: number;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
  @Col.publicId({ grade: 'L3', nullable: true }) contentId!: string | null;
  @Col.count({ grade: 'L3', nullable: true }) value!: number | null;
  @Col.flag({ grade: 'L2' }) isClockSuspect!: boolean;
  /** Facts were decided in this order, which is that of the commits; with `decidedAt` a back-test decides them again. */
  @Col.count({ grade: 'L2', nullable: true }) decidedNo!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
  /** That its member was in when it was decided; where it was seen goes away with the sign-ins. */
  @Col.json({ grade: 'L2', nullable: true }) ring!: Ring | null;
  @Col.instant({ grade: 'L2', nullable: true }) withdrawnAt!: number | null;
}
