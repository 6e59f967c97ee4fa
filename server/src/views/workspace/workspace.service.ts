import { Injectable } from '@nestjs/common';
import type { MemberListQuery, MemberRow, MemberRows } from '@siyu/shared/contracts/workspace';
import { MEMBER_COUNT_MAX } from '@siyu/shared/contracts/workspace.limits';
import type { Afb2023Model } from '@siyu/shared/rfm';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { Audit } from '../../foundation/audit/index.ts';
import { readRefused, ScoringModels } from '../../insight/scoring/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity, MemberScopes } from '../../records/identity/index.ts';
import { mayReadNames, shownName } from './display-name.ts';
import { findMember } from './find-member.query.ts';
import { cursorAfter, positionAt } from './list-cursor.ts';
import { countMembers, listMembers, type MemberListRequest } from './list-members.query.ts';
import { isScored, type KeptScoreRecord } from './kept-score-record.ts';
import type { MemberRecord } from './member-record.ts';
import { positional, SCOPED_COLUMN, type Condition } from './member-scope.ts';
import { memberScore, memberScoreWithSteps } from './member-score.ts';
import { mayReadPurchaseSteps } from './purchase-steps.ts';
import { memberNotFound } from './workspace.errors.ts';

const PAGE = 50;

/** What staff see of members: only those in their scope, names only as far as their role goes. */
@Injectable()
export class Workspace {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly models: ScoringModels,
  ) {}

  async listMembers(caller: Principal, query: MemberListQuery): Promise<MemberRows> {
    const { records, total, nextCursor } = await this.pageOf(caller, query);
    const modelOf = await this.modelsOf(records);
    return {
      rows: records.map((record) =>
        memberRow(record, caller, isScored(record) ? memberScore(record, modelOf(record)) : null),
      ),
      total,
      nextCursor,
    };
  }

  /** One page of what is kept of members in the caller's scope, before anybody decides what of it is shown. */
  async pageOf(
    caller: Principal,
    query: MemberListQuery,
  ): Promise<{ records: MemberRecord[]; total: number; nextCursor: string | null }> {
    const { stage, group, segment, search, sort = 'lastActive' } = query;
    const limit = Number(query.limit ?? PAGE);
    const request: MemberListRequest = {
      stage,
      group,
      segment,
      search,
      sort,
      limit: limit + 1,
      after: positionAt(sort, query.cursor),
      isNameReader: mayReadNames(caller),
      callerId: caller.id,
    };
    const scope = await this.scopeOf(caller);
    const [records, total] = await Promise.all([
      listMembers(this.database.read, scope, request),
      countMembers(this.database.read, scope, request, MEMBER_COUNT_MAX),
    ]);
    const page = records.slice(0, limit);
    const last = page.at(-1);
    return {
      records: page,
      total,
      nextCursor: records.length > limit && last !== undefined ? cursorAfter(sort, last) : null,
    };
  }

  /** Opening one member is noted: who looked at whom. A merged registration opens the person. */
  async getMember(caller: Principal, askedId: string): Promise<MemberRow> {
    const memberId = await this.standingFor(askedId);
    const record = await findMember(this.database.read, await this.scopeOf(caller), memberId);
    if (record === null) throw memberNotFound();
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action: 'workspace.view_member',
        subjectKind: 'member',
        subjectId: memberId,
        subjectNo: record.memberNo,
      }),
    );
    if (!isScored(record)) return memberRow(record, caller, null);
    const modelOf = await this.modelsOf([record]);
    const scoreFor = mayReadPurchaseSteps(caller) ? memberScoreWithSteps : memberScore;
    return memberRow(record, caller, scoreFor(record, modelOf(record)));
  }

  /** The sets of cuts that scored these members, each looked up once. */
  private async modelsOf(
    records: readonly MemberRecord[],
  ): Promise<(record: KeptScoreRecord) => Afb2023Model> {
    const models = new Map<string, Afb2023Model>();
    for (const record of records) {
      if (!isScored(record) || models.has(nameOf(record))) continue;
      const model = await this.models.afbModelOf(record);
      if (model !== null) models.set(nameOf(record), model);
    }
    return (record) => {
      const model = models.get(nameOf(record));
      if (model === undefined) throw new Error(`no set of cuts ${nameOf(record)} in the configuration`);
      return model;
    };
  }

  private async standingFor(memberId: string): Promise<string> {
    const asked = await this.identity.findByPublicId(memberId);
    if (asked === null) return memberId;
    const memberNo = await this.identity.resolveMember(asked.memberNo);
    return memberNo === asked.memberNo ? memberId : (await this.identity.getMember(memberNo)).memberId;
  }

  private async scopeOf({ scope }: Principal): Promise<Condition> {
    return positional(this.database.read, await this.scopes.conditionOn(SCOPED_COLUMN, scope));
  }
}

function nameOf({ configVersion, preset, modelVersion }: KeptScoreRecord): string {
  return `${configVersion}/${preset}/${modelVersion}`;
}

function memberRow(record: MemberRecord, caller: Principal, score: MemberRow['score']): MemberRow {
  return {
    memberId: record.memberId,
    displayName: shownName(record, caller),
    branchName: record.branchName,
    adviserName: record.adviserName,
    registeredOn: formatDay(dayOfInstant(record.registeredAt)),
    stage: record.stage,
    refused: [...readRefused(record.refused)],
    lessonsCompleted: record.lessonsCompleted,
    lastActiveAt: record.lastActiveAt === null ? null : new Date(record.lastActiveAt).toISOString(),
    isAccountLinked: record.isAccountLinked,
    score,
  };
}
