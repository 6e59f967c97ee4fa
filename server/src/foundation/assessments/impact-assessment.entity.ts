import type { AssessmentState, ProcessingKind } from '@siyu/shared/contracts/assessments.limits';
import type { EpochDay } from '@siyu/shared/time';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One version of an assessment of what is done with personal information. What it says never changes. */
@Entity('impact_assessments')
@Index('ix_impact_assessments_state', ['state', 'validUntil'])
@Index('ix_impact_assessments_written', ['writtenAt', 'assessmentId'])
export class ImpactAssessment {
  @Col.publicId({ grade: 'L1', primary: true }) assessmentId!: string;
  @Col.count({ grade: 'L1', primary: true }) version!: number;
  @Col.code(32, { grade: 'L1' }) kind!: ProcessingKind;
  @Col.text(60, { grade: 'L1' }) title!: string;
  @Col.longText({ grade: 'L1' }) purpose!: string;
  @Col.longText({ grade: 'L1' }) effects!: string;
  @Col.longText({ grade: 'L1' }) protections!: string;
  @Col.longText({ grade: 'L1' }) conclusion!: string;
  @Col.text(60, { grade: 'L2' }) assessedBy!: string;
  @Col.day({ grade: 'L1' }) assessedOn!: EpochDay;
  @Col.day({ grade: 'L1' }) validUntil!: EpochDay;
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  @Col.code(16, { grade: 'L1' }) state!: AssessmentState;
  @Col.publicId({ grade: 'L2' }) writerId!: string;
  @Col.instant({ grade: 'L2' }) writtenAt!: number;
  @Col.publicId({ grade: 'L2', nullable: true }) deciderId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
}
