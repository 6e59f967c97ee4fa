import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NoticeKind } from '@siyu/shared/contracts/notifications.limits';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { NoticeRound, NoticeWish } from './notice.entity.ts';
import { Notices, type Tidings } from './notices.service.ts';

/** Of members who asked, those who may be told of a subject today. */
export type SubjectReach = (subject: string, memberNos: readonly number[]) => Promise<ReadonlySet<number>>;

const ROUNDS_JOB = 'notice-rounds';
const EVERY_MS = 5_000;
const BATCH = 200;

/** Tells everybody who asked, a few at a time: any number may have. */
@Injectable()
export class NoticeRounds implements OnModuleInit {
  readonly #reaches = new Map<NoticeKind, SubjectReach>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.jobs.every(ROUNDS_JOB, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
  }

  /** Not everybody who once asked may still be told; call it in `onModuleInit`. */
  onReach(kind: NoticeKind, reach: SubjectReach): void {
    if (this.#reaches.has(kind)) throw new Error(`the reach of ${kind} is told twice`);
    this.#reaches.set(kind, reach);
  }

  /** Goes out to those who have asked by now; the same thing told again has no effect. */
  async announce(tx: Transaction, { query = '', facts, ...tidings }: Tidings): Promise<void> {
    const row = {
      ...tidings,
      roundId: this.randomness.uuid(),
      facts: { ...facts, query },
      startedAt: this.clock.now(),
      afterNo: 0,
      isDone: false,
    };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(NoticeRound)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
    tx.afterCommit(() => this.jobs.wake(ROUNDS_JOB));
  }

  async #run(lease: Lease): Promise<void> {
    for (;;) {
      const round = await this.database.read.findOne(NoticeRound, {
        where: { isDone: false },
        order: { roundId: 'ASC' },
      });
      if (round === null || lease.isEnding() || (await lease.isCancelled())) return;
      await this.#step(lease, round);
    }
  }

  async #step(lease: Lease, { roundId, kind, subject, itemId, facts, startedAt, afterNo }: NoticeRound) {
    const page = await this.database.read.find(NoticeWish, {
      select: { memberNo: true },
      where: { kind, subject, memberNo: MoreThan(afterNo), wishedAt: LessThanOrEqual(startedAt) },
      order: { memberNo: 'ASC' },
      take: BATCH,
    });
    const memberNos = page.map(({ memberNo }) => memberNo);
    const may = await this.#reaches.get(kind)?.(subject, memberNos);
    const told = memberNos.filter((memberNo) => may?.has(memberNo) ?? true);
    const { query = '', ...rest } = facts;
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      const tidings = { kind, subject, itemId, facts: rest, ...(query !== '' && { query }) };
      await this.notices.plan(tx, told, tidings);
      const done = { afterNo: memberNos.at(-1) ?? afterNo, isDone: memberNos.length < BATCH };
      await tx.manager.update(NoticeRound, { roundId }, done);
    });
  }
}
