import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { AuditPendingRow, AuditRow, AuditSeal } from './audit-row.entity.ts';
import { findOldestPending } from './verify-audit.ts';

const Position = z.tuple([z.string()]);

interface TrailFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Any of these people, or the software itself. */
  readonly actors?: readonly string[] | 'system';
  readonly action?: string | undefined;
  readonly subjectId?: string | undefined;
  /** Epoch ms; `to` is exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}
interface TrailPage {
  readonly rows: readonly (AuditRow & { readonly isSealed: boolean })[];
  readonly total: number;
  readonly nextCursor: string | null;
}
interface SealState {
  readonly seals: number;
  readonly lastSealHash: string | null;
  readonly lastSealedAt: number | null;
  readonly unsealedRows: number;
  readonly oldestUnsealedAt: number | null;
}

/** Reads the trail; ids of rows grow with time, so their order is the order of the acts. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  /** More rows than `max` are not counted. */
  async countRows(filter: Omit<TrailFilter, 'limit' | 'cursor'>, max: number): Promise<number> {
    return (await this.#matching(filter).select('audit_row.rowId').limit(max).getRawMany()).length;
  }

  /** The latest first. @param countMax more rows are not counted */
  async listRows(filter: TrailFilter, countMax: number): Promise<TrailPage> {
    return { ...(await this.listPage(filter)), total: await this.countRows(filter, countMax) };
  }

  async listPage(filter: TrailFilter): Promise<Omit<TrailPage, 'total'>> {
    const matching = this.#matching(filter);
    const after = decodeCursor(filter.cursor, Position);
    if (after !== null) matching.andWhere('audit_row.rowId < :after', { after: after[0] });
    const found = await matching
      .orderBy('audit_row.rowId', 'DESC')
      .limit(filter.limit + 1)
      .getMany();
    const page = found.slice(0, filter.limit);
    const last = found.length > filter.limit ? page.at(-1) : undefined;
    const waiting = await this.database.read.findBy(AuditPendingRow, {
      rowId: In(page.map(({ rowId }) => rowId)),
    });
    const unsealed = new Set(waiting.map(({ rowId }) => rowId));
    return {
      rows: page.map((row) => ({ ...row, isSealed: !unsealed.has(row.rowId) })),
      nextCursor: last === undefined ? null : encodeCursor([last.rowId]),
    };
  }

  async sealState(): Promise<SealState> {
    const [last] = await this.database.read.find(AuditSeal, {
      select: { sequence: true, sealHash: true, sealedAt: true },
      order: { sequence: 'DESC' },
      take: 1,
    });
    return {
      seals: last?.sequence ?? 0,
      lastSealHash: last?.sealHash ?? null,
      lastSealedAt: last?.sealedAt ?? null,
      unsealedRows: await this.database.read.count(AuditPendingRow),
      oldestUnsealedAt: (await findOldestPending(this.database.read))?.recordedAt ?? null,
    };
  }

  #matching({ actors, action, subjectId, from, to }: Omit<TrailFilter, 'limit' | 'cursor'>) {
    const matching = this.database.read.createQueryBuilder(AuditRow, 'audit_row').where('1 = 1');
    if (actors === 'system') matching.andWhere("audit_row.actorKind = 'system'");
    else if (actors !== undefined) matching.andWhere({ actorId: In([...actors]) });
    if (action?.endsWith('.') === true)
      matching.andWhere('audit_row.action >= :action AND audit_row.action < :beyond', {
        action,
        // The next sign after the dot: everything of the module, by the index.
        beyond: `${action.slice(0, -1)}/`,
      });
    else if (action !== undefined) matching.andWhere('audit_row.action = :action', { action });
    if (subjectId !== undefined) matching.andWhere('audit_row.subjectId = :subjectId', { subjectId });
    if (from !== undefined) matching.andWhere('audit_row.recordedAt >= :from', { from });
    if (to !== undefined) matching.andWhere('audit_row.recordedAt < :to', { to });
    return matching;
  }
}
