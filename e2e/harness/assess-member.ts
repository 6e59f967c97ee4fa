import { randomUUID } from 'node:crypto';
import { SUITABILITY_WORDS } from '@siyu/shared/contracts/suitability.limits';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import type { MemberClient } from './client.ts';

/** The first questions are answered with caution, the others with some courage: together that is C3. */
const CAUTIOUS_QUESTIONS = 8;

/** Answers the questionnaire in the middle, which is C3, and confirms what it says. */
export async function assessMember(member: MemberClient): Promise<void> {
  const { version, questions } = await member.call(suitabilityRoutes.getQuestionnaire, {});
  const answers = questions.map(({ key, options }, nth) => {
    const option = options[nth < CAUTIOUS_QUESTIONS ? 1 : 2] ?? options.at(-1);
    return { question: key, options: option === undefined ? [] : [option.key] };
  });
  const assessmentId = randomUUID();
  await member.call(suitabilityRoutes.handInAnswers, {
    body: { assessmentId, questionnaireVersion: version, answers },
  });
  await member.call(suitabilityRoutes.confirmAssessment, {
    params: { assessmentId },
    body: { textVersion: SUITABILITY_WORDS.CONFIRMED.version },
  });
}
