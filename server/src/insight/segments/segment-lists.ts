import { Injectable } from '@nestjs/common';
import { BUILT_IN_SEGMENTS } from '@siyu/shared/contracts/segments.limits';
import type {
  SegmentListQuery,
  SegmentMembersQuery,
  SegmentRows,
  SegmentStays,
} from '@siyu/shared/contracts/segments';
import { epochDay, formatDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { decodeCursor, encodeCursor, type Scope } from '../../platform/http/index.ts';
import { Identity, maskedMember } from '../../records/identity/index.ts';
import { Stays } from './stays.ts';
import { Tiers } from './tiers.ts';

/** Day that orders the page, number and beginning of the last stay on it. */
const Position = z.tuple([z.int(), z.int(), z.int()]);

/** Counts, members and movements of the segments, for the members in the caller's scope. */
@Injectable()
export class SegmentLists {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly stays: Stays,
    private readonly tiers: Tiers,
  ) {}

  async listSegments(scope: Scope, query: SegmentListQuery): Promise<SegmentRows> {
    const days = Number(query.days);
    const asOf = this.stays.asOf(query.asOf);
    const [countsOf, { value, version }] = await Promise.all([
      this.stays.countIn(
        BUILT_IN_SEGMENTS.map(({ key }) => key),
        scope,
        asOf,
        days,
      ),
      this.tiers.cutsAt(this.clock.now()),
    ]);
    return {
      rows: BUILT_IN_SEGMENTS.map(({ key, kind, code }) => ({
        key,
        kind,
        code,
        ...countsOf(key),
      })),
      asOf: formatDay(asOf),
      days,
      tiers: { ...value, version },
    };
  }

  /** Who is in a segment, or came or went lately; those who came or went last are first. */
  async listMembers(scope: Scope, segmentKey: string, query: SegmentMembersQuery): Promise<SegmentStays> {
    const which = query.which ?? 'present';
    const limit = Number(query.limit);
    const asOf = this.stays.asOf(query.asOf);
    const stays = await this.stays.select(scope, which, asOf, Number(query.days));
    stays.andWhere('stay.segmentKey = :segmentKey', { segmentKey });
    const total = await stays.getCount();
    const day = which === 'left' ? 'toAsOf' : 'fromAsOf';
    const after = decodeCursor(query.cursor, Position);
    if (after !== null) {
      const [at, memberNo, seq] = after;
      stays.andWhere(
        `(stay.${day} < :at OR (stay.${day} = :at AND (stay.memberNo > :memberNo OR (stay.memberNo = :memberNo AND stay.fromSeq > :seq))))`,
        { at, memberNo, seq },
      );
    }
    const found = await stays
      .orderBy(`stay.${day}`, 'DESC')
      .addOrderBy('stay.memberNo', 'ASC')
      .addOrderBy('stay.fromSeq', 'ASC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const members = await this.identity.listMembers(page.map(({ memberNo }) => memberNo));
    const byNumber = new Map(members.map((member) => [member.memberNo, member]));
    return {
      rows: page.flatMap(({ memberNo, fromAsOf, toAsOf }) => {
        const member = byNumber.get(memberNo);
        if (member === undefined) return [];
        return {
          ...maskedMember(member),
          enteredOn: lastDayBefore(fromAsOf),
          leftOn: toAsOf === null || toAsOf > asOf ? null : lastDayBefore(toAsOf),
        };
      }),
      total,
      nextCursor:
        last === undefined
          ? null
          : encodeCursor([
              (which === 'left' ? last.toAsOf : null) ?? last.fromAsOf,
              last.memberNo,
              last.fromSeq,
            ]),
    };
  }
}

/** The last day whose facts an exclusive boundary takes in. */
const lastDayBefore = (asOf: number): string => formatDay(epochDay(asOf - 1));
