import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { LESSON_SUBJECT, lockLesson } from './lesson-editing.ts';
import { LessonPublication } from './lesson-publication.ts';
import { LessonVersion } from './lesson.entity.ts';
import { type Moment, type Planned, PublicationSchedule } from './publication-schedule.ts';

/** Texts of every kind that go out at their moment. */
@Injectable()
export class LessonSchedule extends PublicationSchedule {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    jobs: Jobs,
    audit: Audit,
    private readonly publication: LessonPublication,
  ) {
    const names = { job: 'scheduled-lessons', subjectKind: LESSON_SUBJECT, acts: 'content' } as const;
    super({ database, clock, jobs, audit }, names);
  }

  protected override async findDue(until: number): Promise<Planned | null> {
    const due = await this.database.read.findOne(LessonVersion, {
      select: { lessonId: true, version: true, state: true, scheduledFor: true, contentSha256: true },
      where: { state: 'SCHEDULED', scheduledFor: LessThanOrEqual(until) },
      order: { scheduledFor: 'ASC', lessonId: 'ASC' },
    });
    return due === null ? null : plannedOf(due);
  }

  protected override async lockLatest(tx: Transaction, lessonId: string): Promise<Planned> {
    return plannedOf(await lockLesson(tx, lessonId, this.clock.now()));
  }

  protected override async write({ manager }: Transaction, planned: Planned, moment: Moment): Promise<void> {
    await manager.update(LessonVersion, { lessonId: planned.id, version: planned.version }, moment);
  }

  protected override publish(tx: Transaction, lessonId: string): Promise<void> {
    return this.publication.publish(tx, lessonId, 'system');
  }
}

const plannedOf = ({
  lessonId: id,
  version,
  state,
  scheduledFor,
  contentSha256,
}: LessonVersion): Planned => ({
  id,
  version,
  state,
  scheduledFor,
  contentSha256,
});
