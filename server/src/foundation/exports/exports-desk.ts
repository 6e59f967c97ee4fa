import { Injectable, type OnModuleInit } from '@nestjs/common';
import type {
  AskExport,
  ExportLink,
  ExportListQuery,
  ExportRow,
  ExportRows,
} from '@siyu/shared/contracts/exports';
import { EXPORT_COLUMNS, EXPORT_ROWS_MAX, EXPORTS_OPEN_MAX } from '@siyu/shared/contracts/exports.limits';
import { exportKindNames } from '@siyu/shared/messages';
import { z } from 'zod';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { FileDrafts, Files } from '../../platform/files/index.ts';
import { type Principal, ValidationFailed } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { Audit, sha256OfJson } from '../audit/index.ts';
import { type DecidedReview, Reviews } from '../reviews/index.ts';
import { ExportRecord } from './export.entity.ts';
import { ExportKinds, mayExport } from './export-kind.ts';
import { ExportRecords, OPEN_STATES } from './export-records.ts';
import { ExportRowsView } from './export-rows-view.ts';
import { exportFileName } from './export-text.ts';
import { EXPORTS_JOB } from './export.worker.ts';
import {
  alreadyEnded,
  exportNotFound,
  fileNotThere,
  kindNotAllowed,
  nothingToExport,
  tooManyOpen,
  tooManyRows,
} from './exports.errors.ts';

const SUBJECT = 'export';
const Asked = z.object({ exportId: z.string() });

