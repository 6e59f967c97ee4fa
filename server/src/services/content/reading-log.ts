import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { LessonCompleted, LessonProgress } from './reading.entity.ts';

export interface Completion {
  readonly lessonId: string;
  /** Epoch ms. */
  readonly completedAt: number;
}

/** How far members have read. */
@Injectable()
export class ReadingLog {
  constructor(private readonly database: Database) {}

  /** Finished lessons of each member in the order of finishing; members without any are absent. */
  async completionsOfMembers(
    memberNos: readonly number[],
  ): Promise<ReadonlyMap<number, readonly Completion[]>> {
    if (memberNos.length === 0) return new Map();
    const rows = await this.database.read.find(LessonCompleted, {
      select: { memberNo: true, lessonId: true, completedAt: true },
      where: { memberNo: In([...memberNos]) },
      order: { memberNo: 'ASC', completedAt: 'ASC', lessonId: 'ASC' },
    });
    const byMember = new Map<number, Completion[]>();
    for (const { memberNo, lessonId, completedAt } of rows) {
      const own = byMember.get(memberNo) ?? [];
      own.push({ lessonId, completedAt });
      byMember.set(memberNo, own);
    }
    return byMember;
  }

  /** Share of each begun lesson a member has read, in percent; the last touched lesson first. */
  async progressOf(memberNo: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read.find(LessonProgress, {
      where: { memberNo },
      order: { updatedAt: 'DESC', lessonId: 'ASC' },
    });
    return new Map(rows.map(({ lessonId, readPercent }) => [lessonId, readPercent]));
  }

  /** Notes progress; a smaller value than the one noted changes nothing but the moment. */
  async advance({ manager }: Transaction, row: Readonly<LessonProgress>): Promise<void> {
    const { memberNo, lessonId, readPercent, updatedAt } = row;
    await manager
      .createQueryBuilder()
      .insert()
      .into(LessonProgress)
      .values({ ...row, readPercent: 0 })
      .orIgnore()
      .updateEntity(false)
      .execute();
    await manager
      .createQueryBuilder()
      .update(LessonProgress)
      .set({
        readPercent: () => 'CASE WHEN read_percent < :readPercent THEN :readPercent ELSE read_percent END',
        updatedAt,
      })
      .where('member_no = :memberNo AND lesson_id = :lessonId')
      .setParameters({ readPercent, memberNo, lessonId })
      .execute();
  }
}
