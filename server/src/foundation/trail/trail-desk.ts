import { Injectable } from '@nestjs/common';
import type { TrailQuery, TrailRows, TrailState, TrailVerification } from '@siyu/shared/contracts/trail';
import { TRAIL_BREAKS, TRAIL_COUNT_MAX, VERIFICATION_STATES } from '@siyu/shared/contracts/trail.limits';
import { addDays, parseDay, startOfDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { AuditTrail } from '../audit/index.ts';
import { StaffDirectory } from '../organisation/index.ts';
import { TrailVerificationRow } from './trail-verification.entity.ts';

const SHOWN = 5;
const Inputs = z.record(z.string(), z.unknown()).nullable();
const Verdict = z.object({
  rows: z.int(),
  seals: z.int(),
  unsealedRows: z.int(),
  lastSealHash: z.string().nullable(),
  firstBreak: z
    .object({
      kind: z.enum(TRAIL_BREAKS),
      rowId: z.string().nullable(),
      sealSequence: z.int().nullable(),
    })
    .nullable(),
});
/** Midnight in Shanghai of a day, or of one some days later. */
function momentOf(civilDay: string, later: number): number | undefined {
  const day = parseDay(civilDay);
  return day === null ? undefined : startOfDay(addDays(day, later));
}
const iso = (instant: number): string => new Date(instant).toISOString();

/** The audit trail as auditors read it: with names, by person, act, subject and time. */
@Injectable()
export class TrailDesk {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  async listTrail(query: TrailQuery): Promise<TrailRows> {
    const [page, total] = await Promise.all([this.listPage(query), this.countTrail(query, TRAIL_COUNT_MAX)]);
    return { ...page, total };
  }

  /** More rows than `max` are not counted. */
  async countTrail(query: TrailQuery, max: number): Promise<number> {
    return this.trail.countRows(await this.#filterOf(query), max);
  }

  async listPage(query: TrailQuery): Promise<Omit<TrailRows, 'total'>> {
    const { limit = 50, cursor } = query;
    const filter = await this.#filterOf(query);
    const page = await this.trail.listPage({ ...filter, limit: Number(limit), cursor });
    const people = page.rows.flatMap(({ actorKind, actorId }) =>
      (actorKind === 'staff' || actorKind === 'adviser') && actorId !== null ? [actorId] : [],
    );
    const staff = await this.staff.listStaffByIds(people);
    const rows = page.rows.map((row) => ({
      rowId: row.rowId,
      recordedAt: iso(row.recordedAt),
      actorKind: row.actorKind,
      actorId: row.actorId,
      actorName: staff.get(row.actorId ?? '')?.name ?? null,
      action: row.action,
      subjectKind: row.subjectKind,
      subjectId: row.subjectId,
      reasonCode: row.reasonCode,
      inputs: Inputs.parse(row.inputs),
      isSealed: row.isSealed,
    }));
    return { rows, nextCursor: page.nextCursor };
  }

  async #filterOf({ actor, action, subjectId, from, to }: TrailQuery) {
    return {
      action,
      subjectId,
      ...(actor !== undefined && { actors: await this.#actorsOf(actor) }),
      from: from === undefined ? undefined : momentOf(from, 0),
      to: to === undefined ? undefined : momentOf(to, 1),
    };
  }

  async getState(): Promise<TrailState> {
    const { seals, lastSealHash, lastSealedAt, unsealedRows, oldestUnsealedAt } =
      await this.trail.sealState();
    const verifications = await this.database.read.find(TrailVerificationRow, {
      order: { requestedAt: 'DESC', verificationId: 'DESC' },
      take: SHOWN,
    });
    const staff = await this.staff.listStaffByIds(verifications.map(({ requesterId }) => requesterId));
    return {
      seals,
      lastSealHash,
      lastSealedAt: lastSealedAt === null ? null : iso(lastSealedAt),
      unsealedRows,
      oldestUnsealedAt: oldestUnsealedAt === null ? null : iso(oldestUnsealedAt),
      readAt: iso(this.clock.now()),
      verifications: verifications.map((row) => shown(row, staff.get(row.requesterId)?.name ?? '')),
    };
  }

  /** A person may be known by name, by login name or by id. */
  async #actorsOf(actor: string): Promise<readonly string[] | 'system'> {
    if (actor === 'system') return actor;
    const everybody = await this.staff.listAllStaff();
    const named = everybody.filter(({ name, loginName }) => name === actor || loginName === actor);
    return named.length === 0 ? [actor] : named.map(({ staffId }) => staffId);
  }
}

function shown(row: TrailVerificationRow, requesterName: string): TrailVerification {
  return {
    verificationId: row.verificationId,
    state: VERIFICATION_STATES.find((state) => state === row.state) ?? 'FAILED',
    requesterName,
    requestedAt: iso(row.requestedAt),
    finishedAt: row.finishedAt === null ? null : iso(row.finishedAt),
    result: row.verdict === null ? null : Verdict.parse(row.verdict),
  };
}
