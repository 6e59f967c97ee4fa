import { Injectable } from '@nestjs/common';
import type { ExportState } from '@siyu/shared/contracts/exports.limits';
import { In, LessThanOrEqual } from 'typeorm';
import { z } from 'zod';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { ExportRecord } from './export.entity.ts';

export const OPEN_STATES: readonly ExportState[] = ['IN_REVIEW', 'QUEUED', 'RUNNING'];
const Position = z.tuple([z.int(), z.string()]);

export interface ExportFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: ExportState | undefined;
}

/** The rows of the exports, and the one way in which they change: from one of some states, or not at all. */
@Injectable()
export class ExportRecords {
  constructor(private readonly database: Database) {}

  find(exportId: string): Promise<ExportRecord | null> {
    return this.database.read.findOneBy(ExportRecord, { exportId });
  }

  countOpen(tx: Transaction, requesterId: string): Promise<number> {
    return tx.manager.countBy(ExportRecord, { requesterId, state: In([...OPEN_STATES]) });
  }

  /** One person's, the latest first. */
  async listOf(requesterId: string, { limit, cursor, state }: ExportFilter) {
    const matching = this.database.read
      .createQueryBuilder(ExportRecord, 'export')
      .where('export.requesterId = :requesterId', { requesterId });
    if (state !== undefined) matching.andWhere('export.state = :state', { state });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(
        '(export.requestedAt < :at OR (export.requestedAt = :at AND export.exportId < :id))',
        { at: after[0], id: after[1] },
      );
    const found = await matching
      .orderBy('export.requestedAt', 'DESC')
      .addOrderBy('export.exportId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last.requestedAt, last.exportId]);
    return { rows, total, nextCursor };
  }

  /** The one that has begun, else the one that waits longest. */
  async next(): Promise<ExportRecord | null> {
    const [row] = await this.database.read.find(ExportRecord, {
      where: { state: In(['RUNNING', 'QUEUED']) },
      order: { state: 'DESC', requestedAt: 'ASC', exportId: 'ASC' },
      take: 1,
    });
    return row ?? null;
  }

  async nextExpired(now: number): Promise<ExportRecord | null> {
    const [row] = await this.database.read.find(ExportRecord, {
      where: { state: 'DONE', expiresAt: LessThanOrEqual(now) },
      order: { requestedAt: 'ASC' },
      take: 1,
    });
    return row ?? null;
  }

  /** @returns whether it was in one of these states, and so has changed */
  async move(
    tx: Transaction,
    exportId: string,
    from: readonly ExportState[],
    values: Partial<Omit<ExportRecord, 'query' | 'columns'>>,
  ): Promise<boolean> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(ExportRecord)
      .set(values)
      .where({ exportId, state: In([...from]) })
      .execute();
    return affected === 1;
  }
}
