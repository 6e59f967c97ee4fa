import { Injectable } from '@nestjs/common';
import type { SubmitQuiz } from '@siyu/shared/contracts/content';
import { In } from 'typeorm';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { EventHistories, type PastEvent } from '../../records/engagement/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { quizMismatch } from './content.errors.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { quizOf } from './lesson-draft.ts';
import { LessonVersion } from './lesson.entity.ts';
import { PathCompletion } from './path-completion.entity.ts';
import { findQuizMismatch, gradeQuiz } from './quiz.ts';
import { LessonCompleted, LessonProgress, QuizSubmission } from './reading.entity.ts';

/** What a member did with one published lesson; moments are epoch ms. */
export interface PastLesson {
  readonly memberNo: number;
  readonly lessonId: string;
  /** How far it was read, in percent; a finished one was read to its end. */
  readonly readPercent: number;
  readonly readAt: number;
  readonly isFinished: boolean;
  readonly quiz: { readonly submission: SubmitQuiz; readonly submittedAt: number } | null;
}

/**
 * Loads what many members have read, finished and answered in the past, a few statements for all. Nobody is told
 * of it: what reacts to a finished lesson reacts to what happens now.
 */
@Injectable()
export class LearningHistories {
  constructor(
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly events: EventHistories,
    private readonly catalogue: LessonCatalogue,
  ) {}

  /**
   * To be the first act of a transaction; the clock of each member ticks once, for these and the other events.
   * Lessons that a member has finished already are left out.
   * @throws {AppError} identity.consent_required, content.lesson_not_found, content.quiz_mismatch
   */
  async record(
    tx: Transaction,
    told: readonly PastLesson[],
    others: readonly PastEvent[] = [],
  ): Promise<void> {
    const memberNos = [...new Set([...told, ...others].map(({ memberNo }) => memberNo))].sort(
      (a, b) => a - b,
    );
    await this.identity.lockMembers(tx, memberNos);
    const lessons = await this.withoutFinished(tx, told);
    const versions = new Map<string, number>();
    for (const { lessonId } of lessons)
      if (!versions.has(lessonId))
        versions.set(lessonId, (await this.catalogue.getPublished(lessonId)).version);
    const versionOf = (lessonId: string): number => versions.get(lessonId) ?? 0;

    const finished = lessons
      .filter(({ isFinished }) => isFinished)
      .map(({ memberNo, lessonId, readAt }) => ({
        memberNo,
        lessonId,
        version: versionOf(lessonId),
        eventId: this.randomness.uuid(),
        reportedAt: readAt,
        completedAt: readAt,
      }));
    const quizzes = await this.graded(tx, lessons, versionOf);
    await insertRows(
      tx,
      LessonProgress,
      lessons.map(({ memberNo, lessonId, readPercent, readAt }) => {
        return { memberNo, lessonId, readPercent, updatedAt: readAt };
      }),
    );
    await insertRows(tx, LessonCompleted, finished);
    await insertRows(tx, QuizSubmission, quizzes);
    await this.events.record(tx, [
      ...finished.map(({ memberNo, lessonId, eventId, completedAt }): PastEvent => {
        const event = { type: 'lesson_completed', source: 'server', value: null } as const;
        return { ...event, memberNo, eventId, contentId: lessonId, occurredAt: completedAt };
      }),
      ...quizzes.map(({ memberNo, lessonId, result, submittedAt }): PastEvent => {
        const event = { type: 'quiz_submitted', source: 'server', value: result.correct } as const;
        return { ...event, memberNo, contentId: lessonId, occurredAt: submittedAt };
      }),
      ...others,
    ]);
    await this.followPaths(tx, memberNos, finished);
  }

  private async withoutFinished(
    tx: Transaction,
    told: readonly PastLesson[],
  ): Promise<readonly PastLesson[]> {
    const memberNos = [...new Set(told.map(({ memberNo }) => memberNo))];
    if (memberNos.length === 0) return [];
    const rows = await tx.manager.find(LessonProgress, {
      select: { memberNo: true, lessonId: true },
      where: { memberNo: In(memberNos) },
    });
    const begun = new Set(rows.map(({ memberNo, lessonId }) => `${memberNo} ${lessonId}`));
    return told.filter(({ memberNo, lessonId }) => !begun.has(`${memberNo} ${lessonId}`));
  }

  private async graded(
    { manager }: Transaction,
    lessons: readonly PastLesson[],
    versionOf: (lessonId: string) => number,
  ) {
    const asked = [...new Set(lessons.flatMap(({ lessonId, quiz }) => (quiz === null ? [] : [lessonId])))];
    if (asked.length === 0) return [];
    const texts = await manager.findBy(LessonVersion, { lessonId: In(asked) });
    const quizzes = new Map(
      texts.flatMap((text) =>
        text.version === versionOf(text.lessonId) ? [[text.lessonId, quizOf(text)]] : [],
      ),
    );
    return lessons.flatMap(({ memberNo, lessonId, quiz }) => {
      if (quiz === null) return [];
      const questions = quizzes.get(lessonId) ?? [];
      const { submission, submittedAt } = quiz;
      const mismatch = findQuizMismatch(questions, submission.answers);
      if (mismatch !== null) throw quizMismatch(mismatch);
      return [
        {
          memberNo,
          submissionId: submission.submissionId,
          lessonId,
          version: versionOf(lessonId),
          bodySha256: sha256OfJson({ lessonId, answers: submission.answers }),
          result: gradeQuiz(questions, submission),
          submittedAt,
        },
      ];
    });
  }

  /** A path is finished with the last of the lessons that are published now. */
  private async followPaths(
    tx: Transaction,
    memberNos: readonly number[],
    finished: readonly {
      readonly memberNo: number;
      readonly lessonId: string;
      readonly completedAt: number;
    }[],
  ): Promise<void> {
    if (finished.length === 0) return;
    const published = await this.catalogue.publishedLessons();
    const pathOf = new Map(published.map(({ lessonId, pathCode }) => [lessonId, pathCode]));
    const lengths = new Map<string, number>();
    for (const { pathCode } of published) lengths.set(pathCode, (lengths.get(pathCode) ?? 0) + 1);
    const walked = new Map<
      string,
      { memberNo: number; pathCode: string; lessons: number; completedAt: number }
    >();
    for (const { memberNo, lessonId, completedAt } of finished) {
      const pathCode = pathOf.get(lessonId) ?? '';
      if (pathCode === '') continue;
      const key = `${memberNo} ${pathCode}`;
      const before = walked.get(key) ?? { memberNo, pathCode, lessons: 0, completedAt };
      walked.set(key, {
        ...before,
        lessons: before.lessons + 1,
        completedAt: Math.max(before.completedAt, completedAt),
      });
    }
    const seqs = await this.identity.seqOf(memberNos, tx.manager);
    await insertRows(
      tx,
      PathCompletion,
      [...walked.values()]
        .filter(({ pathCode, lessons }) => lessons === lengths.get(pathCode))
        .map(({ memberNo, pathCode, completedAt }) => {
          return { memberNo, pathCode, completedAt, seq: seqs.get(memberNo) ?? 0 };
        }),
    );
  }
}
