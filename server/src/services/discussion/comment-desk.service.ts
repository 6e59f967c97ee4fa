import { Injectable } from '@nestjs/common';
import type { DeskComment } from '@siyu/shared/contracts/discussion-desk';
import { IsNull } from 'typeorm';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { AnswerWording } from './answer-wording.ts';
import { CommentAnswerers } from './comment-answerers.ts';
import { DeskCommentLists } from './desk-comment-lists.ts';
import { commentDecided, commentNotFound, registrationRequired } from './discussion.errors.ts';
import { LessonCommentEntry } from './lesson-comment.entity.ts';

const SUBJECT = 'lesson_comment';
type Change = Partial<
  Pick<LessonCommentEntry, 'state' | 'deciderId' | 'decidedAt' | 'refusedReason' | 'answer' | 'answererId'>
> & { readonly answeredAt?: number };

interface Act {
  readonly action: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** States out of which it may be done. */
  readonly from: readonly LessonCommentEntry['state'][];
  readonly isSame: (kept: LessonCommentEntry) => boolean;
}

/** What becomes of comments that wait, and of questions: each act once, by one person, and in the audit trail. */
@Injectable()
export class CommentDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly answerers: CommentAnswerers,
    private readonly lists: DeskCommentLists,
    private readonly wording: AnswerWording,
  ) {}

  /** Everybody reads it from now on. @throws {AppError} discussion.comment_not_found, discussion.comment_decided */
  async pass(actor: Principal, commentId: string): Promise<DeskComment> {
    await this.lists.findJudged(actor, commentId);
    const change = { state: 'SHOWN', deciderId: actor.id, decidedAt: this.clock.now() } as const;
    return this.#do(actor, commentId, change, {
      action: 'discussion.pass_comment',
      inputs: {},
      from: ['WAITING'],
      isSame: ({ state, deciderId }) => state === 'SHOWN' && deciderId === actor.id,
    });
  }

  /**
   * Only its writer reads it from now on, with the reason.
   * @throws {AppError} discussion.comment_not_found, discussion.comment_decided, discussion.wording_refused
   */
  async refuse(actor: Principal, commentId: string, reason: string): Promise<DeskComment> {
    await this.lists.findJudged(actor, commentId);
    await this.#guarded(actor, commentId, () => this.wording.requireSayable(reason));
    const decision = { deciderId: actor.id, decidedAt: this.clock.now(), refusedReason: reason };
    const change = { ...decision, state: 'REFUSED' } as const;
    return this.#do(actor, commentId, change, {
      action: 'discussion.refuse_comment',
      inputs: { reasonSha256: sha256OfJson({ reason }) },
      from: ['WAITING', 'SHOWN'],
      isSame: ({ state, deciderId, refusedReason }) =>
        state === 'REFUSED' && deciderId === actor.id && refusedReason === reason,
    });
  }

  /**
   * Answers a question for everybody to read, under the answerer's registration. Sent again it is the same answer.
   * @throws {AppError} discussion.comment_not_found, discussion.comment_decided, discussion.registration_required,
   * discussion.wording_refused, discussion.answer_doubtful
   */
  async answer(actor: Principal, commentId: string, text: string): Promise<DeskComment> {
    const { lessonId } = await this.lists.findQuestion(commentId);
    if (!(await this.answerers.mayAnswer(actor, lessonId))) throw registrationRequired();
    // Nobody reviews an answer before it is read, so what would need a second look is to be said otherwise.
    const dictionaryVersions = await this.#guarded(actor, commentId, () => this.wording.requireClear(text));
    const change = { answer: text, answererId: actor.id, answeredAt: this.clock.now() };
    return this.#do(actor, commentId, change, {
      action: 'discussion.answer_question',
      inputs: { answerSha256: sha256OfJson({ text }), dictionaryVersions },
      from: ['SHOWN'],
      isSame: ({ answererId, answer }) => answererId === actor.id && answer === text,
    });
  }

  #guarded<Result>(actor: Principal, commentId: string, work: () => Promise<Result>): Promise<Result> {
    return this.wording.noteRefusal(actor, { subjectKind: SUBJECT, subjectId: commentId }, work);
  }

  /** One conditional update: of two people who act at once, the second changes nothing and is told so. */
  async #do(
    actor: Principal,
    commentId: string,
    change: Change,
    { action, inputs, from, isSame }: Act,
  ): Promise<DeskComment> {
    const open = from.map((state) => ({
      commentId,
      state,
      deletedAt: IsNull(),
      ...(change.answeredAt !== undefined && { answeredAt: IsNull() }),
    }));
    await this.database.runInTransaction(async (tx) => {
      let changed = 0;
      for (const where of open)
        changed += (await tx.manager.update(LessonCommentEntry, where, change)).affected ?? 0;
      const kept = await tx.manager.findOneBy(LessonCommentEntry, { commentId });
      // The account may have been closed meanwhile.
      if (kept === null) throw commentNotFound();
      const { lessonId, memberNo } = kept;
      const subject = { subjectKind: SUBJECT, subjectId: commentId, subjectNo: memberNo };
      if (changed > 0)
        await this.audit.record(tx, { actor, action, ...subject, inputs: { lessonId, ...inputs } });
      else if (!isSame(kept)) throw commentDecided();
    });
    return this.lists.get(actor, commentId);
  }
}
