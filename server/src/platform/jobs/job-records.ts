import { Injectable } from '@nestjs/common';
import { JOB_OVERDUE_MS, type JobState } from '@siyu/shared/contracts/jobs.limits';
import { z } from 'zod';
import { Clock } from '../clock/index.ts';
import { Database, type Transaction } from '../database/index.ts';
import { decodeCursor, encodeCursor } from '../http/index.ts';
import { Job } from './job.entity.ts';
import { Jobs } from './jobs.service.ts';
import { jobNotFound, notStoppable, nothingToRun } from './jobs.errors.ts';

/** What became of a job, as other modules see it. */
export type JobView = Readonly<Job> & { readonly state: JobState; readonly isStoppable: boolean };
export interface JobFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: JobState | undefined;
}

const Position = z.tuple([z.string().max(64)]);
/** What a row means, in SQL to filter by and in words to show; one spec holds the two together. */
const STATE = `CASE
  WHEN job.is_cancelled = 1 THEN 'STOPPED'
  WHEN job.attempts > 0 THEN 'FAILED'
  WHEN job.units_done IS NOT NULL THEN 'RUNNING'
  WHEN job.next_at < :overdue THEN 'OVERDUE'
  ELSE 'WAITING' END`;
function stateOf(row: Job, now: number): JobState {
  if (row.isCancelled) return 'STOPPED';
  if ((row.attempts ?? 0) > 0) return 'FAILED';
  if (row.unitsDone !== null) return 'RUNNING';
  return row.nextAt !== null && row.nextAt < now - JOB_OVERDUE_MS ? 'OVERDUE' : 'WAITING';
}

/** Reads what is known of the jobs, and writes down what people want of them. */
@Injectable()
export class JobRecords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** By name. */
  async list({ limit, cursor, state }: JobFilter): Promise<{
    readonly rows: readonly JobView[];
    readonly total: number;
    readonly nextCursor: string | null;
  }> {
    const matching = this.#query();
    if (state !== undefined) matching.where(`${STATE} = :state`, { state });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) matching.andWhere('job.name > :after', { after: after[0] });
    const found = await matching
      .orderBy('job.name', 'ASC')
      .limit(limit + 1)
      .getMany();
    const rows = found.slice(0, limit).map((row) => this.#viewOf(row));
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { rows, total, nextCursor: last === undefined ? null : encodeCursor([last.name]) };
  }

  /** @throws {AppError} jobs.not_found */
  async get(name: string): Promise<JobView> {
    const found = await this.database.read.findOneBy(Job, { name });
    if (found === null) throw jobNotFound();
    return this.#viewOf(found);
  }

  /**
   * Asks for a run now of a job that failed or was stopped; every process that runs jobs sees it within seconds.
   * @returns whether it had not been asked for before
   * @throws {AppError} jobs.not_found, jobs.nothing_to_run
   */
  async askRun(tx: Transaction, name: string): Promise<boolean> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Job)
      .set({ wantedAt: this.clock.now(), isCancelled: false })
      .where('name = :name AND wanted_at IS NULL AND (attempts > 0 OR is_cancelled = 1)', { name })
      .execute();
    if (affected === 1) {
      tx.afterCommit(() => this.jobs.runSoon(name));
      return true;
    }
    const row = await tx.manager.findOneBy(Job, { name });
    if (row === null) throw jobNotFound();
    if (row.wantedAt === null) throw nothingToRun();
    return false;
  }

  /**
   * Asks for a run now of a job that is well: whoever wants fresh data need not wait for the next turn.
   * @returns whether it had not been asked for before, and is not stopped
   */
  async askTurn(tx: Transaction, name: string): Promise<boolean> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Job)
      .set({ wantedAt: this.clock.now() })
      .where('name = :name AND wanted_at IS NULL AND is_cancelled = 0', { name })
      .execute();
    if (affected === 1) tx.afterCommit(() => this.jobs.runSoon(name));
    return affected === 1;
  }

  /**
   * Stops a job until somebody asks for a run; a run in hand ends after its chunk and keeps its place.
   * @returns whether it was not stopped before
   * @throws {AppError} jobs.not_found, jobs.not_stoppable
   */
  async stop(tx: Transaction, name: string): Promise<boolean> {
    if (!(await tx.manager.existsBy(Job, { name }))) throw jobNotFound();
    if (!this.jobs.isStoppable(name)) throw notStoppable();
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Job)
      .set({ isCancelled: true, wantedAt: null })
      .where('name = :name AND is_cancelled = 0', { name })
      .execute();
    return affected === 1;
  }

  #query() {
    const overdue = this.clock.now() - JOB_OVERDUE_MS;
    return this.database.read.createQueryBuilder(Job, 'job').setParameters({ overdue });
  }

  #viewOf(row: Job): JobView {
    return { ...row, state: stateOf(row, this.clock.now()), isStoppable: this.jobs.isStoppable(row.name) };
  }
}
