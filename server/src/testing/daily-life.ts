import { Lesson, QuizResult } from '@siyu/shared/contracts/content';
import { EventVerdicts } from '@siyu/shared/contracts/engagement';
import { FeedPage } from '@siyu/shared/contracts/feed';
import type { Call } from '../services/content/testing/content-firm.ts';

/** What came of a member's day. */
export interface Day {
  readonly hasCards: boolean;
  readonly lessonId: string;
  readonly recorded: number;
  readonly right: number;
}

/**
 * An ordinary day: a look at the feed, a lesson opened, its reading reported, its quiz taken.
 * @param n makes the ids of one day differ from those of another
 * @throws when one of these is not answered as on any day
 */
export async function dayOf(member: Call, lessonId: string, n: number, now: number): Promise<Day> {
  const id = (part: number) => `01930000-0000-7000-8000-${String(n * 10 + part).padStart(12, '0')}`;
  const occurredAt = new Date(now).toISOString();
  const events = [
    { eventId: id(1), type: 'content_viewed', occurredAt, contentId: lessonId },
    { eventId: id(2), type: 'content_dwelled', occurredAt, contentId: lessonId, value: 60 },
  ];
  const answers = ['q1', 'q2', 'q3'].map((questionId, option) => ({ questionId, option }));
  const feed = FeedPage.parse((await member('GET', '/v1/feed')).body);
  const lesson = Lesson.parse((await member('GET', `/v1/lessons/${lessonId}`)).body);
  const { verdicts } = EventVerdicts.parse((await member('POST', '/v1/events', { events })).body);
  const quiz = { submissionId: id(3), answers };
  const taken = await member('POST', `/v1/lessons/${lessonId}/quiz-submissions`, quiz);
  return {
    hasCards: feed.cards.length > 0,
    lessonId: lesson.lessonId,
    recorded: verdicts.filter(({ verdict }) => verdict === 'recorded').length,
    right: QuizResult.parse(taken.body).correct,
  };
}
