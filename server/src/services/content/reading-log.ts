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

  /** Lessons finished under any of the numbers of a person, each once, in the order of finishing. */
  async completionsOf(numbers: readonly number[]): Promise<readonly Completion[]> {
    const first = new Map<string, Completion>();
    for (const each of [...(await this.completionsOfMembers(numbers)).values()].flat()) {
      const known = first.get(each.lessonId);
      if (known === undefined || each.completedAt < known.completedAt) first.set(each.lessonId, each);
    }
    return [...first.values()].sort((one, other) => one.completedAt - other.completedAt);
  }

  /** Share of each begun lesson a person has read, in percent; the last touched lesson first. */
  async progressOf(numbers: readonly number[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read.find(LessonProgress, {
      where: { memberNo: In([...numbers]) },
      order: { updatedAt: 'DESC', lessonId: 'ASC' },
    });
    const progress = new Map<string, number>();
    for (const { lessonId, readPercent } of rows)
      progress.set(lessonId, Math.max(progress.get(lessonId) ?? 0, readPercent));
    return progress;
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
