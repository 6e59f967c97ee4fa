import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import type { SubmitQuiz } from '@siyu/shared/contracts/content';
import type { MemberClient } from '../harness/index.ts';

/** A lesson of the demo firm and one way to answer its quiz. */
export interface OpenLesson {
  readonly lessonId: string;
  readonly answers: SubmitQuiz['answers'];
}

export async function openLesson(member: MemberClient): Promise<OpenLesson> {
  const { lessons } = await member.call(contentRoutes.listLessons, { query: { limit: 1 } });
  const lessonId = lessons[0]?.lessonId ?? '';
  const lesson = await member.call(contentRoutes.getLesson, { params: { lessonId } });
  if (lesson.kind !== 'lesson') throw new Error('the school gave something that is no lesson');
  return { lessonId, answers: lesson.quiz.map(({ questionId }) => ({ questionId, option: 0 })) };
}

/** UUIDv7 of this moment with a readable end. */
export function submissionId(number: number): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
