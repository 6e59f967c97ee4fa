import type { StatementKind } from '@siyu/shared/contracts/suitability.limits';
import type { Answer, InvestorLevel, ProductType } from '@siyu/shared/suitability';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/**
 * A questionnaire that a member answered, with what it says (REQ-SUIT-8). Append-only, as is all below: what became of
 * it stands in its steps.
 */
@Entity('suitability_assessments')
@Index('ix_suitability_assessments_member', ['memberNo', 'takenAt'])
@Index('ix_suitability_assessments_end', ['validUntil', 'assessmentId'])
export class Assessment {
  @Col.publicId({ grade: 'L1', primary: true }) assessmentId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  /** Of the configuration that holds questions and cuts. */
  @Col.count({ grade: 'L1' }) questionnaireVersion!: number;
  /** Of the configuration that says how long it counts and how often it may be done. */
  @Col.count({ grade: 'L1' }) limitsVersion!: number;
  @Col.json({ grade: 'L3' }) answers!: readonly Answer[];
  @Col.count({ grade: 'L3' }) score!: number;
  @Col.code(16, { grade: 'L3' }) level!: InvestorLevel;
  /** Of the lowest category because of an answer, whatever the score. */
  @Col.flag({ grade: 'L3' }) isLowestByAnswer!: boolean;
  @Col.count({ grade: 'L3', nullable: true }) horizonMonths!: number | null;
  @Col.json({ grade: 'L3' }) types!: readonly ProductType[];
  @Col.instant({ grade: 'L3' }) takenAt!: number;
  /** The first day on which it counts no more. */
  @Col.day({ grade: 'L3' }) validUntil!: number;
  /** Rose so far within so few days that a person has to look at it first (REQ-SUIT-7). */
  @Col.flag({ grade: 'L3' }) isHeld!: boolean;
  /** Hash over answers and result: what a person released, and the member confirmed. */
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  /** Address, software and openid of whoever answered, encrypted: opened for a proof only. */
  @Col.text(2_000, { grade: 'L3' }) sealedOrigin!: string;
}

/** What became of assessments. `RELEASED`, `REFUSED`: what a person made of a held one. The others: told by us. */
export const ASSESSMENT_STEPS = ['CONFIRMED', 'RELEASED', 'REFUSED', 'DUE_TOLD', 'EXPIRED_TOLD'] as const;
export type AssessmentStepKind = (typeof ASSESSMENT_STEPS)[number];

/** One thing that became of an assessment, once. Append-only. */
@Entity('suitability_assessment_steps')
@Index('ix_suitability_assessment_steps_member', ['memberNo', 'at'])
export class AssessmentStep {
  @Col.publicId({ grade: 'L1', primary: true }) assessmentId!: string;
  @Col.code(16, { grade: 'L1', primary: true }) kind!: AssessmentStepKind;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.instant({ grade: 'L3' }) at!: number;
  /** Of staff; null: the member, or nobody. */
  @Col.publicId({ grade: 'L2', nullable: true }) staffId!: string | null;
  /** The words that the member confirmed with, and where from, encrypted. */
  @Col.code(64, { grade: 'L1', nullable: true }) textVersion!: string | null;
  @Col.code(64, { grade: 'L1', nullable: true }) textSha256!: string | null;
  @Col.text(2_000, { grade: 'L3', nullable: true }) sealedOrigin!: string | null;
}

/** What a member said of the own assessment; holds until the next one. Append-only. */
@Entity('suitability_statements')
@Index('ix_suitability_statements_member', ['memberNo', 'statedAt'])
export class InvestorStatement {
  @Col.publicId({ grade: 'L1', primary: true }) statementId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(24, { grade: 'L3' }) kind!: StatementKind;
  @Col.instant({ grade: 'L3' }) statedAt!: number;
  /** The words that were read. */
  @Col.code(64, { grade: 'L1' }) textVersion!: string;
  @Col.code(64, { grade: 'L1' }) textSha256!: string;
  @Col.text(2_000, { grade: 'L3' }) sealedOrigin!: string;
}
