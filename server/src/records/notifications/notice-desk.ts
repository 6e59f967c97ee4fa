import { Injectable } from '@nestjs/common';
import type {
  NoticeDetail,
  NoticeListQuery,
  NoticeRow,
  NoticeRows,
} from '@siyu/shared/contracts/notifications';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal, type Scope } from '../../platform/http/index.ts';
import { Identity, maskedMember, MemberScopes } from '../identity/index.ts';
import { Notice } from './notice.entity.ts';
import { noticeNotFound } from './notifications.errors.ts';
import { SubscribeLedger } from './subscribe-ledger.service.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const FILTERS = ['state', 'kind', 'messageClass', 'reason'] as const;

/** Subscribe messages as staff see them: of members in their scope, without names. */
@Injectable()
export class NoticeDesk {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly ledger: SubscribeLedger,
  ) {}

  async listRows(scope: Scope, query: z.output<typeof NoticeListQuery>): Promise<NoticeRows> {
    const matching = await this.#inScope(scope);
    for (const name of FILTERS) {
      const value = query[name];
      if (value !== undefined) matching.andWhere(`notice.${name} = :${name}`, { [name]: value });
    }
    const total = await matching.getCount();
    const unknown = await (
      await this.#inScope(scope)
    )
      .andWhere('notice.state = :unknown', { unknown: 'UNKNOWN' })
      .getCount();
    const after = decodeCursor(query.cursor, Position);
    if (after !== null)
      matching.andWhere(
        '(notice.plannedAt < :at OR (notice.plannedAt = :at AND notice.noticeId < :noticeId))',
        { at: after[0], noticeId: after[1] },
      );
    const found = await matching
      .orderBy('notice.plannedAt', 'DESC')
      .addOrderBy('notice.noticeId', 'DESC')
      .limit(query.limit + 1)
      .getMany();
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      unknown,
      nextCursor: last === undefined ? null : encodeCursor([last.plannedAt, last.noticeId]),
    };
  }

  /** Outside the scope it does not exist. @throws {AppError} notifications.not_found */
  async getNotice(actor: Principal, noticeId: string): Promise<NoticeDetail> {
    const notice = await (
      await this.#inScope(actor.scope)
    )
      .andWhere('notice.noticeId = :noticeId', { noticeId })
      .getOne();
    const [row] = notice === null ? [] : await this.#rowsOf([notice]);
    if (notice === null || row === undefined) throw noticeNotFound();
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'notifications.view_notice',
        subjectKind: 'member',
        subjectId: row.member.memberId,
        subjectNo: notice.memberNo,
        inputs: { noticeId, kind: notice.kind },
      }),
    );
    const balances = await this.ledger.balancesOf(notice.memberNo);
    const messagesLeft = balances.get(notice.templateId) ?? 0;
    return { ...row, title: notice.title, lines: [...notice.said], messagesLeft };
  }

  async #inScope(scope: Scope) {
    const { sql, parameters } = await this.scopes.conditionOn('notice.member_no', scope);
    return this.database.read.createQueryBuilder(Notice, 'notice').where(sql, parameters);
  }

  async #rowsOf(notices: readonly Notice[]): Promise<NoticeRow[]> {
    const members = await this.identity.listMembers([...new Set(notices.map(({ memberNo }) => memberNo))]);
    const names = new Map(members.map((member) => [member.memberNo, maskedMember(member)]));
    return notices.flatMap((notice) => {
      const member = names.get(notice.memberNo);
      if (member === undefined) return [];
      const { noticeId, kind, messageClass, templateId, state, reason, plannedAt, settledAt } = notice;
      return [
        {
          noticeId,
          member,
          kind,
          messageClass,
          templateId,
          state,
          reason,
          plannedAt: new Date(plannedAt).toISOString(),
          settledAt: settledAt === null ? null : new Date(settledAt).toISOString(),
        },
      ];
    });
  }
}
