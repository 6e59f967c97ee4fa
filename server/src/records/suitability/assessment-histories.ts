import { Injectable } from '@nestjs/common';
import { SUITABILITY_WORDS } from '@siyu/shared/contracts/suitability.limits';
import { Randomness } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { Assessment, AssessmentStep } from './assessment.entity.ts';
import { Assessing, type GivenAnswers } from './assessing.ts';
import { SealedOrigins } from './sealed-origins.ts';

/** Where what is told afterwards was answered: nobody knows. */
const UNKNOWN_ORIGIN = { ip: '', userAgent: undefined };

/** Assessments of the past, each confirmed in the moment it was answered: for a firm that begins with members. */
@Injectable()
export class AssessmentHistories {
  constructor(
    private readonly randomness: Randomness,
    private readonly assessing: Assessing,
    private readonly origins: SealedOrigins,
  ) {}

  /** One for each member at most; whoever has some already is told of no more. */
  async record(tx: Transaction, told: readonly Omit<GivenAnswers, 'assessmentId'>[]): Promise<void> {
    const rows = await Promise.all(
      told.map(async (given) => {
        const assessmentId = this.randomness.uuid();
        const sealedOrigin = await this.origins.seal(assessmentId, given.memberNo, UNKNOWN_ORIGIN);
        const row = await this.assessing.assess({ ...given, assessmentId }, [], { isLimited: false });
        return { ...row, sealedOrigin };
      }),
    );
    await insertRows(tx, Assessment, rows);
    const steps = rows.map(({ assessmentId, memberNo, takenAt, sealedOrigin }) => ({
      assessmentId,
      memberNo,
      kind: 'CONFIRMED',
      at: takenAt,
      textVersion: SUITABILITY_WORDS.CONFIRMED.version,
      sealedOrigin,
    }));
    await insertRows(tx, AssessmentStep, steps);
  }
}
