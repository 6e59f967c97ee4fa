import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { among, Database, type Engine, selectRows, type Transaction } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { MemberClock, MemberDue } from './member-clock.entity.ts';
import { MemberLinks } from './member-links.service.ts';

/** Name of the job that follows the members' clocks; registered by the scoring module. */
export const SCORE_DUE_JOB = 'score-due';

export interface DueMember {
  readonly memberNo: number;
  readonly wantedSeq: number;
}

/** A member whose state has been computed up to `seq`. */
export interface CompletedDue {
  readonly memberNo: number;
  readonly seq: number;
  /** First as-of day on which the state changes without any new fact; null when it never will. */
  readonly dueOn: number | null;
}

/** Keeps a statement far below SQLite's 32,766 parameters. */
const CHUNK = 1000;
/** The row is always there; its columns are set in the order in which they are named, `done_seq` last. */
const COMPLETE: Record<Engine, string> = {
  sqlite: `ON CONFLICT (member_no) DO UPDATE SET
    due_on = CASE WHEN done_seq <= excluded.done_seq THEN excluded.due_on ELSE due_on END,
    is_pending = CASE WHEN wanted_seq > max(done_seq, excluded.done_seq) THEN 1 ELSE 0 END,
    done_seq = max(done_seq, excluded.done_seq)`,
  mysql: `ON DUPLICATE KEY UPDATE
    due_on = IF(done_seq <= VALUES(done_seq), VALUES(due_on), due_on),
    is_pending = IF(wanted_seq > GREATEST(done_seq, VALUES(done_seq)), 1, 0),
    done_seq = GREATEST(done_seq, VALUES(done_seq))`,
};

/** The row is always there; a day that is earlier already stays. */
const LOOK_AGAIN: Record<Engine, string> = {
  sqlite:
    'ON CONFLICT (member_no) DO UPDATE SET due_on = CASE WHEN due_on <= excluded.due_on THEN due_on ELSE excluded.due_on END',
  mysql: 'ON DUPLICATE KEY UPDATE due_on = IF(due_on <= VALUES(due_on), due_on, VALUES(due_on))',
};

