import { Injectable } from '@nestjs/common';
import {
  EXPORT_KEPT_DAYS,
  EXPORT_ROWS_MAX,
  type ExportKindCode,
  type ExportState,
} from '@siyu/shared/contracts/exports.limits';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { FileDrafts, Files } from '../../platform/files/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import type { Lease } from '../../platform/jobs/index.ts';
import { Audit } from '../audit/index.ts';
import { principalOfStaff, StaffDirectory } from '../organisation/index.ts';
import type { ExportRecord } from './export.entity.ts';
import { type ExportKind, ExportKinds, mayExport } from './export-kind.ts';
import { ExportRecords } from './export-records.ts';
import { exportHead, exportLines } from './export-text.ts';
import { ASKER_GONE, ASKER_NOT_ALLOWED, TOO_MANY_ROWS } from './exports.errors.ts';

const ROWS_PER_STEP = 500;
const DAY_MS = 86_400_000;
const FILE_BYTES_MAX = 64 * 1_048_576;
const UNDERWAY: readonly ExportState[] = ['QUEUED', 'RUNNING'];

/** Somebody took the export back meanwhile: nothing of the step counts. */
class ExportTakenBack extends Error {}

/** Moves one export on by one page of its list, in a transaction that also notes how far its draft counts. */
@Injectable()
export class ExportSteps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: ExportRecords,
    private readonly kinds: ExportKinds,
    private readonly staff: StaffDirectory,
    private readonly files: Files,
    private readonly drafts: FileDrafts,
    private readonly audit: Audit,
  ) {}

  async step(row: ExportRecord, lease: Lease): Promise<void> {
    // Who asked is looked at again: an agreement of last week gives nobody the roles or the reach of last week.
    const person = await this.staff.findServingStaff(row.requesterId);
    if (person === null) return this.fail(row, ASKER_GONE, lease);
    const asker = principalOfStaff(person, null);
    const kind = this.kinds.find(row.kind);
    if (kind === null || !mayExport(kind, asker)) return this.fail(row, ASKER_NOT_ALLOWED, lease);
    try {
      await this.#write(row, kind, asker, person.name, lease);
    } catch (error) {
      if (!(error instanceof ExportTakenBack)) throw error;
      await this.drafts.drop(row.exportId);
    }
  }

  async fail(row: ExportRecord, failureCode: string, lease: Lease): Promise<void> {
    const finishedAt = this.clock.now();
    await this.#change(row, { state: 'FAILED', failureCode, finishedAt }, lease, (tx) =>
      this.#recordEnd(tx, row, 'failed', { failureCode }),
    ).catch(unlessTakenBack);
    await this.drafts.drop(row.exportId);
  }

  async noteAttempt(row: ExportRecord, attempts: number, lease: Lease): Promise<void> {
    await this.#change(row, { attempts }, lease).catch(unlessTakenBack);
  }

  /** Deletes a file whose days are over. */
  async purge(row: ExportRecord, lease: Lease): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      if (!(await this.records.move(tx, row.exportId, ['DONE'], { state: 'PURGED', fileId: null }))) return;
      if (row.fileId !== null) await this.files.remove(tx, row.fileId);
      await this.#record(tx, row, 'exports.purge', null, {});
      await lease.assertHeld(tx);
    });
  }

  async #write(
    row: ExportRecord,
    kind: ExportKind,
    asker: Principal,
    askerName: string,
    lease: Lease,
  ): Promise<void> {
    const marked = { ...row, kind: kind.name satisfies ExportKindCode };
    const startedAt = row.startedAt ?? this.clock.now();
    // A draft of another owner of the lease may still be written to by it: this one begins anew.
    const isOwn = row.draftFence === lease.fence;
    const [at, rowsBefore, after] = isOwn ? [row.draftBytes, row.rowsDone, row.position] : [0, 0, null];
    const page = await kind.page(asker, row.query, after, ROWS_PER_STEP);
    const rowsDone = rowsBefore + page.rows.length;
    if (rowsDone > EXPORT_ROWS_MAX) return this.fail(row, TOO_MANY_ROWS, lease);
    const draft = `${row.exportId}-${lease.fence}`;
    const head = at === 0 ? exportHead(marked, askerName, startedAt) : '';
    const draftBytes = await this.drafts.append(draft, at, head + exportLines(marked, askerName, page.rows));
    const progress = { startedAt, rowsDone, attempts: 0 };
    if (page.after !== null) {
      const place = { draftFence: lease.fence, draftBytes, position: page.after };
      return this.#change(row, { ...progress, ...place, state: 'RUNNING' }, lease);
    }
    await this.#finish(row, draft, progress, lease);
  }

  async #finish(
    row: ExportRecord,
    draft: string,
    progress: Pick<ExportRecord, 'startedAt' | 'rowsDone' | 'attempts'>,
    lease: Lease,
  ): Promise<void> {
    const options = {
      purpose: 'EXPORT',
      grade: 'L3',
      maxBytes: FILE_BYTES_MAX,
      types: ['text/plain'],
    } as const;
    const received = await this.files.receive(this.drafts.open(draft), options);
    const finishedAt = this.clock.now();
    const expiresAt = finishedAt + EXPORT_KEPT_DAYS * DAY_MS;
    await this.database.runInTransaction(async (tx) => {
      const { fileId } = await this.files.keep(tx, received, options);
      const done = { ...progress, state: 'DONE', fileId, finishedAt, expiresAt } as const;
      if (!(await this.records.move(tx, row.exportId, UNDERWAY, done))) throw new ExportTakenBack();
      await this.#recordEnd(tx, row, 'done', { rows: progress.rowsDone, sha256: received.sha256 });
      await lease.assertHeld(tx);
    });
    await this.drafts.drop(row.exportId);
  }

  async #change(
    { exportId }: ExportRecord,
    values: Parameters<ExportRecords['move']>[3],
    lease: Lease,
    also?: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      if (!(await this.records.move(tx, exportId, UNDERWAY, values))) throw new ExportTakenBack();
      await also?.(tx);
      await lease.assertHeld(tx);
    });
  }

  #recordEnd(
    tx: Transaction,
    row: ExportRecord,
    reasonCode: string,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.#record(tx, row, 'exports.end', reasonCode, { kind: row.kind, ...inputs });
  }

  async #record(
    tx: Transaction,
    { exportId }: ExportRecord,
    action: string,
    reasonCode: string | null,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor: 'system',
      action,
      subjectKind: 'export',
      subjectId: exportId,
      ...(reasonCode !== null && { reasonCode }),
      inputs,
    });
  }
}

function unlessTakenBack(error: unknown): void {
  if (!(error instanceof ExportTakenBack)) throw error;
}
