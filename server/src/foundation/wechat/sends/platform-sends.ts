import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SendChannelName } from '@siyu/shared/contracts/platform-sends.limits';
import { In } from 'typeorm';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { PlatformSend } from './platform-send.entity.ts';
import type { NewSend, SendChannel } from './send-channel.ts';
import { SendRecords } from './send-records.ts';
import { PlatformSeals } from '../platform-seals.ts';

export const SENDS_JOB = 'platform-sends';

/** What identifies a message to a platform that will not say its id: a hash, so that no receiver is kept. */
export const matchKeyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/**
 * Messages to a platform, each sent at most once (decision 8): planned with the act that wants it, committed as being
 * sent before the call, and never repeated when nobody knows what became of it.
 */
@Injectable()
export class PlatformSends {
  readonly #channels = new Map<SendChannelName, SendChannel>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
    private readonly seals: PlatformSeals,
    private readonly records: SendRecords,
  ) {}

  /** Call it in `onModuleInit`. */
  register(channel: SendChannel): void {
    if (this.#channels.has(channel.name)) throw new Error(`the channel ${channel.name} is registered twice`);
    this.#channels.set(channel.name, channel);
  }

  channel(name: string): SendChannel | null {
    return [...this.#channels.values()].find((each) => each.name === name) ?? null;
  }

  get channels(): readonly SendChannel[] {
    return [...this.#channels.values()];
  }

  /**
   * Plans a message in the caller's transaction. The same business key again has no effect.
   * @returns the id of the send, and whether it is a new one
   */
  async plan(
    tx: Transaction,
    wanted: NewSend,
  ): Promise<{ readonly sendId: string; readonly isNew: boolean }> {
    const now = this.clock.now();
    const sendId = this.randomness.uuid();
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(PlatformSend)
      .values({
        sendId,
        channel: wanted.channel,
        businessKey: wanted.businessKey,
        memberNo: wanted.memberNo,
        state: 'PLANNED',
        message: this.seals.seal(sendId, wanted.message),
        matchKey: wanted.matchKey ?? null,
        plannedAt: now,
        nextAt: wanted.notBefore ?? now,
        notAfter: wanted.notAfter ?? null,
        attempts: 0,
      })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const row = await tx.manager.findOneOrFail(PlatformSend, {
      where: { businessKey: wanted.businessKey },
      select: { sendId: true },
    });
    const isNew = row.sendId === sendId;
    if (isNew) tx.afterCommit(() => this.jobs.wake(SENDS_JOB));
    return { sendId: row.sendId, isNew };
  }

  /** Takes back what has not gone out yet, such as a reminder of something that was called off. */
  async withhold(tx: Transaction, businessKey: string, reason: string): Promise<boolean> {
    const row = await tx.manager.findOneBy(PlatformSend, { businessKey, state: 'PLANNED' });
    if (row === null) return false;
    return this.records.settle(tx, this.channel(row.channel), row, 'PLANNED', {
      state: 'WITHHELD',
      by: null,
      errorCode: reason,
      platformId: null,
    });
  }

  /**
   * What the platform's own event says of a message that it names by its id or by whom and what it was for.
   * @returns false while one that may be meant is being sent: the event is to be looked at again
   */
  async resolveByEvent(
    tx: Transaction,
    event: {
      readonly channel: SendChannelName;
      readonly platformId: string | null;
      readonly matchKey: string | null;
      readonly state: 'SENT' | 'FAILED';
      readonly errorCode: string | null;
    },
  ): Promise<boolean> {
    const { channel, platformId, matchKey } = event;
    if (platformId !== null && (await tx.manager.existsBy(PlatformSend, { channel, platformId })))
      return true;
    if (matchKey === null) return true;
    if (await tx.manager.existsBy(PlatformSend, { channel, matchKey, state: 'SENDING' })) return false;
    const row = await tx.manager.findOne(PlatformSend, {
      where: { channel, matchKey, state: 'UNKNOWN' },
      order: { sendingAt: 'ASC', sendId: 'ASC' },
    });
    if (row === null) return true;
    const { state, errorCode } = event;
    const outcome = { state, by: 'EVENT' as const, errorCode, platformId };
    await this.records.settle(tx, this.channel(channel), row, 'UNKNOWN', outcome);
    return true;
  }

  /** Of members who closed their account: nothing more goes out, and what is kept says nothing of them. */
  async forget({ manager }: Transaction, memberNos: readonly number[]): Promise<void> {
    const memberNo = In([...memberNos]);
    await manager.update(
      PlatformSend,
      { memberNo, state: 'PLANNED' },
      { state: 'WITHHELD', errorCode: 'sends.account_closed', settledAt: this.clock.now() },
    );
    await manager.update(PlatformSend, { memberNo }, { message: null });
  }
}
