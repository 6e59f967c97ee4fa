import { randomUUID } from 'node:crypto';
import { SUITABILITY_WORDS } from '@siyu/shared/contracts/suitability.limits';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import type { MemberClient } from './client.ts';

/** Answers the questionnaire in the middle, which is no lowest category, and confirms what it says. */
export async function assessMember(member: MemberClient): Promise<void> {
  const { version, questions } = await member.call(suitabilityRoutes.getQuestionnaire, {});
  const answers = questions.map(({ key, options }) => {
    const middle = options[Math.floor(options.length / 2)];
    return { question: key, options: middle === undefined ? [] : [middle.key] };
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
