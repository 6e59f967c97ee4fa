import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.ts';
import { among, selectRows, type Transaction, upsertRows } from '../../platform/database/index.ts';
import type { Placement } from './built-in-segments.ts';
import { SegmentMembership } from './segment-membership.entity.ts';

/** A member as found by one run of scoring. */
export interface PlacedMember {
  readonly memberNo: number;
  readonly seq: number;
  readonly asOf: number;
  /** Every segment the member is in now; none for one of whom nothing may be made. */
  readonly placements: readonly Placement[];
}

/** Keeps who is in which segment, from when to when. Only what changes is written. */
@Injectable()
export class Memberships {
  constructor(private readonly clock: Clock) {}

  /**
   * In the transaction of the run, which holds the clocks of the members.
   * @param only pattern of the keys that were looked at, such as `tier.%`; the stays in all others go on
   */
  async follow(tx: Transaction, members: readonly PlacedMember[], only?: string): Promise<void> {
    if (members.length === 0) return;
    const { sql, values } = among(
      'member_no',
      members.map(({ memberNo }) => memberNo),
    );
    const open = await selectRows(tx.manager, SegmentMembership, {
      sql: `${sql} AND to_as_of IS NULL${only === undefined ? '' : ' AND segment_key LIKE ?'}`,
      values: [...values, ...(only === undefined ? [] : [only])],
    });
    const held = new Map<number, SegmentMembership[]>();
    for (const stay of open) held.set(stay.memberNo, [...(held.get(stay.memberNo) ?? []), stay]);
    const recordedAt = this.clock.now();
    const rows = members.flatMap((member) => movesOf(member, held.get(member.memberNo) ?? [], recordedAt));
    await upsertRows(tx, SegmentMembership, rows, ['toAsOf', 'toSeq']);
  }
}

/** Stays that end and stays that begin. */
export function movesOf(
  { memberNo, seq, asOf, placements }: PlacedMember,
  held: readonly SegmentMembership[],
  recordedAt: number,
): readonly SegmentMembership[] {
  const wanted = new Set(placements.map(({ segmentKey }) => segmentKey));
  const kept = new Set(held.map(({ segmentKey }) => segmentKey));
  return [
    ...held
      .filter(({ segmentKey }) => !wanted.has(segmentKey))
      .map((stay) => ({ ...stay, toAsOf: asOf, toSeq: seq })),
    ...placements
      .filter(({ segmentKey }) => !kept.has(segmentKey))
      .map((placement) => ({
        ...placement,
        memberNo,
        fromAsOf: asOf,
        fromSeq: seq,
        toAsOf: null,
        toSeq: null,
        recordedAt,
      })),
  ];
}
