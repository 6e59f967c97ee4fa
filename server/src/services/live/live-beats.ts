import { Injectable } from '@nestjs/common';
import type { LiveWatching } from '@siyu/shared/contracts/live';
import { LIVE_BEAT_MS, LIVE_GAP_MS } from '@siyu/shared/contracts/live.limits';
import { Clock } from '../../platform/clock/index.ts';
import { among, Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { GroupCommit } from '../../records/engagement/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { liveStopped, notMeasured, notOnAir, overloaded } from './live.errors.ts';
import { LiveGate } from './live-gate.ts';
import { nowOf } from './live-now.ts';
import { LiveViewing } from './live-audience.entity.ts';
import { WatchedTime } from './watched-time.ts';

interface Beat {
  readonly liveId: string;
  readonly memberNo: number;
}
interface Last {
  readonly memberNo: number;
  readonly visitNo: number;
  readonly untilAt: number;
}
const MEMBERS_AT_ONCE = 500;

/**
 * Signs of life of our own player. Those that come at about the same time are written together, in a number of
 * statements that does not depend on how many watch; the time between two of them is the server's own.
 */
@Injectable()
export class LiveBeats {
  readonly #together: GroupCommit<Beat, boolean>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly gate: LiveGate,
    private readonly watched: WatchedTime,
  ) {
    this.#together = new GroupCommit<Beat, boolean>({
      commit: (beats) => this.#commit(beats),
      weightOf: () => 1,
      weightMax: MEMBERS_AT_ONCE,
      waitMs: 5,
      concurrency: 1,
      backlogMax: 20 * MEMBERS_AT_ONCE,
      refuse: overloaded,
      isOfAll: () => true,
    });
  }

  /**
   * The first one enters, the last one leaves.
   * @throws {AppError} live.not_found, live.paused, live.not_measured, live.not_on_air, live.stopped
   */
  async beat(memberNo: number, liveId: string): Promise<LiveWatching> {
    const live = await this.gate.getFor(memberNo, liveId);
    if (live.platform !== 'own') throw notMeasured();
    if (live.state === 'STOPPED') throw liveStopped();
    if (!(await this.#together.submit({ liveId, memberNo }))) throw notOnAir();
    const ms = await this.watched.of(liveId, await this.identity.numbersOf(memberNo));
    return { now: nowOf(live), watchedSeconds: Math.floor(ms / 1_000), nextBeatMs: LIVE_BEAT_MS };
  }

  #commit(beats: readonly Beat[]): Promise<boolean[]> {
    const watching = new Map<string, Set<number>>();
    for (const { liveId, memberNo } of beats)
      watching.set(liveId, (watching.get(liveId) ?? new Set()).add(memberNo));
    return this.database.runInTransaction(async (tx) => {
      const isWritten = new Map<string, boolean>();
      for (const [liveId, members] of [...watching].sort(([one], [other]) => (one < other ? -1 : 1)))
        isWritten.set(liveId, await this.#write(tx, liveId, [...members]));
      return beats.map(({ liveId }) => isWritten.get(liveId) === true);
    });
  }

  async #write(tx: Transaction, liveId: string, memberNos: readonly number[]): Promise<boolean> {
    if (!(await this.#isOnAir(tx, liveId))) return false;
    const now = this.clock.now();
    const found = await this.#lastVisits(tx, liveId, memberNos);
    const last = new Map(found.map((each) => [each.memberNo, each]));
    const isGoingOn = (memberNo: number): boolean => {
      const untilAt = last.get(memberNo)?.untilAt;
      return untilAt !== undefined && untilAt >= now - LIVE_GAP_MS;
    };
    const goingOn = memberNos.filter(isGoingOn);
    if (goingOn.length > 0) await this.#prolong(tx, liveId, goingOn, now);
    const come = memberNos.filter((memberNo) => !isGoingOn(memberNo));
    // Two processes that both see somebody come write the same visit: the key keeps it one.
    await insertRows(
      tx,
      LiveViewing,
      come.map((memberNo) => ({
        liveId,
        memberNo,
        visitNo: (last.get(memberNo)?.visitNo ?? 0) + 1,
        fromAt: now,
        untilAt: now,
      })),
      this.database.engine === 'mysql'
        ? 'ON DUPLICATE KEY UPDATE until_at = until_at'
        : 'ON CONFLICT DO NOTHING',
    );
    return true;
  }

  /** Read as somebody who writes: a stop waits for what is being written, and nothing is written after it. */
  async #isOnAir({ manager }: Transaction, liveId: string): Promise<boolean> {
    const lock = this.database.engine === 'mysql' ? ' LOCK IN SHARE MODE' : '';
    const rows: unknown[] = await manager.query(
      `SELECT live_id FROM lives WHERE live_id = ? AND state = 'ON_AIR'${lock}`,
      [liveId],
    );
    return rows.length > 0;
  }

  async #lastVisits({ manager }: Transaction, liveId: string, memberNos: readonly number[]): Promise<Last[]> {
    const { sql, values } = among('member_no', memberNos);
    const rows: Record<keyof Last, number | string>[] = await manager.query(
      `SELECT member_no AS memberNo, MAX(visit_no) AS visitNo, MAX(until_at) AS untilAt
         FROM live_viewings WHERE live_id = ? AND ${sql} GROUP BY member_no`,
      [liveId, ...values],
    );
    return rows.map(({ memberNo, visitNo, untilAt }) => ({
      memberNo: Number(memberNo),
      visitNo: Number(visitNo),
      untilAt: Number(untilAt),
    }));
  }

  async #prolong(
    { manager }: Transaction,
    liveId: string,
    memberNos: readonly number[],
    now: number,
  ): Promise<void> {
    const { sql, values } = among('member_no', memberNos);
    await manager.query(
      `UPDATE live_viewings SET until_at = ? WHERE live_id = ? AND until_at >= ? AND until_at < ? AND ${sql}`,
      [now, liveId, now - LIVE_GAP_MS, now, ...values],
    );
  }
}
