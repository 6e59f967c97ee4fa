import { Injectable } from '@nestjs/common';
import { PATH_SUBJECT } from '@siyu/shared/contracts/paths.limits';
import { LessThanOrEqual } from 'typeorm';
import { Audit } from '../../../foundation/audit/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { type Moment, type Planned, PublicationSchedule } from '../publication-schedule.ts';
import { lockPath } from './path-editing.ts';
import { PathVersion } from './path.entity.ts';
import { PathPublication } from './path-publication.ts';

/** Paths that go out at their moment. */
@Injectable()
export class PathSchedule extends PublicationSchedule {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    jobs: Jobs,
    audit: Audit,
    private readonly publication: PathPublication,
  ) {
    const names = { job: 'scheduled-paths', subjectKind: PATH_SUBJECT, acts: 'paths' } as const;
    super({ database, clock, jobs, audit }, names);
  }

  protected override async findDue(until: number): Promise<Planned | null> {
    const due = await this.database.read.findOne(PathVersion, {
      select: { pathId: true, version: true, state: true, scheduledFor: true, contentSha256: true },
      where: { state: 'SCHEDULED', scheduledFor: LessThanOrEqual(until) },
      order: { scheduledFor: 'ASC', pathId: 'ASC' },
    });
    return due === null ? null : plannedOf(due);
  }

  protected override async lockLatest(tx: Transaction, pathId: string): Promise<Planned> {
    const { latest } = await lockPath(tx, pathId, this.clock.now());
    return plannedOf(latest);
  }

  protected override async write({ manager }: Transaction, planned: Planned, moment: Moment): Promise<void> {
    await manager.update(PathVersion, { pathId: planned.id, version: planned.version }, moment);
  }

  protected override publish(tx: Transaction, pathId: string): Promise<void> {
    return this.publication.publish(tx, pathId, 'system');
  }
}

const plannedOf = ({ pathId: id, version, state, scheduledFor, contentSha256 }: PathVersion): Planned => ({
  id,
  version,
  state,
  scheduledFor,
  contentSha256,
});
