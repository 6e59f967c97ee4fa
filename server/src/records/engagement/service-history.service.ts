import { Injectable } from '@nestjs/common';
import type { DatedFact, RiskAssessmentFact } from '@siyu/shared/rfm';
import { dayOfInstant, epochDay } from '@siyu/shared/time';
import { z } from 'zod';
import { among, Database, selectRows } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { serviceKindOf } from './service-log.service.ts';
import { ServiceFactRow } from './service-fact.entity.ts';

/** What a relation stage asks of the service a member had. */
export interface ServiceHistory {
  /** Consultations that were held and rated, each once, on the day of the first rating. */
  readonly consultationsRated: readonly DatedFact[];
  readonly riskAssessments: readonly RiskAssessmentFact[];
}

/** Reads assessments and consultations as those of the members whom their customers were linked to. */
@Injectable()
export class ServiceHistories {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  /**
   * By member number; those of whom nothing is known are absent.
   * @param seq only what was known when the members' clocks stood there; everything when null
   */
  async of(
    memberNos: readonly number[],
    seq: number | null = null,
  ): Promise<ReadonlyMap<number, ServiceHistory>> {
    const linked = await this.identity.accountsOfMembers(memberNos);
    const accounts = new Map(linked.map((account) => [account.accountNo, account]));
    if (accounts.size === 0) return new Map();
    const { read } = this.database;
    const rows = await selectRows(read, ServiceFactRow, among('account_no', [...accounts.keys()]));
    const byMember = new Map<number, ServiceFactRow[]>();
    for (const row of rows) {
      const account = accounts.get(row.accountNo);
      if (account === undefined || account.memberNo === null) continue;
      // A seq counts on the clock of the member it was written for; before the link nothing was known.
      const ownSeq = row.memberNo === account.memberNo ? row.seq : 0;
      if (seq !== null && Math.max(ownSeq, account.linkedSeq) > seq) continue;
      byMember.set(account.memberNo, [...(byMember.get(account.memberNo) ?? []), row]);
    }
    return new Map([...byMember].map(([memberNo, each]) => [memberNo, historyOf(each)]));
  }

  /**
   * Assessments that members took in the app, as their logs tell of them; those of nobody are absent.
   * @param memberNos few: the whole log of each is looked through
   * @param seq as above
   */
  async assessedHere(
    memberNos: readonly number[],
    seq: number | null = null,
  ): Promise<ReadonlyMap<number, readonly RiskAssessmentFact[]>> {
    if (memberNos.length === 0) return new Map();
    const own = among('member_no', memberNos);
    const known = seq === null ? { sql: '', values: [] } : { sql: 'AND seq <= ?', values: [seq] };
    const rows: unknown = await this.database.read.query(
      `SELECT member_no AS memberNo, event_id AS eventId, occurred_at AS occurredAt, value AS validUntil
       FROM engagement_events
       WHERE ${own.sql} AND type = 'risk_assessed' AND source = 'server' AND value IS NOT NULL ${known.sql}
       ORDER BY member_no, occurred_at, event_id`,
      [...own.values, ...known.values],
    );
    const found = new Map<number, RiskAssessmentFact[]>();
    for (const { memberNo, eventId, occurredAt, validUntil } of ASSESSED_HERE.parse(rows)) {
      const fact = {
        factId: `assessment:${eventId}`,
        on: dayOfInstant(occurredAt),
        validUntil: epochDay(validUntil),
      };
      found.set(memberNo, [...(found.get(memberNo) ?? []), fact]);
    }
    return found;
  }
}

const ASSESSED_HERE = z.array(
  z.object({
    memberNo: z.coerce.number(),
    eventId: z.string(),
    occurredAt: z.coerce.number(),
    validUntil: z.coerce.number(),
  }),
);

function historyOf(rows: readonly ServiceFactRow[]): ServiceHistory {
  const closed = new Set(rows.flatMap((row) => (isKind(row, 'consultation_closed') ? [row.sourceId] : [])));
  const rated = new Map<string, DatedFact>();
  for (const row of rows) {
    const { refSourceId, occurredOn } = row;
    if (!isKind(row, 'consultation_rated') || refSourceId === null || !closed.has(refSourceId)) continue;
    const first = rated.get(refSourceId);
    if (first !== undefined && first.on <= occurredOn) continue;
    rated.set(refSourceId, { factId: `consultation:${refSourceId}`, on: epochDay(occurredOn) });
  }
  const assessments = rows.filter((row) => isKind(row, 'risk_assessed')).sort(byDayAndId);
  return {
    consultationsRated: [...rated.values()].sort(
      (one, other) => compare(one.on, other.on) || compare(one.factId, other.factId),
    ),
    riskAssessments: assessments.flatMap(({ sourceId, occurredOn, validUntil }) =>
      validUntil === null
        ? []
        : [{ factId: `assessment:${sourceId}`, on: epochDay(occurredOn), validUntil: epochDay(validUntil) }],
    ),
  };
}

function isKind(row: ServiceFactRow, kind: ReturnType<typeof serviceKindOf>): boolean {
  return serviceKindOf(row.kind) === kind;
}

function byDayAndId(one: ServiceFactRow, other: ServiceFactRow): number {
  return compare(one.occurredOn, other.occurredOn) || compare(one.sourceId, other.sourceId);
}

function compare<Value extends number | string>(one: Value, other: Value): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
