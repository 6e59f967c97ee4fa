import { Injectable } from '@nestjs/common';
import type { LiveViewers as Viewers } from '@siyu/shared/contracts/live-desk';
import { LIVE_SUBJECT } from '@siyu/shared/contracts/live.limits';
import { In, IsNull } from 'typeorm';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { Identity, maskedMember, MemberScopes } from '../../records/identity/index.ts';
import { LiveReservation, LiveViewing } from './live-audience.entity.ts';
import { LiveSteps } from './live-steps.ts';

/** Public id of the last viewer of a page. */
const Position = z.tuple([z.string().max(36)]);
const Seen = z.object({
  memberNo: z.coerce.number(),
  firstSeenAt: z.coerce.number(),
  lastSeenAt: z.coerce.number(),
  visits: z.coerce.number(),
  ms: z.coerce.number(),
});
const iso = (at: number): string => new Date(at).toISOString();

/** Who watched a live and when (REQ-PUB-2), without names and within the caller's scope; each look stands in the audit. */
@Injectable()
export class LiveViewers {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly steps: LiveSteps,
  ) {}

  /** @throws {AppError} live.not_found */
  async list(caller: Principal, liveId: string, limit: number, cursor: string | undefined): Promise<Viewers> {
    await this.steps.get(this.database.read, liveId);
    const scope = await this.scopes.conditionOn('one.member_no', caller.scope);
    const matching = this.database.read
      .createQueryBuilder(LiveViewing, 'one')
      .where('one.liveId = :liveId', { liveId })
      .andWhere(scope.sql, scope.parameters);
    const counted = await matching
      .clone()
      .select('COUNT(DISTINCT one.memberNo)', 'n')
      .getRawOne<{ n: number | string }>();
    const total = Number(counted?.n ?? 0);
    const after = decodeCursor(cursor, Position);
    const afterNo = after === null ? 0 : ((await this.identity.findByPublicId(after[0]))?.memberNo ?? 0);
    const found = z.array(Seen).parse(
      await matching
        .andWhere('one.memberNo > :afterNo', { afterNo })
        .select('one.memberNo', 'memberNo')
        .addSelect('MIN(one.fromAt)', 'firstSeenAt')
        .addSelect('MAX(one.untilAt)', 'lastSeenAt')
        .addSelect('COUNT(*)', 'visits')
        .addSelect('SUM(one.untilAt - one.fromAt)', 'ms')
        .groupBy('one.memberNo')
        .orderBy('one.memberNo', 'ASC')
        .limit(limit + 1)
        .getRawMany(),
    );
    const viewers = await this.#viewersOf(liveId, found.slice(0, limit));
    const last = found.length > limit ? viewers.at(-1) : undefined;
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action: 'live.view_viewers',
        subjectKind: LIVE_SUBJECT,
        subjectId: liveId,
        inputs: { viewers: viewers.length, total },
      }),
    );
    return { viewers, total, nextCursor: last === undefined ? null : encodeCursor([last.member.memberId]) };
  }

  async #viewersOf(liveId: string, page: readonly z.infer<typeof Seen>[]): Promise<Viewers['viewers']> {
    if (page.length === 0) return [];
    const memberNos = page.map(({ memberNo }) => memberNo);
    const [members, reserved] = await Promise.all([
      this.identity.listMembers(memberNos),
      this.database.read.find(LiveReservation, {
        select: { memberNo: true },
        where: { liveId, memberNo: In(memberNos), withdrawnAt: IsNull() },
      }),
    ]);
    const memberOf = new Map(members.map((member) => [member.memberNo, maskedMember(member)]));
    const hasReserved = new Set(reserved.map(({ memberNo }) => memberNo));
    return page.flatMap(({ memberNo, firstSeenAt, lastSeenAt, visits, ms }) => {
      const member = memberOf.get(memberNo);
      if (member === undefined) return [];
      return [
        {
          member,
          isReserved: hasReserved.has(memberNo),
          firstSeenAt: iso(firstSeenAt),
          lastSeenAt: iso(lastSeenAt),
          visits,
          watchedMinutes: Math.floor(ms / 60_000),
        },
      ];
    });
  }
}
