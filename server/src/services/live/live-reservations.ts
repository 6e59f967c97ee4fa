import { Injectable } from '@nestjs/common';
import type { LiveCard } from '@siyu/shared/contracts/live';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { Engagement } from '../../records/engagement/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { consentRequired } from '../content/index.ts';
import { LiveReservation } from './live-audience.entity.ts';
import { notOpen } from './live.errors.ts';
import { LiveGate } from './live-gate.ts';
import { LiveRooms } from './live-rooms.ts';
import { Live } from './live.entity.ts';

/** Who means to watch a live. It can be reserved while it is announced, and not a moment longer (REQ-PUB-2). */
@Injectable()
export class LiveReservations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly engagement: Engagement,
    private readonly gate: LiveGate,
    private readonly rooms: LiveRooms,
  ) {}

  /** Told again it changes nothing. @throws {AppError} live.not_found, live.paused, live.not_open */
  async reserve(memberNo: number, liveId: string): Promise<LiveCard> {
    const live = await this.gate.getFor(memberNo, liveId);
    await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, [memberNo]);
      if (!(await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager))) throw consentRequired();
      await this.reserveIn(tx, memberNo, liveId);
    });
    return this.rooms.cardFor(memberNo, live);
  }

  /** Whether a live takes reservations now, whoever asks. */
  isOpen(liveId: string): Promise<boolean> {
    return this.database.read.existsBy(Live, { liveId, state: 'ANNOUNCED' });
  }

  /** @throws {AppError} live.not_found for one that this member may not see, live.paused */
  async requireSeen(memberNo: number, liveId: string): Promise<void> {
    await this.gate.getFor(memberNo, liveId);
  }

  /**
   * The same as a part of something else, whose transaction holds the member and has asked the gate.
   * @throws {AppError} live.not_open
   */
  async reserveIn(tx: Transaction, memberNo: number, liveId: string): Promise<void> {
    const numbers = await this.identity.numbersOf(memberNo, tx.manager);
    const kept = await tx.manager.findBy(LiveReservation, { liveId, memberNo: In([...numbers]) });
    if (kept.some(({ withdrawnAt }) => withdrawnAt === null)) return;
    if (!(await this.#count(tx, liveId, '+ 1', true))) throw notOpen();
    const [before] = kept;
    if (before !== undefined) {
      const { memberNo: kept } = before;
      await tx.manager.update(LiveReservation, { liveId, memberNo: kept }, { withdrawnAt: null });
      return;
    }
    await insertRows(tx, LiveReservation, [{ liveId, memberNo, reservedAt: this.clock.now() }]);
    await this.engagement.append(tx, memberNo, [{ type: 'live_reserved', contentId: liveId }]);
  }

  /**
   * Lets a seat go while the live is still announced, in the transaction of whoever takes it back.
   * @throws {AppError} live.not_open once it has begun or was called off
   */
  async letGoIn(tx: Transaction, memberNo: number, liveId: string): Promise<void> {
    const numbers = await this.identity.numbersOf(memberNo, tx.manager);
    const standing = { liveId, memberNo: In([...numbers]), withdrawnAt: IsNull() };
    const { affected } = await tx.manager.update(LiveReservation, standing, {
      withdrawnAt: this.clock.now(),
    });
    const by = affected === 1 ? '- 1' : '- 0';
    if (!(await this.#count(tx, liveId, by, true))) throw notOpen();
  }

  /** Told again it changes nothing. @throws {AppError} live.not_found, live.paused */
  async withdraw(memberNo: number, liveId: string): Promise<LiveCard> {
    const live = await this.gate.getFor(memberNo, liveId);
    const numbers = await this.identity.numbersOf(memberNo);
    const standing = { liveId, memberNo: In([...numbers]), withdrawnAt: IsNull() };
    await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, [memberNo]);
      const gone = { withdrawnAt: this.clock.now() };
      const { affected } = await tx.manager.update(LiveReservation, standing, gone);
      if (affected === 1) await this.#count(tx, liveId, '- 1', false);
    });
    return this.rooms.cardFor(memberNo, live);
  }

  /** Of an edit, a start and a reservation at once, what comes second waits and sees what the first has done. */
  async #count(
    { manager }: Transaction,
    liveId: string,
    by: '+ 1' | '- 1' | '- 0',
    isOpen: boolean,
  ): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(Live)
      .set({ reservations: () => `reservations ${by}` })
      .where({ liveId, ...(isOpen && { state: 'ANNOUNCED' }) })
      .execute();
    return affected === 1;
  }
}
