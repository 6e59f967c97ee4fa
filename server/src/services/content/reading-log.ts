import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import {
  among,
  Database,
  selectRows,
  type Fragment,
  type Question,
  type Transaction,
} from '../../platform/database/index.ts';
import { LessonCompleted, LessonProgress } from './reading.entity.ts';

export interface Completion {
  readonly lessonId: string;
  /** Epoch ms. */
  readonly completedAt: number;
}

/** How far one person has read. */
export interface Reading {
  /** Share of each begun lesson in percent; the last touched lesson first. */
  readonly progress: ReadonlyMap<string, number>;
  /** When each was touched last, in epoch ms; a card or a poster is touched once. */
  readonly touchedAt: ReadonlyMap<string, number>;
  readonly finished: ReadonlySet<string>;
}

/** Lesson, percent, epoch ms. */
const ProgressRows = z.array(z.tuple([z.string(), z.number(), z.number()]));
const FinishedRows = z.array(z.tuple([z.string()]));

/** How far members have read. */
@Injectable()
export class ReadingLog {
  constructor(private readonly database: Database) {}

  /** Finished lessons of each member in the order of finishing; members without any are absent. */
  async completionsOfMembers(
    memberNos: readonly number[],
  ): Promise<ReadonlyMap<number, readonly Completion[]>> {
    if (memberNos.length === 0) return new Map();
    const { sql, values } = among('member_no', memberNos);
    const where = { sql: `${sql} ORDER BY member_no, completed_at, lesson_id`, values };
    const rows = await selectRows(this.database.read, LessonCompleted, where);
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

  /**
   * How far the person of these numbers has read, as a question for a joint read.
   * @param own the numbers in the column `member_no`
   */
  readingOf({ sql, values }: Fragment): Question<Reading> {
    return {
      selects: [
        {
          sql: `SELECT r.lesson_id, r.read_percent, r.updated_at FROM (${sql}) own JOIN lesson_progress r ON r.member_no = own.member_no`,
          values,
          columns: ['lesson_id', 'read_percent', 'updated_at'],
        },
        {
          sql: `SELECT c.lesson_id FROM (${sql}) own JOIN lesson_completions c ON c.member_no = own.member_no`,
          values,
          columns: ['lesson_id'],
        },
      ],
      read: ([progress, finished]) => {
        const rows = ProgressRows.parse(progress)
          .map(([lessonId, readPercent, updatedAt]) => ({ lessonId, readPercent, updatedAt }))
          .sort(byLastTouched);
        return {
          progress: greatestOf(rows),
          touchedAt: new Map(rows.map(({ lessonId, updatedAt }) => [lessonId, updatedAt])),
          finished: new Set(FinishedRows.parse(finished).map(([lessonId]) => lessonId)),
        };
      },
    };
  }

  /** Share of each begun lesson a person has read, in percent; the last touched lesson first. */
  async progressOf(numbers: readonly number[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read.find(LessonProgress, {
      where: { memberNo: In([...numbers]) },
      order: { updatedAt: 'DESC', lessonId: 'ASC' },
    });
    return greatestOf(rows);
  }

  /** Notes that somebody has seen what is read at one glance; seeing it again changes nothing. */
  async noteSeen({ manager }: Transaction, row: Omit<LessonProgress, 'readPercent'>): Promise<void> {
    await insertNew(manager, { ...row, readPercent: 100 });
  }

  /** Notes progress; a smaller value than the one noted changes nothing but the moment. */
  async advance({ manager }: Transaction, row: Readonly<LessonProgress>): Promise<void> {
    const { memberNo, lessonId, readPercent, updatedAt } = row;
    await insertNew(manager, { ...row, readPercent: 0 });
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

async function insertNew(manager: EntityManager, row: Readonly<LessonProgress>): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(LessonProgress)
    .values(row)
    .orIgnore()
    .updateEntity(false)
    .execute();
}

type Progress = Pick<LessonProgress, 'lessonId' | 'readPercent' | 'updatedAt'>;

function byLastTouched(one: Progress, other: Progress): number {
  return other.updatedAt - one.updatedAt || (one.lessonId < other.lessonId ? -1 : 1);
}

/** Per lesson what was read most under any number, in the order of the rows. */
function greatestOf(rows: readonly Progress[]): ReadonlyMap<string, number> {
  const progress = new Map<string, number>();
  for (const { lessonId, readPercent } of rows)
    progress.set(lessonId, Math.max(progress.get(lessonId) ?? 0, readPercent));
  return progress;
}
