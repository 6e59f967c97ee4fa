import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { Jobs, type Lease } from '../../../platform/jobs/index.ts';
import { Logger } from '../../../platform/logging/index.ts';
import { Audit } from '../../audit/index.ts';
import { Brakes, type StandingBrake } from '../../brakes/index.ts';
import { PlatformSeals } from '../platform-seals.ts';
import { PlatformSend, type Recall } from './platform-send.entity.ts';
import { PlatformSends, SENDS_JOB } from './platform-sends.ts';
import type { SendChannel } from './send-channel.ts';
import { factsOf } from './send-records.ts';

const BATCH = 64;
/** What the platform took while a brake was being put on is found by looking again. */
const LOOK_EVERY_MS = 2_000;
/** Nobody taps on a task of last month. */
const RECALLABLE_MS = 30 * 86_400_000;
const END_EVERY_MS = 3_600_000;

/** Keeps messages back while a brake stands, and takes back what the platform took but nobody has confirmed yet. */
@Injectable()
export class SendHolds implements OnModuleInit {
  /** Brakes for which everything that can be taken back was. */
  #done = '';
  #lookedAt = 0;
  #endedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
    private readonly audit: Audit,
    private readonly brakes: Brakes,
    private readonly sends: PlatformSends,
    private readonly seals: PlatformSeals,
  ) {}

  onModuleInit(): void {
    this.brakes.onChange(async (tx, { brakeId, isOn }) => {
      if (!isOn) {
        const again = { heldById: null, errorCode: null, nextAt: this.clock.now() };
        await tx.manager.update(PlatformSend, { heldById: brakeId, state: 'PLANNED' }, again);
      }
      tx.afterCommit(() => this.jobs.wake(SENDS_JOB));
    });
    this.brakes.countHeld('MESSAGES', (brakes) => this.#countMessages(brakes));
    this.brakes.countHeld('TASKS', (brakes) =>
      this.#countBy({ heldById: In(brakes.map(({ brakeId }) => brakeId)), recall: 'RECALLED' }),
    );
  }

  /** Kinds of messages of which nothing goes out: they wait where they are, and nothing is looked at one by one. */
  async openChannels(): Promise<readonly SendChannel[]> {
    const standing = await this.brakes.standing();
    return this.sends.channels.filter((channel) => !isClosed(channel, standing));
  }

  /** Asked in the transaction that lets a message go, right before the call. */
  async holdOf(
    manager: EntityManager,
    channel: SendChannel,
    row: PlatformSend,
  ): Promise<StandingBrake | null> {
    const standing = await this.brakes.standing(manager);
    return standing.length === 0 ? null : this.#holdAmong(standing, channel, row, manager);
  }

  /** Cheap while no brake is new. */
  async recallHeld(lease: Lease): Promise<void> {
    const names = this.sends.channels.flatMap(({ name, recall }) => (recall === undefined ? [] : [name]));
    if (names.length === 0) return;
    await this.#endOld();
    const standing = await this.brakes.standing();
    const all = standing.map(({ brakeId }) => brakeId).join();
    const isFresh = all === this.#done && this.clock.now() - this.#lookedAt < LOOK_EVERY_MS;
    if (standing.length === 0 || isFresh) return;
    this.#lookedAt = this.clock.now();
    let isWhole = true;
    for (let after = ''; ;) {
      const open = await this.database.read.find(PlatformSend, {
        where: { recall: 'OPEN', sendId: MoreThan(after) },
        order: { sendId: 'ASC' },
        take: BATCH,
      });
      for (const row of open) isWhole = (await this.#recall(lease, standing, row)) && isWhole;
      const last = open.at(-1);
      if (last === undefined || open.length < BATCH || lease.isEnding()) break;
      after = last.sendId;
    }
    this.#done = isWhole ? all : '';
  }

  /**
   * Takes back one that its planner does not want to stand any more, where a person has not confirmed it yet.
   * Throws WechatError: to be tried again.
   * @returns whether it was taken back; false also when it is too late
   */
  async recallOne(lease: Lease, businessKey: string): Promise<boolean> {
    const row = await this.database.read.findOneBy(PlatformSend, { businessKey, recall: 'OPEN' });
    const channel = row === null ? null : this.sends.channel(row.channel);
    if (row === null || row.platformId === null || channel?.recall === undefined) return false;
    const { sendId } = row;
    const recall: Recall = (await channel.recall(row.platformId)) ? 'RECALLED' : 'OVER';
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      await tx.manager.update(PlatformSend, { sendId, recall: 'OPEN' }, { recall, message: null });
    });
    return recall === 'RECALLED';
  }

  /** @returns false when it has to be tried again */
  async #recall(lease: Lease, standing: readonly StandingBrake[], row: PlatformSend): Promise<boolean> {
    const channel = this.sends.channel(row.channel);
    const { sendId, platformId } = row;
    if (channel?.recall === undefined || platformId === null) return true;
    const hold = await this.#holdAmong(standing, channel, row, this.database.read);
    if (hold === null) return true;
    try {
      const recall: Recall = (await channel.recall(platformId)) ? 'RECALLED' : 'OVER';
      await this.database.runInTransaction(async (tx) => {
        await lease.assertHeld(tx);
        const { brakeId } = hold;
        await tx.manager.update(
          PlatformSend,
          { sendId, recall: 'OPEN' },
          { recall, heldById: brakeId, message: null },
        );
        await this.audit.record(tx, {
          actor: 'system',
          action: 'brakes.recall',
          subjectKind: 'platform_send',
          subjectId: sendId,
          inputs: { brakeId, channel: channel.name, recall },
        });
      });
      return true;
    } catch (error) {
      this.logger.warn('a message could not be taken back yet', { sendId, error });
      return false;
    }
  }

  async #holdAmong(
    standing: readonly StandingBrake[],
    channel: SendChannel,
    row: PlatformSend,
    manager: EntityManager,
  ): Promise<StandingBrake | null> {
    const message = row.message === null ? null : this.seals.open(row.sendId, row.message);
    const about = (await channel.about?.(message, factsOf(row), manager)) ?? {};
    const question = { channel: channel.way, ...about };
    const [holding = []] = await this.brakes.holdsAmong(standing, [question], manager);
    return holding[0] ?? null;
  }

  async #endOld(): Promise<void> {
    const now = this.clock.now();
    if (now - this.#endedAt < END_EVERY_MS) return;
    this.#endedAt = now;
    await this.database.runInTransaction(({ manager }) =>
      manager.update(
        PlatformSend,
        { recall: 'OPEN', settledAt: LessThan(now - RECALLABLE_MS) },
        { recall: 'OVER', message: null },
      ),
    );
  }

  /** Of a way that is closed whatever is due; of the other brakes what was looked at and put back. */
  async #countMessages(brakes: readonly StandingBrake[]): Promise<ReadonlyMap<string, number>> {
    const held = await this.#countBy({
      heldById: In(brakes.map(({ brakeId }) => brakeId)),
      state: 'PLANNED',
    });
    const due = await this.database.read
      .createQueryBuilder(PlatformSend, 'send')
      .select('send.channel', 'channel')
      .addSelect('COUNT(*)', 'many')
      .where({ state: 'PLANNED', nextAt: LessThanOrEqual(this.clock.now()) })
      .groupBy('send.channel')
      .getRawMany<{ channel: string; many: number | string }>();
    return new Map(
      brakes.map((brake) => {
        const waiting = due.filter(({ channel: name }) => {
          const channel = this.sends.channel(name);
          return channel !== null && isClosed(channel, [brake]);
        });
        const many = waiting.reduce((sum, each) => sum + Number(each.many), held.get(brake.brakeId) ?? 0);
        return [brake.brakeId, many];
      }),
    );
  }

  async #countBy(where: object): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read
      .createQueryBuilder(PlatformSend, 'send')
      .select('send.heldById', 'brakeId')
      .addSelect('COUNT(*)', 'many')
      .where(where)
      .groupBy('send.heldById')
      .getRawMany<{ brakeId: string; many: number | string }>();
    return new Map(rows.map(({ brakeId, many }) => [brakeId, Number(many)]));
  }
}

const isClosed = ({ way }: SendChannel, standing: readonly StandingBrake[]): boolean =>
  standing.some(({ kind, target }) => kind === 'FIRM' || (kind === 'CHANNEL' && target === way));
