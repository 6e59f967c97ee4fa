import { Injectable } from '@nestjs/common';
import { LIVE_GAP_MS } from '@siyu/shared/contracts/live.limits';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { LiveViewing } from './live-audience.entity.ts';

/** How long lives were watched: sums over the stretches that were written as it happened. */
@Injectable()
export class WatchedTime {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of one person, in milliseconds. */
  async of(liveId: string, numbers: readonly number[]): Promise<number> {
    const row = await this.#visits(liveId)
      .andWhere('one.memberNo IN (:...numbers)', { numbers: [...numbers] })
      .select('SUM(one.untilAt - one.fromAt)', 'ms')
      .getRawOne<{ ms: number | string | null }>();
    return Number(row?.ms ?? 0);
  }

  /** Of everybody. */
  async figures(liveId: string): Promise<{ viewers: number; viewersNow: number; watchedMinutes: number }> {
    const since = this.clock.now() - LIVE_GAP_MS;
    const row = await this.#visits(liveId)
      .select('COUNT(DISTINCT one.memberNo)', 'viewers')
      .addSelect('COUNT(DISTINCT CASE WHEN one.untilAt >= :since THEN one.memberNo END)', 'viewersNow')
      .addSelect('SUM(one.untilAt - one.fromAt)', 'ms')
      .setParameter('since', since)
      .getRawOne<Record<'viewers' | 'viewersNow' | 'ms', number | string | null>>();
    return {
      viewers: Number(row?.viewers ?? 0),
      viewersNow: Number(row?.viewersNow ?? 0),
      watchedMinutes: Math.floor(Number(row?.ms ?? 0) / 60_000),
    };
  }

  #visits(liveId: string) {
    return this.database.read
      .createQueryBuilder(LiveViewing, 'one')
      .where('one.liveId = :liveId', { liveId });
  }
}
