import { Injectable } from '@nestjs/common';
import type {
  MemberPoints,
  PointsPostingRow,
  PointsStatement,
  PointsSummary,
} from '@siyu/shared/contracts/points';
import { epochDay, formatDay } from '@siyu/shared/time';
import { MoreThan } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../../platform/http/index.ts';
import { Identity, maskedMember, MemberScopes } from '../../../records/identity/index.ts';
import { PointsBalance } from './points-balance.entity.ts';
import { PointsLot } from './points-lot.entity.ts';
import { PointsPosting } from './points-posting.entity.ts';
import { PointsSources, type PointsSourceWords } from './points-sources.ts';
import { pointsMemberNotFound } from './points.errors.ts';

const Position = z.tuple([z.int()]);

interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What a member has, and how it came about; for the member, and for staff who serve the member. */
@Injectable()
export class PointsStatements {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly sources: PointsSources,
  ) {}

  async summaryOf(memberNo: number): Promise<PointsSummary> {
    const { read } = this.database;
    const balance = await read.findOneBy(PointsBalance, { memberNo });
    const lots = await read.find(PointsLot, { where: { memberNo, lapsesOn: MoreThan(0) } });
    const days = lots.flatMap(({ lapsesOn }) => lapsesOn ?? []);
    const first = days.length === 0 ? null : Math.min(...days);
    const points = lots.reduce((sum, lot) => sum + (lot.lapsesOn === first ? lot.availablePoints : 0), 0);
    return {
      available: balance?.availablePoints ?? 0,
      pending: balance?.pendingPoints ?? 0,
      expiring: first === null ? null : { points, until: formatDay(epochDay(first - 1)) },
    };
  }

  /** The latest first. */
  async listPostings(memberNo: number, { limit, cursor }: Page): Promise<PointsStatement> {
    const { read } = this.database;
    const after = decodeCursor(cursor, Position);
    const matching = read.createQueryBuilder(PointsPosting, 'posting').where({ memberNo });
    // Numbers have no gap, so the last one says how many there are.
    const total = (await read.findOneBy(PointsBalance, { memberNo }))?.postingNo ?? 0;
    if (after !== null) matching.andWhere('posting.postingNo < :no', { no: after[0] });
    const found = await matching
      .orderBy('posting.postingNo', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const wordsOf = await this.sources.describe(read, page);
    const rows = page.map((posting) => postingRow(posting, wordsOf(posting.sourceKind, posting.sourceId)));
    return { rows, total, nextCursor: last === undefined ? null : encodeCursor([last.postingNo]) };
  }

  /** @throws {AppError} points.member_not_found, also when the member is not in the caller's scope */
  async getMemberPoints(caller: Principal, memberId: string): Promise<MemberPoints> {
    const member = await this.#memberOf(caller, memberId);
    return { ...maskedMember(member), summary: await this.summaryOf(member.memberNo) };
  }

  /** @throws {AppError} points.member_not_found, also when the member is not in the caller's scope */
  async listMemberPostings(caller: Principal, memberId: string, page: Page): Promise<PointsStatement> {
    return this.listPostings((await this.#memberOf(caller, memberId)).memberNo, page);
  }

  async #memberOf({ scope }: Principal, memberId: string) {
    const member = await this.identity.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(scope, member.memberNo))) throw pointsMemberNotFound();
    return member;
  }
}

/** A posting as its member reads it, with what its source says of itself. */
export function postingRow(posting: PointsPosting, words: PointsSourceWords | null): PointsPostingRow {
  const { postingNo, kind, availableAfter, pendingAfter } = posting;
  return {
    postingNo,
    kind,
    change: changeOf(posting),
    moved: kind === 'RELEASED' ? posting.points : 0,
    what: words?.what ?? null,
    why: words?.why ?? null,
    availableAfter,
    pendingAfter,
    at: new Date(posting.at).toISOString(),
  };
}

/** What a member has more after a posting, pending points counted in. */
function changeOf({ kind, points, writtenOffPoints }: PointsPosting): number {
  switch (kind) {
    case 'EARNED':
      return points;
    case 'RELEASED':
      return 0;
    case 'RETURNED':
      return points + writtenOffPoints;
    default:
      return 0 - points;
  }
}
