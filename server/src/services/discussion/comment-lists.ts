import { Injectable } from '@nestjs/common';
import type { LessonComment, LessonCommentQuery, LessonComments } from '@siyu/shared/contracts/discussion';
import { z } from 'zod';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { Identity, maskedMember } from '../../records/identity/index.ts';
import { Content } from '../content/index.ts';
import { LessonCommentEntry } from './lesson-comment.entity.ts';

/** When the last comment of a page was written, and its id. */
const Position = z.tuple([z.int(), z.string().max(36)]);
const when = (at: number): string => new Date(at).toISOString();

interface People {
  readonly names: ReadonlyMap<number, string>;
  readonly staff: ReadonlyMap<string, Staff>;
}

/** What is said under a lesson, as a member reads it. */
@Injectable()
export class CommentLists {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly staff: StaffDirectory,
    private readonly content: Content,
  ) {}

  /**
   * Those that have passed, and every one of the member's own; the last written first.
   * @throws {AppError} content.lesson_not_found also for a lesson that is not published
   */
  async list(
    memberNo: number,
    lessonId: string,
    { limit, cursor }: z.output<typeof LessonCommentQuery>,
  ): Promise<LessonComments> {
    await this.content.getShownFor(memberNo, lessonId);
    const numbers = await this.identity.numbersOf(memberNo);
    const query = this.database.read
      .createQueryBuilder(LessonCommentEntry, 'one')
      .where('one.lessonId = :lessonId', { lessonId })
      .andWhere("one.deletedAt IS NULL AND (one.state = 'SHOWN' OR one.memberNo IN (:...numbers))", {
        numbers: [...numbers],
      });
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [at, id] = after;
      query.andWhere('(one.writtenAt < :at OR (one.writtenAt = :at AND one.commentId < :id))', { at, id });
    }
    const found = await query
      .orderBy('one.writtenAt', 'DESC')
      .addOrderBy('one.commentId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > page.length ? page.at(-1) : undefined;
    const people = await this.#peopleOf(page);
    return {
      comments: page.map((comment) => shownTo(comment, numbers, people)),
      nextCursor: last === undefined ? null : encodeCursor([last.writtenAt, last.commentId]),
    };
  }

  /** One of them as its writer sees it. */
  async commentOf(comment: LessonCommentEntry, numbers: readonly number[]): Promise<LessonComment> {
    return shownTo(comment, numbers, await this.#peopleOf([comment]));
  }

  async #peopleOf(comments: readonly LessonCommentEntry[]): Promise<People> {
    const [members, staff] = await Promise.all([
      this.identity.listMembers([...new Set(comments.map(({ memberNo }) => memberNo))]),
      this.staff.listStaffByIds(comments.flatMap(({ answererId }) => answererId ?? [])),
    ]);
    return {
      names: new Map(members.map((member) => [member.memberNo, maskedMember(member).displayName])),
      staff,
    };
  }
}

function shownTo(
  comment: LessonCommentEntry,
  numbers: readonly number[],
  { names, staff }: People,
): LessonComment {
  const { commentId, kind, text, memberNo, state, writtenAt, answer, answeredAt } = comment;
  const isMine = numbers.includes(memberNo);
  const answerer = staff.get(comment.answererId ?? '');
  return {
    commentId,
    kind,
    text,
    isMine,
    maskedName: names.get(memberNo) ?? '',
    state,
    writtenAt: when(writtenAt),
    refusedReason: isMine ? comment.refusedReason : null,
    answer:
      answer === null || answeredAt === null
        ? null
        : {
            text: answer,
            answererName: answerer?.name ?? '',
            answererRegistrationNo: answerer?.registrationNo ?? null,
            answeredAt: when(answeredAt),
          },
  };
}
