import { Injectable } from '@nestjs/common';
import type { CheckInState } from '@siyu/shared/contracts/awards';
import { addDays, dayOfInstant, type EpochDay, formatDay } from '@siyu/shared/time';
import { v5 } from 'uuid';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { Engagement } from '../../../records/engagement/index.ts';
import { Identity } from '../../../records/identity/index.ts';

/** The event of a day is named after the person and the day, so that one day has one. */
const NAMESPACE = '0f4b51c2-6a1d-5d0e-9c3b-7b6f6f0d2a87';
const TYPE = 'checked_in';

/** A member says once a day that they are here. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly engagement: Engagement,
  ) {}

  /**
   * Once a day of Shanghai, under whichever registration; told again it changes nothing.
   * @throws {AppError} identity.consent_required
   */
  async checkIn(memberNo: number): Promise<CheckInState> {
    const now = this.clock.now();
    const day = dayOfInstant(now);
    await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, [memberNo]);
      const numbers = await this.identity.numbersOf(memberNo);
      const days = await this.#daysOf(numbers);
      // What was told for this day by another registration of the same person stands.
      if (days.has(day) && numbers.length > 1) return;
      await this.engagement.append(tx, memberNo, [
        { type: TYPE, occurredAt: now, eventId: v5(`${memberNo}:${formatDay(day)}`, NAMESPACE) },
      ]);
    });
    return this.stateOf(memberNo);
  }

  async stateOf(memberNo: number): Promise<CheckInState> {
    const day = dayOfInstant(this.clock.now());
    const days = await this.#daysOf(await this.identity.numbersOf(memberNo));
    const isDone = days.has(day);
    let streakDays = 0;
    for (let each = isDone ? day : addDays(day, -1); days.has(each); each = addDays(each, -1))
      streakDays += 1;
    return { day: formatDay(day), isDone, streakDays };
  }

  async #daysOf(numbers: readonly number[]): Promise<ReadonlySet<EpochDay>> {
    const counts = await this.engagement.dayCounts(numbers);
    return new Set([...counts.values()].flat().flatMap(({ type, day }) => (type === TYPE ? [day] : [])));
  }
}
