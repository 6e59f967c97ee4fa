import { Injectable } from '@nestjs/common';
import { dayOfInstant, addDays } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { MemberClock, MemberDue } from './member-clock.entity.ts';
import { MemberLinks } from './member-links.service.ts';

/** Name of the job that follows the members' clocks; registered by the scoring module. */
export const SCORE_DUE_JOB = 'score-due';

export interface DueMember {
  readonly memberNo: number;
  readonly wantedSeq: number;
}

/** The logical clock of each member and the row that says who has to be looked at again. */
@Injectable()
export class MemberClocks {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly links: MemberLinks,
  ) {}

  async start(tx: Transaction, memberNo: number): Promise<void> {
    await tx.manager.insert(MemberClock, { memberNo, seq: 0 });
    await tx.manager.insert(MemberDue, { memberNo, wantedSeq: 0, doneSeq: 0, isPending: false, dueOn: null });
  }

  /**
   * Makes writers of the same members wait for each other, always in ascending order so that none deadlock;
   * those merged with one of them too.
   * To be the first statement of the transaction: a later one could have an older snapshot.
   */
  async lock(tx: Transaction, memberNos: readonly number[]): Promise<void> {
    if (memberNos.length === 0 || this.database.engine === 'sqlite') return;
    await tx.manager
      .createQueryBuilder(MemberClock, 'clock')
      .select('clock.memberNo')
      .where('clock.memberNo IN (:...numbers)', { numbers: await this.withMerged(memberNos) })
      .orderBy('clock.memberNo')
      .setLock('pessimistic_write')
      .getMany();
  }

  /**
   * One tick per member and transaction; wakes the followers once it is committed. Merged registrations tick
   * together: whoever reads the facts of both has one seq for them.
   */
  async advance(tx: Transaction, memberNos: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (memberNos.length === 0) return new Map();
    const where = { memberNos: await this.withMerged(memberNos) };
    await tx.manager
      .createQueryBuilder()
      .update(MemberClock)
      .set({ seq: () => 'seq + 1' })
      .where('member_no IN (:...memberNos)', where)
      .execute();
    await tx.manager
      .createQueryBuilder()
      .update(MemberDue)
      .set({ wantedSeq: () => 'wanted_seq + 1', isPending: true })
      .where('member_no IN (:...memberNos)', where)
      .execute();
    const clocks = await tx.manager
      .createQueryBuilder(MemberClock, 'clock')
      .where('clock.memberNo IN (:...memberNos)', where)
      .getMany();
    tx.afterCommit(() => this.jobs.wake(SCORE_DUE_JOB));
    return new Map(clocks.map((clock) => [clock.memberNo, clock.seq]));
  }

  /**
   * Sets the clocks of registrations that become one person to one new value, later than each had.
   * @returns that value.
   */
  async align(tx: Transaction, memberNos: readonly number[]): Promise<number> {
    const where = { memberNos: [...memberNos] };
    const query = tx.manager
      .createQueryBuilder(MemberClock, 'clock')
      .where('clock.memberNo IN (:...memberNos)', where);
    if (this.database.engine === 'mysql') query.setLock('pessimistic_write');
    const seq = Math.max(...(await query.getMany()).map((clock) => clock.seq)) + 1;
    await tx.manager
      .createQueryBuilder()
      .update(MemberClock)
      .set({ seq })
      .where('member_no IN (:...memberNos)', where)
      .execute();
    await tx.manager
      .createQueryBuilder()
      .update(MemberDue)
      .set({ wantedSeq: seq, isPending: true })
      .where('member_no IN (:...memberNos)', where)
      .execute();
    tx.afterCommit(() => this.jobs.wake(SCORE_DUE_JOB));
    return seq;
  }

  /** Clocks as of this read. */
  async seqOf(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, number>> {
    if (memberNos.length === 0) return new Map();
    const clocks = await manager
      .createQueryBuilder(MemberClock, 'clock')
      .where('clock.memberNo IN (:...memberNos)', { memberNos: [...memberNos] })
      .getMany();
    return new Map(clocks.map((clock) => [clock.memberNo, clock.seq]));
  }

  /** Members with unread facts first, then those whose day has come; live scoring looks at tomorrow's 00:00. */
  async claimDue(limit: number, now: number): Promise<readonly DueMember[]> {
    const pending = await this.database.read
      .createQueryBuilder(MemberDue, 'due')
      .where('due.isPending = :isPending', { isPending: 1 })
      .orderBy('due.memberNo')
      .limit(limit)
      .getMany();
    const asOf = addDays(dayOfInstant(now), 1);
    const seen = new Set(pending.map((due) => due.memberNo));
    const dated =
      pending.length === limit
        ? []
        : await this.database.read
            .createQueryBuilder(MemberDue, 'due')
            .where('due.dueOn <= :asOf', { asOf })
            .orderBy('due.dueOn')
            .addOrderBy('due.memberNo')
            .limit(limit)
            .getMany();
    return [...pending, ...dated.filter((due) => !seen.has(due.memberNo))]
      .slice(0, limit)
      .map(({ memberNo, wantedSeq }) => ({ memberNo, wantedSeq }));
  }

  /** Notes that everything up to `seq` is followed; facts that came meanwhile keep the member due. */
  async completeDue(tx: Transaction, memberNo: number, seq: number, nextDueOn: number | null): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .update(MemberDue)
      .set({
        doneSeq: seq,
        dueOn: nextDueOn,
        isPending: () => 'CASE WHEN wanted_seq > :seq THEN 1 ELSE 0 END',
      })
      .where('member_no = :memberNo AND done_seq <= :seq', { memberNo, seq })
      .execute();
  }

  private async withMerged(memberNos: readonly number[]): Promise<number[]> {
    const persons = await this.links.personsOf(memberNos);
    return [...new Set([...persons.values()].flatMap(({ numbers }) => numbers))].sort((a, b) => a - b);
  }
}