/** The logical clock of each member and the row that says who has to be looked at again. */
@Injectable()
export class MemberClocks {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly links: MemberLinks,
  ) {}

  async start(tx: Transaction, memberNo: number): Promise<void> {
    await tx.manager.insert(MemberClock, { memberNo, seq: 0, isMerged: null });
    await tx.manager.insert(MemberDue, { memberNo, wantedSeq: 0, doneSeq: 0, isPending: false, dueOn: null });
  }

  /**
   * Makes writers of the same members wait for each other, always in ascending order so that none deadlock;
   * those merged with one of them too.
   * To be the first statement of the transaction: a later one could have an older snapshot.
   */
  async lock(tx: Transaction, memberNos: readonly number[]): Promise<void> {
    if (memberNos.length === 0 || this.database.engine === 'sqlite') return;
    await this.lockRows(tx, await this.othersOf(await this.lockRows(tx, memberNos)));
  }

  private async lockRows(tx: Transaction, memberNos: readonly number[]): Promise<readonly MemberClock[]> {
    if (memberNos.length === 0) return [];
    const { sql, values } = among('member_no', memberNos);
    return selectRows(tx.manager, MemberClock, { sql: `${sql} ORDER BY member_no FOR UPDATE`, values });
  }

  /**
   * One tick per member and transaction; wakes the followers once it is committed. Merged registrations tick
   * together: whoever reads the facts of both has one seq for them.
   */
  async advance(tx: Transaction, memberNos: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const clocks = await this.tick(tx, memberNos);
    const others = await this.tick(tx, await this.othersOf(clocks));
    if (clocks.length > 0) tx.afterCommit(() => this.jobs.wake(SCORE_DUE_JOB));
    return new Map([...clocks, ...others].map((clock) => [clock.memberNo, clock.seq]));
  }

  private async tick(tx: Transaction, memberNos: readonly number[]): Promise<readonly MemberClock[]> {
    if (memberNos.length === 0) return [];
    const ticking = among('member_no', memberNos);
    const values = [...memberNos];
    await tx.manager.query(`UPDATE member_clocks SET seq = seq + 1 WHERE ${ticking.sql}`, values);
    await tx.manager.query(
      `UPDATE member_due SET wanted_seq = wanted_seq + 1, is_pending = 1 WHERE ${ticking.sql}`,
      values,
    );
    return selectRows(tx.manager, MemberClock, ticking);
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
      .set({ seq, isMerged: true })
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

  /** Registrations that are one person with nobody any more. */
  async part(tx: Transaction, memberNos: readonly number[]): Promise<void> {
    await tx.manager.update(MemberClock, { memberNo: In([...memberNos]) }, { isMerged: null });
  }

  /** Clocks as of this read. */
  async seqOf(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, number>> {
    if (memberNos.length === 0) return new Map();
    const clocks = await selectRows(manager, MemberClock, among('member_no', memberNos));
    return new Map(clocks.map((clock) => [clock.memberNo, clock.seq]));
  }

  /** Members with facts that nobody has followed yet. */
  async claimDue(limit: number): Promise<readonly DueMember[]> {
    return this.database.read.find(MemberDue, {
      select: { memberNo: true, wantedSeq: true },
      where: { isPending: true },
      order: { memberNo: 'ASC' },
      take: limit,
    });
  }

  /** Numbers of members whose state changes on or before an as-of day without a new fact, earliest day first. */
  async listDueBy(asOf: number, limit: number): Promise<readonly number[]> {
    const due = await this.database.read.find(MemberDue, {
      select: { memberNo: true },
      where: { dueOn: LessThanOrEqual(asOf) },
      order: { dueOn: 'ASC', memberNo: 'ASC' },
      take: limit,
    });
    return due.map(({ memberNo }) => memberNo);
  }

  /**
   * Notes for each member that everything up to `seq` is followed and when to look again; facts that came
   * meanwhile keep the member due. One older than what is noted already changes nothing.
   */
  async completeDue(tx: Transaction, completed: readonly CompletedDue[]): Promise<void> {
    for (let at = 0; at < completed.length; at += CHUNK) {
      const chunk = completed.slice(at, at + CHUNK);
      await tx.manager.query(
        `INSERT INTO member_due (member_no, wanted_seq, done_seq, is_pending, due_on) VALUES ${chunk.map(() => '(?, ?, ?, 0, ?)').join(', ')} ${COMPLETE[this.database.engine]}`,
        chunk.flatMap(({ memberNo, seq, dueOn }) => [memberNo, seq, seq, dueOn]),
      );
    }
  }

  /** Brings forward the day on which each is looked at again without a new fact. */
  async lookAgainBy(
    tx: Transaction,
    members: readonly { readonly memberNo: number; readonly dueOn: number }[],
  ): Promise<void> {
    for (let at = 0; at < members.length; at += CHUNK) {
      const chunk = members.slice(at, at + CHUNK);
      await tx.manager.query(
        `INSERT INTO member_due (member_no, wanted_seq, done_seq, is_pending, due_on) VALUES ${chunk.map(() => '(?, 0, 0, 0, ?)').join(', ')} ${LOOK_AGAIN[this.database.engine]}`,
        chunk.flatMap(({ memberNo, dueOn }) => [memberNo, dueOn]),
      );
    }
  }

  /** Members with something that nobody has followed yet: a fact, or a day that has come; both counted by index. */
  async countDue(asOf: number): Promise<number> {
    const [pending, come] = await Promise.all([
      this.database.read.countBy(MemberDue, { isPending: true }),
      this.database.read.countBy(MemberDue, { isPending: false, dueOn: LessThanOrEqual(asOf) }),
    ]);
    return pending + come;
  }

  /** Numbers that tick together with these and are not among them. */
  private async othersOf(clocks: readonly MemberClock[]): Promise<readonly number[]> {
    const merged = clocks.filter((clock) => clock.isMerged === true).map((clock) => clock.memberNo);
    if (merged.length === 0) return [];
    const persons = await this.links.personsOf(merged);
    const known = new Set(clocks.map((clock) => clock.memberNo));
    const numbers = new Set([...persons.values()].flatMap((person) => person.numbers));
    return [...numbers].filter((number) => !known.has(number)).sort((a, b) => a - b);
  }
}
