import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MemberExportQuery } from '@siyu/shared/contracts/exports';
import { groupNames, REFUSED, stageNames } from '@siyu/shared/messages';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { type ExportKind, ExportKinds, type ExportPage } from '../../foundation/exports/index.ts';
import { readRefused } from '../../insight/scoring/index.ts';
import { Database } from '../../platform/database/index.ts';
import { type Principal, ValidationFailed } from '../../platform/http/index.ts';
import { MemberScopes } from '../../records/identity/index.ts';
import { mayReadNames, shownName } from './display-name.ts';
import { isScored } from './kept-score-record.ts';
import { cursorAfter, positionAt } from './list-cursor.ts';
import { countMembers, listMembers, type MemberListRequest } from './list-members.query.ts';
import { memberReaders } from './member-readers.ts';
import type { MemberRecord } from './member-record.ts';
import { positional, SCOPED_COLUMN, type Condition } from './member-scope.ts';

const SORT = 'number';

/** Lets the list of members out as a file: the rows and names that its asker may see, and no amounts. */
@Injectable()
export class MembersExport implements ExportKind, OnModuleInit {
  readonly name = 'members';
  readonly roles = memberReaders.roles;

  constructor(
    private readonly database: Database,
    private readonly scopes: MemberScopes,
    private readonly kinds: ExportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async count(asker: Principal, query: Readonly<Record<string, string>>, max: number): Promise<number> {
    return countMembers(this.database.read, await this.#scopeOf(asker), filterOf(asker, query), max);
  }

  async page(
    asker: Principal,
    query: Readonly<Record<string, string>>,
    after: string | null,
    limit: number,
  ): Promise<ExportPage> {
    const place = { sort: SORT, limit: limit + 1, after: positionAt(SORT, after ?? undefined) } as const;
    const scope = await this.#scopeOf(asker);
    const found = await listMembers(this.database.read, scope, { ...filterOf(asker, query), ...place });
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return {
      rows: rows.map((record) => cellsOf(record, asker)),
      after: last === undefined ? null : cursorAfter(SORT, last),
    };
  }

  async #scopeOf({ scope }: Principal): Promise<Condition> {
    return positional(this.database.read, await this.scopes.conditionOn(SCOPED_COLUMN, scope));
  }
}

function filterOf(
  asker: Principal,
  query: Readonly<Record<string, string>>,
): Omit<MemberListRequest, 'sort' | 'limit' | 'after'> {
  const parsed = MemberExportQuery.safeParse(query);
  if (!parsed.success) throw new ValidationFailed([{ path: 'query', message: 'not a filter of the list' }]);
  return { ...parsed.data, isNameReader: mayReadNames(asker), callerId: asker.id };
}

function cellsOf(record: MemberRecord, asker: Principal): Readonly<Record<string, string>> {
  return {
    ...scoreCells(record),
    memberId: record.memberId,
    name: shownName(record, asker),
    stage: record.stage === null ? REFUSED : stageNames[record.stage],
    lessons: String(record.lessonsCompleted),
    lastActive: record.lastActiveAt === null ? '' : dayText(record.lastActiveAt),
    adviser: record.adviserName ?? '',
    branch: record.branchName ?? '',
    registered: dayText(record.registeredAt),
    linked: record.isAccountLinked ? '是' : '否',
  };
}

function scoreCells(record: MemberRecord): Readonly<Record<string, string>> {
  if (readRefused(record.refused).has('SERVICE_CLASS')) return { group: REFUSED };
  if (!isScored(record)) return {};
  return {
    score: (record.scoreHundredths / 100).toFixed(2),
    amountBand: String(record.amountBand),
    frequencyBand: String(record.frequencyBand),
    benefitBand: String(record.benefitBand),
    group: groupNames[record.groupCode],
  };
}

const dayText = (at: number): string => formatDay(dayOfInstant(at));
