import { Injectable } from '@nestjs/common';
import {
  CONFLICT_KINDS,
  CONFLICT_STATES,
  LINK_REQUEST_KINDS,
  LINK_REQUEST_STATES,
} from '@siyu/shared/contracts/identity.limits';
import type {
  ConflictListQuery,
  IdentityConflict as ConflictRow,
  IdentityConflicts,
  MemberLinkListQuery,
  MemberLinkRequest as RequestRow,
  MemberLinkRequests,
} from '@siyu/shared/contracts/member-links';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Scope } from '../../platform/http/index.ts';
import { IdentityConflict } from './identity-conflict.entity.ts';
import { memberNotFound } from './identity.errors.ts';
import { linkRequestSha256 } from './link-request-sha256.ts';
import { MemberLinkRequest } from './member-link-request.entity.ts';
import { MemberRegister } from './member-register.service.ts';
import { MemberScopes } from './member-scopes.service.ts';
import { type MaskedMember, maskedMember } from './masked-member.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const PAGE = 50;

/** What staff see of requests and conflicts: those that touch a member in their scope, the latest first. */
@Injectable()
export class MemberLinkLists {
  constructor(
    private readonly database: Database,
    private readonly register: MemberRegister,
    private readonly staff: StaffDirectory,
    private readonly scopes: MemberScopes,
  ) {}

  async listRequests(scope: Scope, query: MemberLinkListQuery): Promise<MemberLinkRequests> {
    const matching = this.database.read.createQueryBuilder(MemberLinkRequest, 'one');
    if (query.state !== undefined) matching.where('one.state = :state', { state: query.state });
    await this.restrict(matching, scope, ['one.member_no', 'one.into_member_no']);
    const { rows, total, nextCursor } = await pageOf(matching, query, 'requestedAt', 'requestId');
    return { rows: await this.requestRows(rows), total, nextCursor };
  }

  async getRequest(requestId: string): Promise<RequestRow> {
    const found = await this.database.read.findBy(MemberLinkRequest, { requestId });
    const [row] = await this.requestRows(found);
    if (row === undefined) throw memberNotFound();
    return row;
  }

  /** One request by the member it is about, as its review names it; outside the scope it does not exist. */
  async getRequestOf(scope: Scope, memberId: string, version: number): Promise<RequestRow> {
    const member = await this.register.findByPublicId(memberId);
    if (member === null) throw memberNotFound();
    const matching = this.database.read
      .createQueryBuilder(MemberLinkRequest, 'one')
      .where('one.memberNo = :memberNo AND one.version = :version', { memberNo: member.memberNo, version });
    await this.restrict(matching, scope, ['one.member_no', 'one.into_member_no']);
    const [row] = await this.requestRows(await matching.getMany());
    if (row === undefined) throw memberNotFound();
    return row;
  }

  async listConflicts(scope: Scope, query: ConflictListQuery): Promise<IdentityConflicts> {
    const matching = this.database.read
      .createQueryBuilder(IdentityConflict, 'one')
      .where('one.state = :state', { state: query.state ?? 'OPEN' });
    await this.restrict(matching, scope, ['one.claimant_no', 'one.holder_no']);
    const { rows, total, nextCursor } = await pageOf(matching, query, 'lastAt', 'conflictId');
    const names = await this.namesOf(rows.flatMap((row) => [row.claimantNo, row.holderNo]));
    return {
      rows: rows.map((row): ConflictRow => ({
        conflictId: row.conflictId,
        kind: oneOf(CONFLICT_KINDS, row.kind),
        claimant: names(row.claimantNo),
        holder: names(row.holderNo),
        externalIdTail: row.externalId.slice(-4),
        firstAt: new Date(row.firstAt).toISOString(),
        lastAt: new Date(row.lastAt).toISOString(),
        times: row.times,
        state: oneOf(CONFLICT_STATES, row.state),
        note: row.note,
      })),
      total,
      nextCursor,
    };
  }

  private async restrict<Row extends object>(
    query: SelectQueryBuilder<Row>,
    scope: Scope,
    columns: readonly string[],
  ): Promise<void> {
    const conditions = await Promise.all(columns.map((column) => this.scopes.conditionOn(column, scope)));
    query.andWhere(
      `(${conditions.map(({ sql }) => sql).join(' OR ')})`,
      // One scope: the parameters of both conditions are the same.
      { ...conditions[0]?.parameters },
    );
  }

  private async requestRows(rows: readonly MemberLinkRequest[]): Promise<RequestRow[]> {
    const names = await this.namesOf(rows.flatMap((row) => [row.memberNo, row.intoMemberNo]));
    const staff = await this.staff.listStaffByIds(rows.map((row) => row.requesterId));
    return rows.map((row) => {
      const [kind, member, into] = [
        oneOf(LINK_REQUEST_KINDS, row.kind),
        names(row.memberNo),
        names(row.intoMemberNo),
      ];
      const { reason, version } = row;
      return {
        requestId: row.requestId,
        version,
        sha256: linkRequestSha256({
          kind,
          memberId: member.memberId,
          intoMemberId: into.memberId,
          reason,
        }),
        kind,
        member,
        into,
        reason,
        state: oneOf(LINK_REQUEST_STATES, row.state),
        requesterName: staff.get(row.requesterId)?.name ?? '',
        requestedAt: new Date(row.requestedAt).toISOString(),
        decidedAt: row.decidedAt === null ? null : new Date(row.decidedAt).toISOString(),
      };
    });
  }

  private async namesOf(memberNos: readonly number[]): Promise<(memberNo: number) => MaskedMember> {
    const members = await this.register.listMembers([...new Set(memberNos)]);
    const names = new Map(members.map((member) => [member.memberNo, maskedMember(member)]));
    return (memberNo) => {
      const name = names.get(memberNo);
      if (name === undefined) throw memberNotFound();
      return name;
    };
  }
}

/** A keyset page, the latest first. */
async function pageOf<Row extends object>(
  matching: SelectQueryBuilder<Row>,
  query: { readonly limit?: unknown; readonly cursor?: string | undefined },
  instant: keyof Row & string,
  id: keyof Row & string,
): Promise<{ rows: Row[]; total: number; nextCursor: string | null }> {
  const limit = Number(query.limit ?? PAGE);
  const total = await matching.getCount();
  const after = decodeCursor(query.cursor, Position);
  if (after !== null)
    matching.andWhere(`(one.${instant} < :at OR (one.${instant} = :at AND one.${id} < :id))`, {
      at: after[0],
      id: after[1],
    });
  const found = await matching
    .orderBy(`one.${instant}`, 'DESC')
    .addOrderBy(`one.${id}`, 'DESC')
    .limit(limit + 1)
    .getMany();
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const nextCursor = last === undefined ? null : encodeCursor([Number(last[instant]), String(last[id])]);
  return { rows, total, nextCursor };
}

/** A code as stored; an unknown one was written by a newer program and must not be guessed at. */
function oneOf<Code extends string>(codes: readonly Code[], stored: string): Code {
  const code = codes.find((each) => each === stored);
  if (code === undefined) throw new RangeError(`unknown code ${stored}`);
  return code;
}
