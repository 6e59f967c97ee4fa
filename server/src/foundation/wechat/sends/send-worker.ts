import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { Jobs, type Lease } from '../../../platform/jobs/index.ts';
import { Logger } from '../../../platform/logging/index.ts';
import { Metrics } from '../../../platform/metrics/index.ts';
import { WechatError } from '../client/wechat-error.ts';
import { PlatformClients } from '../platform-clients.ts';
import { PlatformSend } from './platform-send.entity.ts';
import { PlatformSends, SENDS_JOB } from './platform-sends.ts';
import { SendHolds } from './send-holds.ts';
import { killHere, sendsUnknownAgain } from './kill-points.ts';
import type { SendChannel, SendOutcome } from './send-channel.ts';
import { pauseAfter } from './send-pauses.ts';
import { factsOf, SendRecords } from './send-records.ts';
import { PlatformSeals } from '../platform-seals.ts';

const EVERY_MS = 1_000;
const BATCH = 64;
const AT_ONCE = 8;
const ASK_AGAIN_MS = 60_000;
/** How soon a held message is looked at though nobody let it go; letting go looks at once. */
const HELD_MS = 600_000;
type Turn = { readonly lease: Lease; readonly channel: SendChannel; readonly row: PlatformSend };

/** Makes the calls: one process at a time, a few calls at once, each after its `SENDING` is committed. */
@Injectable()
export class SendWorker implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly clients: PlatformClients,
    private readonly sends: PlatformSends,
    private readonly records: SendRecords,
    private readonly seals: PlatformSeals,
    private readonly holds: SendHolds,
  ) {}

  async onModuleInit(): Promise<void> {
    this.jobs.every(SENDS_JOB, EVERY_MS, (lease) => this.#run(lease));
    await this.#count();
  }

  async #run(lease: Lease): Promise<void> {
    let done = await this.#giveUpOrphans(lease);
    for (;;) {
      await this.holds.recallHeld(lease);
      const due = await this.#due();
      if (due.length === 0 || lease.isEnding()) break;
      const queue = [...due];
      let moved = 0;
      const work = async (): Promise<void> => {
        for (let row = queue.shift(); row !== undefined && !lease.isEnding(); row = queue.shift()) {
          const channel = this.sends.channel(row.channel);
          if (channel === null) continue;
          if (await this.#turn({ lease, channel, row })) moved += 1;
        }
      };
      const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
      done += moved;
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      if (moved === 0) break;
    }
    done += await this.#askAboutUnknown(lease);
    if (done > 0) await this.#count();
  }

  /**
   * Between two turns no call of ours is under way: what is still being sent ended with its owner, or was answered and
   * could not be written down. One way or the other, nobody knows which.
   */
  async #giveUpOrphans(lease: Lease): Promise<number> {
    const orphans = await this.database.read
      .createQueryBuilder(PlatformSend, 'send')
      .where({ state: 'SENDING' })
      .limit(BATCH)
      .getMany();
    for (const row of orphans) {
      await this.database.runInTransaction(async (tx) => {
        await lease.assertHeld(tx);
        if (sendsUnknownAgain()) {
          return this.records.putBack(tx, row.sendId, 'SENDING', { nextAt: 0, errorCode: null });
        }
        const outcome = {
          state: 'UNKNOWN',
          by: null,
          errorCode: 'sends.process_ended',
          platformId: null,
        } as const;
        const nextAt = this.clock.now() + ASK_AGAIN_MS;
        await this.records.settle(tx, this.sends.channel(row.channel), row, 'SENDING', outcome, { nextAt });
      });
    }
    return orphans.length;
  }

  /** Of platforms that are left alone, and of ways that are stopped, nothing is due: it waits where it is. */
  async #due(): Promise<PlatformSend[]> {
    const names: SendChannel['name'][] = [];
    for (const { name, platform } of await this.holds.openChannels())
      if (await this.clients[platform].answersAgain()) names.push(name);
    if (names.length === 0) return [];
    return this.database.read
      .createQueryBuilder(PlatformSend, 'send')
      .where('send.state = :state AND send.nextAt <= :now', { state: 'PLANNED', now: this.clock.now() })
      .andWhere({ channel: In(names) })
      .orderBy('send.nextAt', 'ASC')
      .addOrderBy('send.sendId', 'ASC')
      .limit(BATCH)
      .getMany();
  }

  /** @returns whether the row is no longer due */
  async #turn(turn: Turn): Promise<boolean> {
    const { channel, row } = turn;
    if (!this.clients[channel.platform].isWell) return false;
    if (!(await this.#letGo(turn))) return true;
    killHere('sends.claimed');
    const outcome = await this.#call(turn);
    killHere('sends.called');
    if (outcome instanceof WechatError && outcome.retryable) {
      const nextAt = this.clock.now() + pauseAfter(outcome, row.attempts + 1, this.#random());
      const later = { nextAt, errorCode: codeOf(outcome), rid: outcome.rid };
      await this.database.runInTransaction((tx) => this.records.putBack(tx, row.sendId, 'SENDING', later));
      return true;
    }
    await this.#settle(turn, outcome);
    return true;
  }

  /** @returns whether the call may be made; then `SENDING` is committed */
  async #letGo({ lease, channel, row }: Turn): Promise<boolean> {
    return this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      if (!(await this.records.claim(tx, row.sendId, lease.fence))) return false;
      const now = this.clock.now();
      const isLate = row.notAfter !== null && row.notAfter < now;
      const hold = isLate ? null : await this.holds.holdOf(tx.manager, channel, row);
      if (hold !== null) {
        const later = { nextAt: now + HELD_MS, errorCode: 'sends.held', heldById: hold.brakeId };
        await this.records.putBack(tx, row.sendId, 'SENDING', later);
        return false;
      }
      const admission = isLate
        ? { withhold: 'sends.too_late' }
        : ((await channel.admit?.(tx, factsOf(row))) ?? null);
      killHere('sends.claiming');
      if (admission === null) return true;
      if ('withhold' in admission) {
        const outcome = {
          state: 'WITHHELD',
          by: null,
          errorCode: admission.withhold,
          platformId: null,
        } as const;
        await this.records.settle(tx, channel, row, 'SENDING', outcome);
      } else {
        const later = { nextAt: Math.max(now + 1_000, admission.postponeTo), errorCode: null };
        await this.records.putBack(tx, row.sendId, 'SENDING', later);
      }
      return false;
    });
  }

  async #call({ channel, row }: Turn): Promise<{ readonly platformId: string | null } | WechatError> {
    try {
      const message = row.message === null ? null : this.seals.open(row.sendId, row.message);
      return { platformId: await channel.send(message, factsOf(row)) };
    } catch (error) {
      if (error instanceof WechatError) return error;
      // A fault of ours, before or after the call: nobody knows.
      this.logger.error('a channel failed', { channel: channel.name, sendId: row.sendId, error });
      return new WechatError({ platform: channel.platform, api: channel.name, kind: 'unanswered' });
    }
  }

  async #settle(
    { channel, row }: Turn,
    answer: { readonly platformId: string | null } | WechatError,
  ): Promise<void> {
    const outcome = outcomeOf(answer);
    const rid = answer instanceof WechatError ? answer.rid : null;
    const nextAt = this.clock.now() + ASK_AGAIN_MS;
    await this.database.runInTransaction(async (tx) => {
      const rest = { rid, ...(outcome.state === 'UNKNOWN' && { nextAt }) };
      if (await this.records.settle(tx, channel, row, 'SENDING', outcome, rest)) return;
      // Given up as unknown while we were away, and now its answer is there after all.
      if (outcome.state !== 'UNKNOWN') await this.records.settle(tx, channel, row, 'UNKNOWN', outcome, rest);
    });
  }

  async #askAboutUnknown(lease: Lease): Promise<number> {
    const asking = this.sends.channels.filter(
      ({ platform, query }) => query !== undefined && this.clients[platform].isWell,
    );
    if (asking.length === 0 || lease.isEnding()) return 0;
    const rows = await this.database.read
      .createQueryBuilder(PlatformSend, 'send')
      .where('send.state = :state AND send.nextAt <= :now', { state: 'UNKNOWN', now: this.clock.now() })
      .andWhere({ channel: In(asking.map(({ name }) => name)) })
      .orderBy('send.nextAt', 'ASC')
      .limit(AT_ONCE)
      .getMany();
    for (const row of rows) await this.#askAbout(row);
    return rows.length;
  }

  async #askAbout(row: PlatformSend): Promise<void> {
    const channel = this.sends.channel(row.channel);
    const message = row.message === null ? null : this.seals.open(row.sendId, row.message);
    const found = (await channel?.query?.(message, factsOf(row)).catch(() => null)) ?? null;
    await this.database.runInTransaction(async (tx) => {
      if (found === null) {
        const nextAt = this.clock.now() + pauseAfter({ code: 0 }, 20, this.#random());
        await tx.manager.update(PlatformSend, { sendId: row.sendId, state: 'UNKNOWN' }, { nextAt });
        return;
      }
      const errorCode = found === 'SENT' ? null : 'sends.not_arrived';
      const outcome = { state: found, by: 'QUERY', errorCode, platformId: null } as const;
      await this.records.settle(tx, channel, row, 'UNKNOWN', outcome);
    });
  }

  /** The states that are not the end, for whoever watches. */
  async #count(): Promise<void> {
    for (const state of ['PLANNED', 'SENDING', 'UNKNOWN'] as const) {
      this.metrics.platformSends.set({ state }, await this.database.read.countBy(PlatformSend, { state }));
    }
  }

  #random(): number {
    return Buffer.from(this.randomness.bytes(4)).readUInt32BE() / 2 ** 32;
  }
}

function outcomeOf(answer: { readonly platformId: string | null } | WechatError): SendOutcome {
  if (!(answer instanceof WechatError))
    return { state: 'SENT', by: 'ANSWER', errorCode: null, platformId: answer.platformId };
  const errorCode = codeOf(answer);
  return answer.isUnknown
    ? { state: 'UNKNOWN', by: null, errorCode, platformId: null }
    : { state: 'FAILED', by: 'ANSWER', errorCode, platformId: null };
}

const codeOf = ({ platform, code, kind }: WechatError): string =>
  code === 0 ? `sends.${kind}` : `${platform}.${code}`;
