import type { LessonDraft, SubmitQuiz } from '@siyu/shared/contracts/content';
import { v5 } from 'uuid';
import type { PastEvent } from '../records/engagement/index.ts';
import type { PastLesson } from '../services/content/index.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoMember } from './demo-member.ts';

/** Names ids of the demo firm after what they are of, so that they are the same on every machine. */
const NAMESPACE = '6f1d3c52-2b0e-4d57-9c0f-3f5a1d7f0c11';
const MINUTE = 60_000;

/** A lesson of the demo firm as it was published. */
export interface DemoCourse {
  readonly lessonId: string;
  readonly draft: LessonDraft;
}
/** By path and position, such as `first-steps-1`. */
export type DemoCourses = ReadonlyMap<string, DemoCourse>;

/** What a member read, finished and answered. */
export function tellLessons(
  member: DemoMember,
  memberNo: number,
  courses: DemoCourses,
  calendar: DemoCalendar,
): readonly PastLesson[] {
  const finished = member.lessons.map((lesson): PastLesson => {
    const name = `${lesson.pathCode}-${lesson.position}`;
    const { lessonId, draft } = courseOf(courses, name);
    const readAt = calendar.evening(lesson.daysAgo) + lesson.position * 10 * MINUTE;
    const quiz = lesson.hasQuiz
      ? { submission: submissionOf(member, name, draft), submittedAt: readAt + MINUTE }
      : null;
    return { memberNo, lessonId, readPercent: 100, readAt, isFinished: true, quiz };
  });
  if (member.begun === null) return finished;
  const { pathCode, position, percent } = member.begun;
  const { lessonId } = courseOf(courses, `${pathCode}-${position}`);
  const readAt = calendar.evening(0);
  return [...finished, { memberNo, lessonId, readPercent: percent, readAt, isFinished: false, quiz: null }];
}

/** What a member looked at besides; a report that came twice has one id. */
export function tellVisits(
  member: DemoMember,
  memberNo: number,
  courses: DemoCourses,
  calendar: DemoCalendar,
): readonly PastEvent[] {
  const lessonIds = [...courses.values()].map(({ lessonId }) => lessonId);
  return member.visits.flatMap((visit, index) => {
    const event: PastEvent = {
      memberNo,
      type: visit.type,
      occurredAt: calendar.at(visit),
      source: 'phone',
      contentId: lessonIds[(index + member.key.length) % lessonIds.length] ?? null,
      value: visit.value,
      eventId: v5(`${member.key}/visit/${index}`, NAMESPACE),
      isClockSuspect: visit.isClockSuspect,
    };
    return visit.isToldTwice ? [event, event] : [event];
  });
}

function courseOf(courses: DemoCourses, name: string): DemoCourse {
  const course = courses.get(name);
  if (course === undefined) throw new Error(`the demo firm has no lesson ${name}`);
  return course;
}

/** Most answers are right; by the length of the names some members miss the first question. */
function submissionOf({ key }: DemoMember, lesson: string, { quiz }: LessonDraft): SubmitQuiz {
  const missesFirst = (key.length + lesson.length) % 3 === 0;
  return {
    submissionId: v5(`${key}/${lesson}`, NAMESPACE),
    answers: quiz.map(({ questionId, right, options }, index) => ({
      questionId,
      option: missesFirst && index === 0 ? (right + 1) % options.length : right,
    })),
  };
}
