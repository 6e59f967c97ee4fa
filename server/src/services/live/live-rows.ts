import { Injectable } from '@nestjs/common';
import type { LiveRow, LiveRowQuery, LiveRows as Rows } from '@siyu/shared/contracts/live-desk';
import { FILING_STATES, type LiveView } from '@siyu/shared/contracts/live.limits';
import { dayOfInstant, epochDay, formatDay } from '@siyu/shared/time';
import { In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { labelOf, platformOf, stateOf } from './live-plan.ts';
import { Live, LiveFiling } from './live.entity.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const iso = (at: number): string => new Date(at).toISOString();

const STATES_OF_VIEW: Readonly<Record<LiveView, readonly string[]>> = {
  AHEAD: ['DRAFT', 'IN_REVIEW', 'APPROVED', 'ANNOUNCED'],
  ON_AIR: ['ON_AIR'],
  OVER: ['STOPPED', 'ENDED'],
  OVERDUE: ['STOPPED', 'ENDED'],
  ARCHIVED: ['ARCHIVED'],
  CANCELLED: ['CANCELLED'],
};
/** Views in which the next one comes first. */
const FORWARD: readonly LiveView[] = ['AHEAD', 'ON_AIR'];

/** Lives as staff list them. */
@Injectable()
export class LiveRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
  ) {}

  /** All for operators and compliance; an adviser sees the own. */
  async list(caller: Principal, { view, limit, cursor }: z.output<typeof LiveRowQuery>): Promise<Rows> {
    const matching = this.#inView(caller, view);
    const total = await matching.getCount();
    const isForward = FORWARD.includes(view);
    const [order, beyond] = isForward ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(`(one.startsAt ${beyond} :at OR (one.startsAt = :at AND one.liveId ${beyond} :id))`, {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('one.startsAt', order)
      .addOrderBy('one.liveId', order)
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last.startsAt, last.liveId]);
    return { rows: await this.rowsOf(page), total, nextCursor };
  }

  /** Two statements for any number. */
  async rowsOf(lives: readonly Live[]): Promise<LiveRow[]> {
    if (lives.length === 0) return [];
    const [people, filings] = await Promise.all([
      this.staff.listStaffByIds(lives.map(({ hostId }) => hostId)),
      this.database.read.findBy(LiveFiling, { liveId: In(lives.map(({ liveId }) => liveId)) }),
    ]);
    const filingOf = new Map(filings.map((filing) => [filing.liveId, filing]));
    const today = dayOfInstant(this.clock.now());
    return lives.map((live) => {
      const { liveId, title, version, reservations, archiveDueOn } = live;
      return {
        liveId,
        title,
        label: labelOf(live),
        platform: platformOf(live),
        state: stateOf(live),
        startsAt: iso(live.startsAt),
        endsAt: iso(live.endsAt),
        hostName: live.signedName ?? people.get(live.hostId)?.name ?? '',
        version,
        filingState: FILING_STATES.find((state) => state === filingOf.get(liveId)?.state) ?? null,
        reservations,
        archiveDueOn: archiveDueOn === null ? null : formatDay(epochDay(archiveDueOn)),
        isArchiveOverdue: archiveDueOn !== null && archiveDueOn < today,
      };
    });
  }

  #inView({ id, roles }: Principal, view: LiveView): SelectQueryBuilder<Live> {
    const matching = this.database.read
      .createQueryBuilder(Live, 'one')
      .where('one.state IN (:...states)', { states: [...STATES_OF_VIEW[view]] });
    if (view === 'OVERDUE')
      matching.andWhere('one.archiveDueOn < :today', { today: dayOfInstant(this.clock.now()) });
    if (!roles.some((role) => role === 'operator' || role === 'compliance'))
      matching.andWhere('one.hostId = :hostId', { hostId: id });
    return matching;
  }
}
