import { Injectable } from '@nestjs/common';
import { addDays, dayOfInstant, parseDay, type EpochDay } from '@siyu/shared/time';
import type { SelectQueryBuilder } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { MemberScopes } from '../../records/identity/index.ts';
import { SegmentMembership } from './segment-membership.entity.ts';

type Which = 'present' | 'entered' | 'left';
/** Who is in a segment, and who came and went within some days. */
export interface StayCounts {
  readonly members: number;
  readonly entered: number;
  readonly left: number;
}

/** Stays in segments, of the members in somebody's scope. */
@Injectable()
export class Stays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: MemberScopes,
  ) {}

  /** Of these segments at once; the answer is asked by key. */
  async countIn(
    keys: readonly string[],
    scope: Scope,
    asOf: EpochDay,
    days: number,
  ): Promise<(key: string) => StayCounts> {
    const countBy = (which: Which) => this.countBy(keys, scope, which, asOf, days);
    const [members, entered, left] = await Promise.all([
      countBy('present'),
      countBy('entered'),
      countBy('left'),
    ]);
    return (key) => ({
      members: members.get(key) ?? 0,
      entered: entered.get(key) ?? 0,
      left: left.get(key) ?? 0,
    });
  }

  /** Stays as they stand as of a day: what was found for later days has not happened yet. */
  async select(
    scope: Scope,
    which: Which,
    asOf: EpochDay,
    days: number,
  ): Promise<SelectQueryBuilder<SegmentMembership>> {
    const condition = await this.scopes.conditionOn('stay.member_no', scope);
    const stays = this.database.read
      .createQueryBuilder(SegmentMembership, 'stay')
      .where(condition.sql, condition.parameters);
    const bounds = { asOf, since: addDays(asOf, -days) };
    if (which === 'entered')
      return stays.andWhere('stay.fromAsOf > :since AND stay.fromAsOf <= :asOf', bounds);
    if (which === 'left') return stays.andWhere('stay.toAsOf > :since AND stay.toAsOf <= :asOf', bounds);
    // Today everything found so far has happened: the index answers without looking at the days.
    if (asOf >= this.asOf(undefined)) return stays.andWhere('stay.toAsOf IS NULL');
    return stays.andWhere('stay.fromAsOf <= :asOf AND (stay.toAsOf IS NULL OR stay.toAsOf > :asOf)', bounds);
  }

  /** Numbers of the members there are now, from one on; the index holds them in this order. */
  async listNumbers(scope: Scope, key: string, after: number, limit: number): Promise<readonly number[]> {
    const stays = await this.select(scope, 'present', this.asOf(undefined), 0);
    const rows = await stays
      .select('stay.memberNo', 'memberNo')
      .andWhere('stay.segmentKey = :key AND stay.memberNo > :after', { key, after })
      .orderBy('stay.memberNo', 'ASC')
      .limit(limit)
      .getRawMany<{ memberNo: number }>();
    return rows.map(({ memberNo }) => memberNo);
  }

  /** Today counts: the present is looked at from tomorrow's 00:00 in Shanghai. */
  asOf(day: string | undefined): EpochDay {
    const asked = day === undefined ? null : parseDay(day);
    return asked ?? addDays(dayOfInstant(this.clock.now()), 1);
  }

  private async countBy(
    keys: readonly string[],
    scope: Scope,
    which: Which,
    asOf: EpochDay,
    days: number,
  ): Promise<ReadonlyMap<string, number>> {
    if (keys.length === 0) return new Map();
    const stays = await this.select(scope, which, asOf, days);
    const rows = await stays
      .select('stay.segmentKey', 'segmentKey')
      .addSelect('COUNT(*)', 'total')
      .andWhere('stay.segmentKey IN (:...keys)', { keys })
      .groupBy('stay.segmentKey')
      .getRawMany<{ segmentKey: string; total: number | string }>();
    return new Map(rows.map(({ segmentKey, total }) => [segmentKey, Number(total)]));
  }
}
