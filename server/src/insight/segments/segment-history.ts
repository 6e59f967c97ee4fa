import { Injectable } from '@nestjs/common';
import type { SegmentDay, SegmentHistory, SegmentListQuery } from '@siyu/shared/contracts/segments';
import { addDays, formatDay, type EpochDay } from '@siyu/shared/time';
import type { Scope } from '../../platform/http/index.ts';
import { Stays } from './stays.ts';

/** How a segment changed, day by day, for the members in the caller's scope. */
@Injectable()
export class SegmentHistories {
  constructor(private readonly stays: Stays) {}

  /** Who came and went on each day, and how many were in it in the evening: counted back from the end. */
  async getHistory(scope: Scope, segmentKey: string, query: SegmentListQuery): Promise<SegmentHistory> {
    const length = Number(query.days);
    const asOf = this.stays.asOf(query.asOf);
    const [present, entered, left] = await Promise.all([
      this.stays.select(scope, 'present', asOf, length),
      this.countByDay(scope, segmentKey, 'entered', asOf, length),
      this.countByDay(scope, segmentKey, 'left', asOf, length),
    ]);
    let members = await present.andWhere('stay.segmentKey = :segmentKey', { segmentKey }).getCount();
    const days: SegmentDay[] = [];
    for (let boundary = asOf; boundary > asOf - length; boundary = addDays(boundary, -1)) {
      const came = entered.get(boundary) ?? 0;
      const went = left.get(boundary) ?? 0;
      days.push({ day: formatDay(addDays(boundary, -1)), members, entered: came, left: went });
      members += went - came;
    }
    return { days: days.reverse(), asOf: formatDay(asOf) };
  }

  private async countByDay(
    scope: Scope,
    segmentKey: string,
    which: 'entered' | 'left',
    asOf: EpochDay,
    days: number,
  ): Promise<ReadonlyMap<number, number>> {
    const stays = await this.stays.select(scope, which, asOf, days);
    const day = which === 'left' ? 'stay.toAsOf' : 'stay.fromAsOf';
    const rows = await stays
      .andWhere('stay.segmentKey = :segmentKey', { segmentKey })
      .select(day, 'boundary')
      .addSelect('COUNT(*)', 'total')
      .groupBy(day)
      .getRawMany<{ boundary: number | string; total: number | string }>();
    return new Map(rows.map(({ boundary, total }) => [Number(boundary), Number(total)]));
  }
}
