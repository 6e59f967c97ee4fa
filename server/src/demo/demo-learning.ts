import { Injectable } from '@nestjs/common';
import type { LessonDraft, SubmitQuiz } from '@siyu/shared/contracts/content';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { v5 } from 'uuid';
import { Clock } from '../platform/clock/index.ts';
import { Database } from '../platform/database/index.ts';
import { Content, LessonReading, QuizSubmissions } from '../services/content/index.ts';
import { demoLessons } from './demo-lessons.ts';
import type { DemoMember } from './demo-member.ts';
import { DemoMembers } from './demo-members.ts';
import { DemoSteps } from './demo-steps.ts';

/** Names the submissions of the demo firm, so that sending one again is a repeat. */
const NAMESPACE = '6f1d3c52-2b0e-4d57-9c0f-3f5a1d7f0c11';
/** Members who act side by side: waiting for a database over the network then costs less. */
const LANES = 6;
const MINUTE = 60_000;
const EVENING = 20 * 60 * MINUTE;

/** What members of the demo firm have read, finished and answered, spread over the last weeks. */
@Injectable()
export class DemoLearning {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly members: DemoMembers,
    private readonly content: Content,
    private readonly reading: LessonReading,
    private readonly quizzes: QuizSubmissions,
  ) {}

  async load(members: readonly DemoMember[], progress: (done: number) => void): Promise<void> {
    const published = await this.content.publishedLessons();
    const idOf = new Map(
      published.map(({ pathCode, position, lessonId }) => [`${pathCode}-${position}`, lessonId]),
    );
    const drafts = new Map(demoLessons().map((draft) => [`${draft.pathCode}-${draft.position}`, draft]));
    const readers = members.filter(({ lessons, begun }) => lessons.length > 0 || begun !== null);
    let done = 0;
    const lane = async (own: readonly DemoMember[]): Promise<void> => {
      for (const member of own) {
        await this.learn(member, idOf, drafts);
        done += 1;
        progress(done / readers.length);
      }
    };
    await Promise.all(
      Array.from({ length: LANES }, (_, number) =>
        lane(readers.filter((_reader, index) => index % LANES === number)),
      ),
    );
  }

  /** Every act counts once however often it is repeated; the mark only saves the repetition. */
  private async learn(
    member: DemoMember,
    idOf: ReadonlyMap<string, string>,
    drafts: ReadonlyMap<string, LessonDraft>,
  ): Promise<void> {
    const mark = `learning:${member.key}`;
    if (await this.steps.isDone(mark)) return;
    const { memberNo } = await this.database.runInTransaction((tx) => this.members.find(tx, member));
    for (const lesson of member.lessons) {
      const name = `${lesson.pathCode}-${lesson.position}`;
      const lessonId = idOf.get(name);
      const draft = drafts.get(name);
      if (lessonId === undefined || draft === undefined)
        throw new Error(`the demo firm has no lesson ${name}`);
      const at = this.eveningOf(lesson.daysAgo) + lesson.position * 10 * MINUTE;
      await this.finish(memberNo, lessonId, at);
      if (!lesson.hasQuiz) continue;
      await this.quizzes.submit(memberNo, lessonId, submissionOf(member, name, draft), at + MINUTE);
    }
    if (member.begun !== null) {
      const lessonId = idOf.get(`${member.begun.pathCode}-${member.begun.position}`);
      if (lessonId !== undefined) await this.reading.recordProgress(memberNo, lessonId, member.begun.percent);
    }
    await this.steps.once(mark, () => Promise.resolve());
  }

  private async finish(memberNo: number, lessonId: string, at: number): Promise<void> {
    const report = {
      readPercent: 100,
      hasSeenLastParagraph: true,
      occurredAt: new Date(at).toISOString(),
    };
    await this.reading.complete(memberNo, lessonId, report, at);
  }

  /** Eight in the evening, Shanghai, of a day that lies back; never in the future. */
  private eveningOf(daysAgo: number): number {
    const now = this.clock.now();
    const evening = startOfDay(addDays(dayOfInstant(now), -daysAgo)) + EVENING;
    return Math.min(evening, now - 60 * MINUTE);
  }
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
