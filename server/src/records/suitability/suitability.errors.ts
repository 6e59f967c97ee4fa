import { answerFaultSentences, type reassessmentRefusalSentences } from '@siyu/shared/messages';
import type { AnswerFault } from '@siyu/shared/suitability';
import { AppError, PlacedRefusal } from '../../platform/http/index.ts';

type Refusal = keyof typeof reassessmentRefusalSentences;

export const consentRequired = () => new AppError('identity.consent_required', 403);
export const questionnaireOutdated = () => new AppError('suitability.questionnaire_outdated', 409);
/** Each fault under the question that it is about. */
export const answersFaulty = (faults: readonly AnswerFault[]) =>
  new PlacedRefusal(
    'suitability.answers_faulty',
    422,
    faults.map(({ question, fault }) => ({ path: question, message: answerFaultSentences[fault] })),
  );
/** @param from the day from which on it can be done again, YYYY-MM-DD */
export const reassessedTooOften = (reason: Refusal, from: string) =>
  new AppError(reason === 'PER_DAY' ? 'suitability.assessed_today' : 'suitability.assessed_too_often', 409, {
    from,
  });
/** The id is somebody else's. */
export const assessmentTaken = () => new AppError('suitability.assessment_taken', 409);
export const assessmentNotFound = () => new AppError('suitability.assessment_not_found', 404);
/** There is a later one: that is the one to confirm. */
export const assessmentReplaced = () => new AppError('suitability.assessment_replaced', 409);
export const assessmentRefused = () => new AppError('suitability.assessment_refused', 409);
export const assessmentExpired = () => new AppError('suitability.assessment_expired', 409);
/** The words on the screen are not those in force. */
export const wordsOutdated = () => new AppError('suitability.words_outdated', 409);
/** What was looked at is not what waits. */
export const changedSinceReview = () => new AppError('suitability.changed_since_review', 409);
