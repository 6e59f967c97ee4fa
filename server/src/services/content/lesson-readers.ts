import { Injectable } from '@nestjs/common';
import type { LessonReaders, LessonWithdrawal as WithdrawalView } from '@siyu/shared/contracts/content';
import { In, IsNull, Not } from 'typeorm';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { Identity, maskedMember, MemberScopes } from '../../records/identity/index.ts';
import { lessonNotFound } from './content.errors.ts';
import { LESSON_SUBJECT } from './lesson-editing.ts';
import { Lesson } from './lesson.entity.ts';
import { LessonCompleted, LessonProgress } from './reading.entity.ts';
import { CorrectionReceipt, LessonWithdrawal } from './withdrawal.entity.ts';

/** Public id of the last reader of a page. */
const Position = z.tuple([z.string().max(36)]);

/** Who read a lesson, for staff: counted, and listed without names; and what became of telling them. */
@Injectable()
export class LessonReaderDesk {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly staff: StaffDirectory,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
  ) {}

  /** Of the caller's scope. @throws content.lesson_not_found */
  async list(
    caller: Principal,
    lessonId: string,
    limit: number,
    cursor: string | undefined,
  ): Promise<LessonReaders> {
    if (!(await this.database.read.existsBy(Lesson, { lessonId }))) throw lessonNotFound();
    const scope = await this.scopes.conditionOn('reading.member_no', caller.scope);
    const matching = this.database.read
      .createQueryBuilder(LessonProgress, 'reading')
      .where({ lessonId })
      .andWhere(scope.sql, scope.parameters);
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    const afterNo = after === null ? 0 : ((await this.identity.findByPublicId(after[0]))?.memberNo ?? 0);
    const found = await matching
      .andWhere('reading.member_no > :afterNo', { afterNo })
      .orderBy('reading.memberNo', 'ASC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const readers = await this.#readersOf(lessonId, page);
    const last = found.length > limit ? readers.at(-1) : undefined;
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action: 'content.view_readers',
        subjectKind: LESSON_SUBJECT,
        subjectId: lessonId,
        inputs: { readers: readers.length, total },
      }),
    );
    return {
      readers,
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.member.memberId]),
    };
  }

  /** The last withdrawal of a lesson with how far its readers have been told; null when there was none. */
  async findWithdrawal(lessonId: string): Promise<WithdrawalView | null> {
    const withdrawal = await this.database.read.findOne(LessonWithdrawal, {
      where: { lessonId },
      order: { withdrawnAt: 'DESC', withdrawalId: 'DESC' },
    });
    if (withdrawal === null) return null;
    const { withdrawalId, version, reason, correction, withdrawnBy, withdrawnAt, isDone } = withdrawal;
    const [told, seen, people] = await Promise.all([
      this.database.read.countBy(CorrectionReceipt, { withdrawalId }),
      this.database.read.countBy(CorrectionReceipt, { withdrawalId, seenAt: Not(IsNull()) }),
      this.staff.listStaffByIds([withdrawnBy]),
    ]);
    return {
      version,
      reason,
      correction,
      withdrawnBy: people.get(withdrawnBy)?.name ?? '',
      withdrawnAt: new Date(withdrawnAt).toISOString(),
      told,
      seen,
      isTelling: !isDone,
    };
  }

  async #readersOf(
    lessonId: string,
    page: readonly LessonProgress[],
  ): Promise<LessonReaders['readers'][number][]> {
    if (page.length === 0) return [];
    const memberNos = page.map(({ memberNo }) => memberNo);
    const [members, finished] = await Promise.all([
      this.identity.listMembers(memberNos),
      this.database.read.find(LessonCompleted, {
        select: { memberNo: true },
        where: { lessonId, memberNo: In(memberNos) },
      }),
    ]);
    const memberOf = new Map(members.map((member) => [member.memberNo, maskedMember(member)]));
    const done = new Set(finished.map(({ memberNo }) => memberNo));
    return page.flatMap(({ memberNo, readPercent, updatedAt }) => {
      const member = memberOf.get(memberNo);
      if (member === undefined) return [];
      const isFinished = done.has(memberNo);
      return [{ member, readPercent, isFinished, lastReadAt: new Date(updatedAt).toISOString() }];
    });
  }
}
