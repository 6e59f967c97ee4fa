import { Injectable } from '@nestjs/common';
import type { Finding, FindingQuery, FindingRow, Findings } from '@siyu/shared/contracts/archive';
import { FINDING_CONTRADICTED_MAX } from '@siyu/shared/contracts/archive.limits';
import { parseDay, startOfDay } from '@siyu/shared/time';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal, type Scope } from '../../platform/http/index.ts';
import { findingHandled, findingNotFound } from './archive.errors.ts';
import { ArchiveFinding } from './archive-finding.entity.ts';
import { ArchiveMessage } from './archive-message.entity.ts';
import { FindingContext } from './finding-context.ts';
import { listOppositeUsers } from './opposite-advice.query.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const DAY_MS = 86_400_000;
const FILTERS = ['state', 'level', 'fault'] as const;

/** Words of staff that may not be said, as compliance sees and handles them. */
@Injectable()
export class FindingDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly staff: StaffDirectory,
    private readonly context: FindingContext,
  ) {}

  /** The latest first. */
  async list(scope: Scope, query: z.output<typeof FindingQuery>): Promise<Findings> {
    const matching = await this.#inScope(scope);
    for (const name of FILTERS) {
      const value = query[name];
      if (value !== undefined) matching.andWhere(`one.${name} = :${name}`, { [name]: value });
    }
    if (query.staffId !== undefined) await this.#ofStaff(matching, query.staffId);
    const day = query.day === undefined ? null : parseDay(query.day);
    if (day !== null) {
      const from = startOfDay(day);
      matching.andWhere('one.sentAt >= :from AND one.sentAt < :to', { from, to: from + DAY_MS });
    }
    const total = await matching.getCount();
    const after = decodeCursor(query.cursor, Position);
    if (after !== null)
      matching.andWhere('(one.sentAt < :at OR (one.sentAt = :at AND one.findingId < :id))', {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('one.sentAt', 'DESC')
      .addOrderBy('one.findingId', 'DESC')
      .limit(query.limit + 1)
      .getMany();
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.sentAt, last.findingId]),
    };
  }

  /**
   * With the words around it; the look is on record before they leave.
   * @throws {AppError} archive.finding_not_found
   */
  async get(actor: Principal, findingId: string): Promise<Finding> {
    const finding = await this.#find(actor.scope, findingId);
    const [row] = await this.#rowsOf([finding]);
    if (row === undefined) throw findingNotFound();
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'archive.view_finding',
        subjectKind: 'archive_finding',
        subjectId: findingId,
      }),
    );
    return { ...row, start: finding.startsAt, end: finding.endsAt, ...(await this.context.of(finding)) };
  }

  /**
   * The same note of the same person again has no effect.
   * @throws {AppError} archive.finding_not_found, archive.finding_handled
   */
  async handle(actor: Principal, findingId: string, note: string): Promise<void> {
    await this.#find(actor.scope, findingId);
    await this.database.runInTransaction(async (tx) => {
      const { affected } = await tx.manager.update(
        ArchiveFinding,
        { findingId, state: 'OPEN' },
        { state: 'HANDLED', handledAt: this.clock.now(), handlerId: actor.id, note },
      );
      if (affected !== 1) {
        const handled = await tx.manager.findOneByOrFail(ArchiveFinding, { findingId });
        if (handled.handlerId === actor.id && handled.note === note) return;
        throw findingHandled();
      }
      await this.audit.record(tx, {
        actor,
        action: 'archive.handle_finding',
        subjectKind: 'archive_finding',
        subjectId: findingId,
      });
    });
  }

  async #find(scope: Scope, findingId: string): Promise<ArchiveFinding> {
    const found = await (
      await this.#inScope(scope)
    )
      .andWhere('one.findingId = :findingId', { findingId })
      .getOne();
    if (found === null) throw findingNotFound();
    return found;
  }

  /** Of staff in the scope; in that of the firm also of employees nobody here knows. */
  async #inScope(scope: Scope): Promise<SelectQueryBuilder<ArchiveFinding>> {
    const matching = this.database.read.createQueryBuilder(ArchiveFinding, 'one');
    if (scope.kind === 'firm') return matching.where('1 = 1');
    const isIn = ({ staffId, branchPath }: Staff): boolean =>
      scope.kind === 'book' ? staffId === scope.staffId : branchPath?.startsWith(scope.branchPath) === true;
    const users = (await this.staff.listAllStaff())
      .filter(isIn)
      .flatMap(({ wecomUserId }) => wecomUserId ?? []);
    return users.length === 0
      ? matching.where('1 = 0')
      : matching.where('one.wecomUserId IN (:...users)', { users });
  }

  async #ofStaff(matching: SelectQueryBuilder<ArchiveFinding>, staffId: string): Promise<void> {
    const wecomUserId = (await this.staff.listStaffByIds([staffId])).get(staffId)?.wecomUserId ?? null;
    matching.andWhere(wecomUserId === null ? '1 = 0' : 'one.wecomUserId = :wecomUserId', { wecomUserId });
  }

  async #rowsOf(findings: readonly ArchiveFinding[]): Promise<FindingRow[]> {
    if (findings.length === 0) return [];
    const opposite = await listOppositeUsers(this.database.read, findings);
    const users = await this.staff.listByWecomUserIds([
      ...findings.map(({ wecomUserId }) => wecomUserId),
      ...[...opposite.values()].flat(),
    ]);
    const handlers = await this.staff.listStaffByIds(findings.flatMap(({ handlerId }) => handlerId ?? []));
    const inGroups = await this.database.read
      .createQueryBuilder(ArchiveMessage, 'message')
      .select('message.messageId')
      .where('message.messageId IN (:...ids)', { ids: findings.map(({ messageId }) => messageId) })
      .andWhere('message.chatId IS NOT NULL')
      .getMany();
    const isInGroup = new Set(inGroups.map(({ messageId }) => messageId));
    return findings.map((finding) => {
      const { findingId, messageId, wecomUserId, level, fault, reasonCode, state, handledAt, note } = finding;
      const person = users.get(wecomUserId);
      return {
        findingId,
        staffId: person?.staffId ?? null,
        staffName: person?.name ?? wecomUserId,
        branchName: person?.branchName ?? null,
        isInGroup: isInGroup.has(messageId),
        sentAt: new Date(finding.sentAt).toISOString(),
        level,
        fault,
        reasonCode,
        state,
        handledAt: handledAt === null ? null : new Date(handledAt).toISOString(),
        contradictedBy: (opposite.get(findingId) ?? [])
          .slice(0, FINDING_CONTRADICTED_MAX)
          .map((userId) => users.get(userId)?.name ?? userId),
        handlerName: handlers.get(finding.handlerId ?? '')?.name ?? null,
        note,
      };
    });
  }
}
