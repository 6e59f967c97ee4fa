import { Injectable } from '@nestjs/common';
import type { ServerEventType } from '@siyu/shared/contracts/engagement.limits';
import type { EpochDay } from '@siyu/shared/time';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { type DayCount, DayCounts } from './day-counts.ts';
import { EngagementDay, EngagementEvent } from './engagement.entity.ts';
import { consentRequired } from './engagement.errors.ts';
import { EventWriter } from './event-writer.service.ts';
import { type InteractionKind, kindOf } from './interaction-kinds.ts';

/** An event the server itself has seen happen, written in the transaction of the act. */
export interface ServerEvent {
  readonly type: ServerEventType;
  readonly occurredAt?: number;
  readonly contentId?: string;
  readonly value?: number;
  /** Business key as a UUID: told twice it counts once. Without one every call is a new event. */
  readonly eventId?: string;
}

/** Front door of engagement: what members did. */
@Injectable()
export class Engagement {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly writer: EventWriter,
    private readonly days: DayCounts,
  ) {}

  /**
   * Appends server events of a member in the caller's transaction and advances the member's clock.
   * @returns how many were new.
   * @throws {AppError} identity.consent_required when the member does not allow recording.
   */
  async append(tx: Transaction, memberNo: number, events: readonly ServerEvent[]): Promise<number> {
    await this.identity.lockMembers(tx, [memberNo]);
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager))) throw consentRequired();
    const now = this.clock.now();
    const rows = events.map((event) => ({
      memberNo,
      eventId: event.eventId ?? this.randomness.uuid(),
      type: event.type,
      occurredAt: event.occurredAt ?? now,
      source: 'server' as const,
      contentId: event.contentId ?? null,
      value: event.value ?? null,
      schemaVersion: 1,
      isClockSuspect: false,
    }));
    return this.writer.appendInside(tx, memberNo, rows);
  }

  /** Everything members did, counted by day and type; members who never did anything are absent. */
  dayCounts(memberNos: readonly number[]): Promise<ReadonlyMap<number, readonly DayCount[]>> {
    return this.days.known(memberNos);
  }

  /** The same as it was known when the members' clocks stood at `seq`; as far back as the log is kept. */
  dayCountsAt(memberNos: readonly number[], seq: number): Promise<ReadonlyMap<number, readonly DayCount[]>> {
    return this.days.knownAt(memberNos, seq);
  }

  /** Whether the log of these members still holds every event that the daily counts have counted. */
  isLogWhole(memberNos: readonly number[]): Promise<boolean> {
    return this.days.areLogged(memberNos);
  }

  /** Kinds of interaction of each member since the start of `day`. */
  async kindsSince(
    memberNos: readonly number[],
    day: EpochDay,
  ): Promise<ReadonlyMap<number, ReadonlySet<InteractionKind>>> {
    if (memberNos.length === 0) return new Map();
    const rows = await this.database.read
      .createQueryBuilder(EngagementDay, 'day')
      .select('day.memberNo', 'memberNo')
      .addSelect('day.type', 'type')
      .distinct(true)
      .where('day.memberNo IN (:...memberNos) AND day.day >= :day', { memberNos: [...memberNos], day })
      .getRawMany<{ memberNo: number; type: string }>();
    const kinds = [...groupByMember(rows, ({ type }) => kindOf(type))];
    return new Map(
      kinds.map(([memberNo, each]) => [
        memberNo,
        new Set(each.flatMap((kind) => (kind === null ? [] : [kind]))),
      ]),
    );
  }

  /** Ids of the content a member has opened, read, shared or finished. */
  async seenContent(memberNo: number): Promise<ReadonlySet<string>> {
    const rows = await this.database.read
      .createQueryBuilder(EngagementEvent, 'event')
      .select('event.contentId', 'contentId')
      .distinct(true)
      .where('event.memberNo = :memberNo AND event.contentId IS NOT NULL', { memberNo })
      .getRawMany<{ contentId: string }>();
    return new Set(rows.map((row) => row.contentId));
  }
}

function groupByMember<Row extends { readonly memberNo: number }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): Map<number, Value[]> {
  const groups = new Map<number, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.memberNo);
    if (group === undefined) groups.set(row.memberNo, [valueOf(row)]);
    else group.push(valueOf(row));
  }
  return groups;
}
