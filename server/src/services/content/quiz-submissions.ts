import { Injectable } from '@nestjs/common';
import { QuizResult, type SubmitQuiz } from '@siyu/shared/contracts/content';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Engagement } from '../../records/engagement/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { lessonNotFound, quizMismatch, submissionDiffers } from './content.errors.ts';
import { quizOf } from './lesson-draft.ts';
import { LessonVersion } from './lesson.entity.ts';
import { findQuizMismatch, gradeQuiz, type QuizQuestion } from './quiz.ts';
import { ReadableLessons } from './readable-lessons.ts';
import { QuizSubmission } from './reading.entity.ts';

/** Answers of a member that have been graded, told in the transaction that keeps them. */
export interface GradedQuiz {
  readonly memberNo: number;
  readonly lessonId: string;
  readonly correct: number;
  readonly total: number;
  readonly submittedAt: number;
}
type OnGraded = (tx: Transaction, graded: GradedQuiz) => Promise<void>;

/** Grades what members answer. */
@Injectable()
export class QuizSubmissions {
  readonly #handlers: OnGraded[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly engagement: Engagement,
    private readonly readable: ReadableLessons,
  ) {}

  /** For modules above, to whom an answer counts. Registered in `onModuleInit`. */
  onGraded(handler: OnGraded): void {
    this.#handlers.push(handler);
  }

  /**
   * Sending the same submission again answers with its first result, even when the quiz has changed since.
   * @param submittedAt the server's own time; another one only where history is loaded.
   */
  async submit(
    memberNo: number,
    lessonId: string,
    submission: SubmitQuiz,
    submittedAt: number = this.clock.now(),
  ): Promise<QuizResult> {
    const { submissionId } = submission;
    const { version } = await this.readable.getFor(memberNo, lessonId);
    const quiz = await this.#quizOf(lessonId, version);
    const bodySha256 = sha256OfJson({ lessonId, answers: submission.answers });
    return this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, [memberNo]);
      const before = await tx.manager.findOneBy(QuizSubmission, { memberNo, submissionId });
      if (before !== null && before.bodySha256 !== bodySha256) throw submissionDiffers();
      if (before !== null) return QuizResult.parse(before.result);

      const mismatch = findQuizMismatch(quiz, submission.answers);
      if (mismatch !== null) throw quizMismatch(mismatch);
      const result = gradeQuiz(quiz, submission);
      const row = { memberNo, submissionId, lessonId, version, bodySha256, result, submittedAt };
      // The member's clock is held, so nobody can have come between; the primary key stands guard all the same.
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(QuizSubmission)
        .values(row)
        .updateEntity(false)
        .execute();
      await this.engagement.append(tx, memberNo, [
        {
          type: 'quiz_submitted',
          occurredAt: submittedAt,
          contentId: lessonId,
          value: result.correct,
        },
      ]);
      const { correct, total } = result;
      for (const handler of this.#handlers)
        await handler(tx, { memberNo, lessonId, correct, total, submittedAt });
      return result;
    });
  }

  async #quizOf(lessonId: string, version: number): Promise<readonly QuizQuestion[]> {
    const text = await this.database.read.findOneBy(LessonVersion, { lessonId, version });
    if (text === null) throw lessonNotFound();
    return quizOf(text);
  }
}
