import { Injectable } from '@nestjs/common';
import type { ComplaintQuery, ComplaintRow, ComplaintRows } from '@siyu/shared/contracts/care-desk';
import { OWED_STATES } from '@siyu/shared/contracts/care.limits';
import { epochDay, formatDay } from '@siyu/shared/time';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { CareClients } from './care-clients.ts';
import { categoryOf, channelOf } from './care-codes.ts';
import { CareScope } from './care-scope.ts';
import { Complaint } from './complaint.entity.ts';
import { stateOf } from './complaint-moves.ts';
import { type Days, DueDays, dueOf } from './due-days.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
type Query = SelectQueryBuilder<Complaint>;

/** Complaints as staff work through them: of those that are owed, the one that is due first comes first. */
@Injectable()
export class ComplaintLists {
  constructor(
    private readonly database: Database,
    private readonly scope: CareScope,
    private readonly clients: CareClients,
    private readonly dueDays: DueDays,
  ) {}

  async list(caller: Principal, query: z.output<typeof ComplaintQuery>): Promise<ComplaintRows> {
    const { view, limit, cursor } = query;
    const days = await this.dueDays.now();
    const matching = within(await this.#seen(caller, query), view, days);
    const isOwed = view !== 'ANSWERED' && view !== 'CLOSED';
    const [total, counts] = await Promise.all([
      matching.clone().getCount(),
      this.#counts(caller, query, days),
    ]);
    const [column, order, beyond] = isOwed
      ? (['dueOn', 'ASC', '>'] as const)
      : (['registeredAt', 'DESC', '<'] as const);
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(
        `(one.${column} ${beyond} :at OR (one.${column} = :at AND one.complaintId ${beyond} :id))`,
        { at: after[0], id: after[1] },
      );
    const found = await matching
      .orderBy(`one.${column}`, order)
      .addOrderBy('one.complaintId', order)
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last[column] ?? 0, last.complaintId]);
    return { rows: await this.rowsOf(page, days), total, ...counts, nextCursor };
  }

  async rowsOf(complaints: readonly Complaint[], known?: Days): Promise<ComplaintRow[]> {
    const days = known ?? (await this.dueDays.now());
    const names = await this.clients.namesOf(complaints);
    return complaints.map((each, index) => ({
      complaintId: each.complaintId,
      complaintNo: each.complaintNo,
      channel: channelOf(each.channel),
      category: categoryOf(each.category),
      state: stateOf(each),
      ownerId: each.ownerId,
      ...(names[index] ?? { client: null, branchName: null, ownerName: null }),
      registeredAt: new Date(each.registeredAt).toISOString(),
      dueOn: each.dueOn === null ? null : formatDay(epochDay(each.dueOn)),
      due: each.dueOn === null ? null : dueOf(each.dueOn, days),
    }));
  }

  /** What is late and what is soon due under the caller's other filters, whatever part of the list is shown. */
  async #counts(caller: Principal, query: z.output<typeof ComplaintQuery>, days: Days) {
    const count = async (view: 'OVERDUE' | 'SOON'): Promise<number> =>
      within(await this.#seen(caller, query), view, days).getCount();
    const [overdue, soon] = await Promise.all([count('OVERDUE'), count('SOON')]);
    return { overdue, soon };
  }

  async #seen(caller: Principal, { channel, owner }: z.output<typeof ComplaintQuery>): Promise<Query> {
    const { sql, parameters } = await this.scope.condition(caller);
    const seen = this.database.read.createQueryBuilder(Complaint, 'one').where(sql, parameters);
    if (channel !== undefined) seen.andWhere('one.channel = :channel', { channel });
    if (owner === 'me') seen.andWhere('one.ownerId = :me', { me: caller.id });
    return seen;
  }
}

function within(
  query: Query,
  view: z.output<typeof ComplaintQuery>['view'],
  { today, soonUntil }: Days,
): Query {
  if (view === 'ANSWERED' || view === 'CLOSED') return query.andWhere('one.state = :view', { view });
  query.andWhere('one.state IN (:...owed)', { owed: OWED_STATES });
  if (view === 'OVERDUE') query.andWhere('one.dueOn < :today', { today });
  if (view === 'SOON') query.andWhere('one.dueOn BETWEEN :today AND :soonUntil', { today, soonUntil });
  return query;
}
