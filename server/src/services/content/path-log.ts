import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { among, Database, selectRows, type Transaction } from '../../platform/database/index.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { PathCompletion } from './path-completion.entity.ts';
import { LessonCompleted } from './reading.entity.ts';

/** Which paths members have finished, and when. */
@Injectable()
export class PathLog {
  constructor(
    private readonly database: Database,
    private readonly catalogue: LessonCatalogue,
  ) {}

  /**
   * To be called after a lesson was noted as finished: notes the path when that was the last of its lessons.
   * @param numbers every number whose lessons are the member's
   */
  async follow(
    tx: Transaction,
    completed: Readonly<LessonCompleted>,
    seq: number,
    numbers: readonly number[],
  ): Promise<void> {
    const { memberNo, lessonId, completedAt } = completed;
    const lessons = await this.catalogue.publishedLessons();
    const pathCode = lessons.find((lesson) => lesson.lessonId === lessonId)?.pathCode;
    if (pathCode === undefined || pathCode === '') return;
    const ofPath = lessons.filter((lesson) => lesson.pathCode === pathCode).map((lesson) => lesson.lessonId);
    const read = await tx.manager.find(LessonCompleted, {
      select: { lessonId: true },
      where: { memberNo: In([...numbers]), lessonId: In(ofPath) },
    });
    if (new Set(read.map((each) => each.lessonId)).size < ofPath.length) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(PathCompletion)
      .values({ memberNo, pathCode, completedAt, seq })
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  async finishedBy(memberNos: readonly number[]): Promise<readonly PathCompletion[]> {
    if (memberNos.length === 0) return [];
    const { sql, values } = among('member_no', memberNos);
    const where = { sql: `${sql} ORDER BY member_no, path_code`, values };
    return selectRows(this.database.read, PathCompletion, where);
  }
}
