import { Injectable } from '@nestjs/common';
import { BUILT_IN_SEGMENTS } from '@siyu/shared/contracts/segments.limits';
import type {
  SegmentListQuery,
  SegmentMembersQuery,
  SegmentRows,
  SegmentStays,
} from '@siyu/shared/contracts/segments';
import { addDays, dayOfInstant, epochDay, formatDay, parseDay, type EpochDay } from '@siyu/shared/time';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Scope } from '../../platform/http/index.ts';
import { Identity, MemberScopes, maskedMember } from '../../records/identity/index.ts';
import { SegmentMembership } from './segment-membership.entity.ts';
import { Tiers } from './tiers.ts';

/** Day that orders the page, number and beginning of the last stay on it. */
const Position = z.tuple([z.int(), z.int(), z.int()]);
type Which = 'present' | 'entered' | 'left';

/** Counts, members and movements of the segments, for the members in the caller's scope. */
@Injectable()
export class SegmentLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly tiers: Tiers,
  ) {}

  async listSegments(scope: Scope, query: SegmentListQuery): Promise<SegmentRows> {
    const days = Number(query.days);
    const asOf = this.asOf(query.asOf);
    const [members, entered, left, { value, version }] = await Promise.all([
      this.countBy(scope, 'present', asOf, days),
      this.countBy(scope, 'entered', asOf, days),
      this.countBy(scope, 'left', asOf, days),
      this.tiers.cutsAt(this.clock.now()),
    ]);
    return {
      rows: BUILT_IN_SEGMENTS.map(({ key, kind, code }) => ({
        key,
        kind,
        code,
        members: members.get(key) ?? 0,
        entered: entered.get(key) ?? 0,
        left: left.get(key) ?? 0,
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
    const asOf = this.asOf(query.asOf);
    const stays = await this.staysOf(scope, which, asOf, Number(query.days));
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

  private async countBy(
    scope: Scope,
    which: Which,
    asOf: EpochDay,
    days: number,
  ): Promise<ReadonlyMap<string, number>> {
    const stays = await this.staysOf(scope, which, asOf, days);
    const rows = await stays
      .select('stay.segmentKey', 'segmentKey')
      .addSelect('COUNT(*)', 'total')
      .groupBy('stay.segmentKey')
      .getRawMany<{ segmentKey: string; total: number | string }>();
    return new Map(rows.map(({ segmentKey, total }) => [segmentKey, Number(total)]));
  }

  /** Stays as they stand as of a day: what was found for later days has not happened yet. */
  private async staysOf(
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

  /** Today counts: the present is looked at from tomorrow's 00:00 in Shanghai. */
  private asOf(day: string | undefined): EpochDay {
    const asked = day === undefined ? null : parseDay(day);
    return asked ?? addDays(dayOfInstant(this.clock.now()), 1);
  }
}

/** The last day whose facts an exclusive boundary takes in. */
const lastDayBefore = (asOf: number): string => formatDay(epochDay(asOf - 1));
