import { Injectable } from '@nestjs/common';
import {
  type Answer,
  assessmentValidUntil,
  decideReassessment,
  findAnswerFaults,
  isJump,
  type PastAssessment,
  scoreQuestionnaire,
} from '@siyu/shared/suitability';
import { dayOfInstant, epochDay, formatDay } from '@siyu/shared/time';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import type { Assessment } from './assessment.entity.ts';
import { Questionnaires } from './questionnaire/questionnaires.ts';
import { answersFaulty, reassessedTooOften } from './suitability.errors.ts';
import { SuitabilityLimits } from './suitability-limits.ts';
import type { ToldAssessment } from './told-assessments.ts';

/** Answers of a member, and when they were given. */
export interface GivenAnswers {
  readonly assessmentId: string;
  readonly memberNo: number;
  readonly answers: readonly Answer[];
  readonly takenAt: number;
}
type Assessed = Omit<Assessment, 'sealedOrigin'>;

/** What answers make, by the questionnaire and the limits that were in force when they were given. */
@Injectable()
export class Assessing {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly limits: SuitabilityLimits,
  ) {}

  /**
   * @param known what the person handed in before
   * @param isLimited whether it may be too early to be assessed again
   * @throws {AppError} suitability.answers_faulty, suitability.assessed_today, suitability.assessed_too_often
   */
  async assess(
    { assessmentId, memberNo, answers, takenAt }: GivenAnswers,
    known: readonly ToldAssessment[],
    { isLimited }: { readonly isLimited: boolean },
  ): Promise<Assessed> {
    const today = dayOfInstant(takenAt);
    const questionnaire = await this.questionnaires.at(takenAt);
    const faults = findAnswerFaults(questionnaire.value, answers);
    if (faults.length > 0) throw answersFaulty(faults);
    const limits = await this.limits.at(takenAt);
    const history = known.map((each): PastAssessment => ({
      on: dayOfInstant(each.takenAt),
      level: each.level,
    }));
    const again = decideReassessment(history, today, limits.value);
    if (isLimited && !again.isAllowed) throw reassessedTooOften(again.reason, formatDay(again.from));
    const { score, level, isLowestByAnswer, goals } = scoreQuestionnaire(questionnaire.value, answers);
    const result = {
      score,
      level,
      isLowestByAnswer,
      horizonMonths: goals.horizonMonths,
      types: goals.types,
      questionnaireVersion: questionnaire.version,
      limitsVersion: limits.version,
      takenAt,
      validUntil: assessmentValidUntil(today, limits.value),
      answers,
    };
    const isHeld = isJump(history, { on: today, level }, limits.value);
    return { ...result, assessmentId, memberNo, isHeld, sha256: sha256OfJson(result) };
  }
}

/** One that nothing has become of yet, as it is read back. */
export function toldOf({ horizonMonths, types, validUntil, ...assessed }: Assessed): ToldAssessment {
  return {
    ...assessed,
    goals: { horizonMonths, types },
    validUntil: epochDay(validUntil),
    confirmedAt: null,
    releasedAt: null,
    refusedAt: null,
  };
}