/** Where staff ask for a file of a list; a second person agrees before a row of it is read for the file. */
@Injectable()
export class ExportsDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly records: ExportRecords,
    private readonly kinds: ExportKinds,
    private readonly view: ExportRowsView,
    private readonly reviews: Reviews,
    private readonly audit: Audit,
    private readonly files: Files,
    private readonly drafts: FileDrafts,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /**
   * @param key of a sender who may have to ask again; null: each asking is one of its own
   * @throws {AppError} exports.asker_not_allowed, exports.nothing, exports.too_many_rows, exports.too_many_open
   * @throws {ValidationFailed} for filters or columns the list does not know
   */
  async ask(asker: Principal, wanted: AskExport, key: string | null): Promise<ExportRow> {
    const kind = this.kinds.find(wanted.kind);
    if (kind === null || !mayExport(kind, asker)) throw kindNotAllowed();
    const known: readonly string[] = EXPORT_COLUMNS[wanted.kind];
    if (!wanted.columns.every((column) => known.includes(column)))
      throw new ValidationFailed([{ path: 'columns', message: 'unknown column' }]);
    const rowsExpected = await kind.count(asker, wanted.query, EXPORT_ROWS_MAX + 1);
    if (rowsExpected === 0) throw nothingToExport();
    if (rowsExpected > EXPORT_ROWS_MAX) throw tooManyRows(EXPORT_ROWS_MAX);
    const { exportId } = await this.database.runInTransaction((tx) => {
      const work = () => this.#write(tx, asker, wanted, rowsExpected);
      const request = { principalId: asker.id, key: key ?? '', requestSha256: sha256OfJson(wanted) };
      return key === null ? work() : once(tx, { ...request, now: this.clock.now() }, Asked, work);
    });
    return this.getRow(asker, exportId);
  }

  async listRows(caller: Principal, query: z.output<typeof ExportListQuery>): Promise<ExportRows> {
    const { rows, total, nextCursor } = await this.records.listOf(caller.id, query);
    return { rows: await this.view.rowsOf(rows, caller), total, nextCursor };
  }

  /** One's own, or any for those who decide. @throws {AppError} exports.not_found */
  async getRow(caller: Principal, exportId: string): Promise<ExportRow> {
    const found = await this.records.find(exportId);
    const [row] = found === null ? [] : await this.view.rowsOf([found], caller);
    if (row === undefined || !(row.isOwn || caller.roles.includes('compliance'))) throw exportNotFound();
    return row;
  }

  /** @throws {AppError} exports.not_found, exports.already_ended */
  async cancel(caller: Principal, exportId: string): Promise<ExportRow> {
    const { state } = await this.#own(caller, exportId);
    if (state !== 'CANCELLED')
      await this.database.runInTransaction(async (tx) => {
        const finishedAt = this.clock.now();
        const isMoved = await this.records.move(tx, exportId, OPEN_STATES, {
          state: 'CANCELLED',
          finishedAt,
        });
        if (!isMoved) throw alreadyEnded();
        await this.reviews.supersede(tx, SUBJECT, exportId, caller);
        await this.#record(tx, caller, 'exports.cancel', exportId, {});
      });
    // What was written of it until now; a worker in the middle of a step drops its own.
    await this.drafts.drop(exportId);
    return this.getRow(caller, exportId);
  }

  /** A link for the one who asked; who takes a file out is written down before it goes. */
  async link(caller: Principal, exportId: string): Promise<ExportLink> {
    const row = await this.#own(caller, exportId);
    const { fileId, expiresAt } = row;
    const isThere = row.state === 'DONE' && fileId !== null && (expiresAt ?? 0) > this.clock.now();
    const kind = this.kinds.find(row.kind);
    if (!isThere) throw fileNotThere();
    if (kind === null || !mayExport(kind, caller)) throw kindNotAllowed();
    const fileName = exportFileName({ ...row, kind: kind.name });
    await this.database.runInTransaction(async (tx) => {
      await tx.manager.increment(ExportRecord, { exportId }, 'downloads', 1);
      await this.#record(tx, caller, 'exports.download', exportId, { fileName, rows: row.rowsDone });
    });
    return { url: await this.files.link(fileId, fileName), fileName };
  }

  async #own(caller: Principal, exportId: string): Promise<ExportRecord> {
    const found = await this.records.find(exportId);
    if (found === null || found.requesterId !== caller.id) throw exportNotFound();
    return found;
  }

  async #write(
    tx: Transaction,
    asker: Principal,
    { kind, query, columns, reason }: AskExport,
    rowsExpected: number,
  ): Promise<z.infer<typeof Asked>> {
    if ((await this.records.countOpen(tx, asker.id)) >= EXPORTS_OPEN_MAX) throw tooManyOpen(EXPORTS_OPEN_MAX);
    const exportId = this.randomness.uuid();
    const sha256 = sha256OfJson({ exportId, kind, query, columns, reason, requesterId: asker.id });
    const row = {
      exportId,
      kind,
      state: 'IN_REVIEW' as const,
      query,
      columns,
      reason,
      sha256,
      requesterId: asker.id,
      requestedAt: this.clock.now(),
      rowsExpected,
      rowsDone: 0,
      draftBytes: 0,
      attempts: 0,
      downloads: 0,
    };
    await insertRows(tx, ExportRecord, [row]);
    await this.#record(tx, asker, 'exports.request', exportId, { kind, columns, rowsExpected, sha256 });
    await this.reviews.request(tx, {
      subjectKind: SUBJECT,
      subjectId: exportId,
      subjectTitle: `导出${exportKindNames[kind]} · 约 ${rowsExpected} 行`,
      version: 1,
      sha256,
      requester: asker,
    });
    return { exportId };
  }

  async #decide(tx: Transaction, { subjectId, isApproved, decider }: DecidedReview): Promise<void> {
    const now = this.clock.now();
    const decided = { deciderId: decider.id, decidedAt: now };
    const isMoved = await this.records.move(tx, subjectId, ['IN_REVIEW'], {
      ...decided,
      ...(isApproved ? { state: 'QUEUED' } : { state: 'REFUSED', finishedAt: now }),
    });
    if (!isMoved) throw alreadyEnded();
    await this.#record(tx, decider, isApproved ? 'exports.approve' : 'exports.refuse', subjectId, {});
    tx.afterCommit(() => this.jobs.wake(EXPORTS_JOB));
  }

  async #record(
    tx: Transaction,
    actor: Principal,
    action: string,
    subjectId: string,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.record(tx, { actor, action, subjectKind: SUBJECT, subjectId, inputs });
  }
}
