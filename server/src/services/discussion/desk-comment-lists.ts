import { Injectable } from '@nestjs/common';
import type { DeskComment, DeskCommentQuery, DeskComments } from '@siyu/shared/contracts/discussion-desk';
import type { CommentQueue } from '@siyu/shared/contracts/discussion.limits';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { IsNull, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { MemberScopes } from '../../records/identity/index.ts';
import { Content } from '../content/index.ts';
import { CommentAnswerers } from './comment-answerers.ts';
import { commentNotFound, queueOutOfReach } from './discussion.errors.ts';
import { LessonCommentEntry } from './lesson-comment.entity.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
/** Who decides what is shown. */
export const JUDGES: readonly Role[] = ['operator', 'compliance'];
const when = (at: number): string => new Date(at).toISOString();
const maybeWhen = (at: number | null): string | null => (at === null ? null : when(at));

/**
 * Comments as staff see them. What everybody reads in the app is narrowed by no scope; what waits or was refused is
 * private still, and only who judges it reads it, within the own scope.
 */
@Injectable()
export class DeskCommentLists {
  constructor(
    private readonly database: Database,
    private readonly scopes: MemberScopes,
    private readonly staff: StaffDirectory,
    private readonly content: Content,
    private readonly answerers: CommentAnswerers,
  ) {}

  /** Of those that wait for somebody who has waited longest first, of the others the last written. */
  async list(
    caller: Principal,
    { queue, limit, cursor }: z.output<typeof DeskCommentQuery>,
  ): Promise<DeskComments> {
    const matching = await this.#inQueue(caller, queue);
    const total = await matching.getCount();
    const isWaiting = queue === 'WAITING' || queue === 'UNANSWERED';
    const [order, beyond] = isWaiting ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(
        `(one.writtenAt ${beyond} :at OR (one.writtenAt = :at AND one.commentId ${beyond} :id))`,
        { at: after[0], id: after[1] },
      );
    const found = await matching
      .orderBy('one.writtenAt', order)
      .addOrderBy('one.commentId', order)
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(caller, page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.writtenAt, last.commentId]),
    };
  }

  /** One that the caller may decide about. @throws {AppError} discussion.comment_not_found */
  async findJudged(caller: Principal, commentId: string): Promise<void> {
    const { sql, parameters } = await this.scopes.conditionOn('one.member_no', caller.scope);
    const query = this.#all().andWhere('one.commentId = :commentId', { commentId });
    if (!(await query.andWhere(sql, parameters).getExists())) throw commentNotFound();
  }

  /** A question that everybody reads. @throws {AppError} discussion.comment_not_found */
  async findQuestion(commentId: string): Promise<LessonCommentEntry> {
    const shown = { kind: 'QUESTION', state: 'SHOWN', deletedAt: IsNull() } as const;
    const found = await this.database.read.findOneBy(LessonCommentEntry, { commentId, ...shown });
    if (found === null) throw commentNotFound();
    return found;
  }

  /** After an act of the caller's on it. */
  async get(caller: Principal, commentId: string): Promise<DeskComment> {
    const found = await this.database.read.findBy(LessonCommentEntry, { commentId });
    const [row] = await this.#rowsOf(caller, found);
    if (row === undefined) throw commentNotFound();
    return row;
  }

  #all(): SelectQueryBuilder<LessonCommentEntry> {
    return this.database.read.createQueryBuilder(LessonCommentEntry, 'one').where('one.deletedAt IS NULL');
  }

  async #inQueue(caller: Principal, queue: CommentQueue): Promise<SelectQueryBuilder<LessonCommentEntry>> {
    if (queue === 'UNANSWERED')
      return this.#all().andWhere("one.kind = 'QUESTION' AND one.state = 'SHOWN' AND one.answeredAt IS NULL");
    const matching = this.#all().andWhere('one.state = :queue', { queue });
    if (queue === 'SHOWN') return matching;
    if (!caller.roles.some((role) => JUDGES.includes(role))) throw queueOutOfReach();
    const { sql, parameters } = await this.scopes.conditionOn('one.member_no', caller.scope);
    return matching.andWhere(sql, parameters);
  }

  async #rowsOf(caller: Principal, comments: readonly LessonCommentEntry[]): Promise<DeskComment[]> {
    const [lessons, people, isAnswerable] = await Promise.all([
      this.content.publishedTexts(),
      this.staff.listStaffByIds(
        comments.flatMap((one) => [one.deciderId ?? [], one.answererId ?? []].flat()),
      ),
      this.answerers.answerableBy(caller),
    ]);
    const titles = new Map(lessons.map(({ lessonId, title }) => [lessonId, title]));
    return comments.map((comment) => {
      const { commentId, lessonId, kind, text, state, doubts, refusedReason, answer, answeredAt } = comment;
      const isOpen = kind === 'QUESTION' && state === 'SHOWN' && answeredAt === null;
      return {
        commentId,
        lessonId,
        lessonTitle: titles.get(lessonId) ?? null,
        kind,
        text,
        state,
        writtenAt: when(comment.writtenAt),
        doubts,
        decidedAt: maybeWhen(comment.decidedAt),
        deciderName: people.get(comment.deciderId ?? '')?.name ?? null,
        refusedReason,
        answer:
          answer === null || answeredAt === null
            ? null
            : {
                text: answer,
                answererName: people.get(comment.answererId ?? '')?.name ?? '',
                answeredAt: when(answeredAt),
              },
        mayAnswer: isOpen && isAnswerable(lessonId),
      };
    });
  }
}
