import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import { Jobs, type Lease } from '../../../platform/jobs/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { LessonCatalogue } from '../lesson-catalogue.ts';
import { PathCompletion } from '../path-completion.entity.ts';
import { LessonProgress } from '../reading.entity.ts';
import { ReadingLog } from '../reading-log.ts';
import { Path } from './path.entity.ts';

const JOB = 'path-completions';
const EVERY_MS = 5_000;
const BATCH = 200;

/**
 * A path that got shorter may be finished for members who had read all the rest: nobody has to read a lesson twice for
 * that. A path that got longer takes nothing back.
 */
@Injectable()
export class PathSettling implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly identity: Identity,
    private readonly catalogue: LessonCatalogue,
    private readonly reading: ReadingLog,
  ) {}

  onModuleInit(): void {
    this.jobs.every(JOB, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
  }

  /** To be called where the lessons of a path have changed: its readers are walked over. */
  async open(tx: Transaction, pathCode: string): Promise<void> {
    await tx.manager.update(Path, { pathCode }, { settledThrough: 0, updatedAt: this.clock.now() });
    tx.afterCommit(() => this.jobs.wake(JOB));
  }

  async #run(lease: Lease): Promise<void> {
    for (;;) {
      const path = await this.database.read.findOne(Path, {
        where: { settledThrough: Not(IsNull()) },
        order: { place: 'ASC', pathCode: 'ASC' },
      });
      if (path === null || lease.isEnding() || (await lease.isCancelled())) return;
      await this.#step(lease, path);
    }
  }

  /** Any number may have read it: some at a time, those who began its first lesson, since who has not is not through. */
  async #step(lease: Lease, { pathId, pathCode, settledThrough, updatedAt }: Path): Promise<void> {
    const lessons = await this.catalogue.publishedLessons();
    const ofPath = lessons.filter((lesson) => lesson.pathCode === pathCode).map(({ lessonId }) => lessonId);
    const page = await this.database.read.find(LessonProgress, {
      select: { memberNo: true },
      where: { lessonId: ofPath[0] ?? '', memberNo: MoreThan(settledThrough ?? 0) },
      order: { memberNo: 'ASC' },
      take: BATCH,
    });
    const memberNos = page.map(({ memberNo }) => memberNo);
    const through = await this.#through(memberNos, ofPath);
    const next = memberNos.length < BATCH ? null : (memberNos.at(-1) ?? null);
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      // Its lessons may have changed again meanwhile: then the walk begins anew.
      const stands = { pathId, updatedAt, settledThrough: settledThrough ?? 0 };
      const { affected } = await tx.manager.update(Path, stands, { settledThrough: next });
      if (affected === 1) await this.#note(tx, pathCode, through);
    });
  }

  /** Those of the members who have read every lesson to its end, under any of their registrations. */
  async #through(memberNos: readonly number[], lessonIds: readonly string[]): Promise<readonly number[]> {
    if (memberNos.length === 0) return [];
    const people = new Map(
      [...(await this.identity.personsOf(memberNos)).values()].map((person) => [person.memberNo, person]),
    );
    const read = await this.reading.completionsOfMembers(
      [...people.values()].flatMap(({ numbers }) => numbers),
    );
    return [...people.values()]
      .filter(({ numbers }) => {
        const done = new Set(numbers.flatMap((each) => read.get(each) ?? []).map(({ lessonId }) => lessonId));
        return lessonIds.every((lessonId) => done.has(lessonId));
      })
      .map(({ memberNo }) => memberNo);
  }

  async #note(tx: Transaction, pathCode: string, through: readonly number[]): Promise<void> {
    const memberNos = [...through].sort((one, other) => one - other);
    if (memberNos.length === 0) return;
    await this.identity.lockMembers(tx, memberNos);
    const allowed = await this.identity.permitted(memberNos, 'SERVICE', tx.manager);
    const people = await this.identity.personsOf(memberNos);
    const numbersOf = (memberNo: number) => people.get(memberNo)?.numbers ?? [memberNo];
    const known = await tx.manager.find(PathCompletion, {
      select: { memberNo: true, pathCode: true },
      where: { pathCode, memberNo: In(memberNos.flatMap(numbersOf)) },
    });
    const noted = new Set(known.map(({ memberNo }) => memberNo));
    const fresh = memberNos.filter(
      (memberNo) => allowed.has(memberNo) && !numbersOf(memberNo).some((number) => noted.has(number)),
    );
    const seqs = await this.identity.advanceClocks(tx, fresh);
    const completedAt = this.clock.now();
    await insertRows(
      tx,
      PathCompletion,
      fresh.map((memberNo) => ({ memberNo, pathCode, completedAt, seq: seqs.get(memberNo) ?? 0 })),
    );
  }
}
