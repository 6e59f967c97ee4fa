import { Injectable } from '@nestjs/common';
import type { GroupQuestion } from '@siyu/shared/contracts/communities';
import {
  GROUP_PAGE_LESSONS,
  GROUP_PAGE_NOTICES,
  GROUP_PAGE_QUESTIONS,
} from '@siyu/shared/contracts/communities.limits';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { GroupLesson, GroupNoticeEntry, GroupQuestionEntry } from './group-post.entity.ts';

/** When the last question of a page was asked, and its id. */
const Position = z.tuple([z.int(), z.string().max(36)]);

/** What hangs on the board of a group for a member. */
export interface Board {
  readonly notices: readonly {
    readonly noticeId: string;
    readonly text: string;
    readonly authorName: string;
    readonly publishedAt: string;
  }[];
  /** The last shared first; whether a member may read one is for content to say. */
  readonly lessonIds: readonly string[];
  readonly questions: readonly GroupQuestion[];
  readonly nextQuestionsCursor: string | null;
}
type People = ReadonlyMap<string, Staff>;
const when = (at: number): string => new Date(at).toISOString();

/** What is said in a group. Who may read it has been settled by whoever asks. */
@Injectable()
export class GroupBoard {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
  ) {}

  /** A page of questions after the first brings nothing else. */
  async read(groupId: string, numbers: readonly number[], cursor: string | undefined): Promise<Board> {
    const isFirst = cursor === undefined;
    const [notices, lessons, questions] = await Promise.all([
      isFirst ? this.#notices(groupId) : [],
      isFirst ? this.#lessons(groupId) : [],
      this.#questions(groupId, numbers, cursor),
    ]);
    const shown = questions.slice(0, GROUP_PAGE_QUESTIONS);
    const last = questions.length > shown.length ? shown.at(-1) : undefined;
    const people = await this.staff.listStaffByIds([
      ...notices.map(({ authorId }) => authorId),
      ...shown.flatMap(({ deciderId }) => deciderId ?? []),
    ]);
    return {
      notices: notices.map(({ noticeId, text, authorId, publishedAt }) => ({
        noticeId,
        text,
        authorName: people.get(authorId)?.name ?? '',
        publishedAt: when(publishedAt),
      })),
      lessonIds: [...new Set(lessons.map(({ lessonId }) => lessonId))],
      questions: shown.map((question) => shownTo(question, numbers, people)),
      nextQuestionsCursor: last === undefined ? null : encodeCursor([last.askedAt, last.questionId]),
    };
  }

  /** One question as a member sees it. */
  async questionOf(question: GroupQuestionEntry, numbers: readonly number[]): Promise<GroupQuestion> {
    const { deciderId } = question;
    return shownTo(question, numbers, await this.staff.listStaffByIds(deciderId === null ? [] : [deciderId]));
  }

  #notices(groupId: string): Promise<GroupNoticeEntry[]> {
    return this.database.read.find(GroupNoticeEntry, {
      where: { groupId, removedAt: IsNull() },
      order: { publishedAt: 'DESC', noticeId: 'DESC' },
      take: GROUP_PAGE_NOTICES,
    });
  }

  #lessons(groupId: string): Promise<GroupLesson[]> {
    return this.database.read.find(GroupLesson, {
      where: { groupId, removedAt: IsNull() },
      order: { sharedAt: 'DESC', shareId: 'DESC' },
      take: GROUP_PAGE_LESSONS,
    });
  }

  /** Answered ones of everybody, and every one of the member's own; the last asked first. */
  #questions(
    groupId: string,
    numbers: readonly number[],
    cursor: string | undefined,
  ): Promise<GroupQuestionEntry[]> {
    const query = this.database.read
      .createQueryBuilder(GroupQuestionEntry, 'one')
      .where('one.groupId = :groupId', { groupId })
      .andWhere("(one.state = 'ANSWERED' OR one.memberNo IN (:...numbers))", { numbers: [...numbers] });
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [at, id] = after;
      query.andWhere('(one.askedAt < :at OR (one.askedAt = :at AND one.questionId < :id))', { at, id });
    }
    return query
      .orderBy('one.askedAt', 'DESC')
      .addOrderBy('one.questionId', 'DESC')
      .take(GROUP_PAGE_QUESTIONS + 1)
      .getMany();
  }
}

function shownTo(question: GroupQuestionEntry, numbers: readonly number[], people: People): GroupQuestion {
  const { questionId, text, memberNo, state, askedAt, answer, decidedAt } = question;
  const isMine = numbers.includes(memberNo);
  const decider = people.get(question.deciderId ?? '');
  return {
    questionId,
    text,
    isMine,
    state,
    askedAt: when(askedAt),
    answer:
      answer === null || decidedAt === null
        ? null
        : {
            text: answer,
            answererName: decider?.name ?? '',
            answererRegistrationNo: decider?.registrationNo ?? null,
            answeredAt: when(decidedAt),
          },
    declinedReason: isMine ? question.declinedReason : null,
  };
}
