import { Injectable } from '@nestjs/common';
import type { ImportState } from '@siyu/shared/contracts/imports.limits';
import { errorSentence } from '@siyu/shared/messages';
import { MoreThan } from 'typeorm';
import { Clock } from '../clock/index.ts';
import { csvField } from '../csv/index.ts';
import { Database, type Transaction } from '../database/index.ts';
import { Files } from '../files/index.ts';
import type { Lease } from '../jobs/index.ts';
import { ImportRecord, ImportReject } from './import.entity.ts';

/** Told in the transaction that ends an import. */
export type EndingHandler = (tx: Transaction, ended: Readonly<ImportRecord>) => Promise<void>;

const REJECTS_PER_PAGE = 500;
const REJECTS_BYTES_MAX = 4 * 1_073_741_824;

/**
 * Ends imports: the rejected lines become a file, then leave the database, then the import is over. Each is a step
 * of its own, so that a kill between them loses nothing.
 */
@Injectable()
export class ImportEndings {
  private readonly handlers: EndingHandler[] = [];

  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  onEnded(handler: EndingHandler): void {
    this.handlers.push(handler);
  }

  /** One step towards the end; to be called until the import is over. */
  async end(row: ImportRecord, state: 'DONE' | 'CANCELLED' | 'FAILED', lease: Lease): Promise<void> {
    if (row.rejected > 0 && row.rejectsFileId === null) return this.keepRejects(row, lease);
    if (await this.dropRejects(row, lease)) return;
    await this.close(row, state, lease);
  }

  /** Decides that an import ends without success. What was recorded and rejected until now stays as it is. */
  async fail(row: ImportRecord, failureCode: string, lease: Lease): Promise<void> {
    // When not even that can be ended in good order, it is closed as it is.
    if (row.failureCode !== null) return this.close(row, 'FAILED', lease);
    await this.update(row, { failureCode, attempts: 0 }, lease);
  }

  private async close(row: ImportRecord, state: ImportState, lease: Lease): Promise<void> {
    const finishedAt = this.clock.now();
    await this.update(row, { state, finishedAt }, lease, async (tx) => {
      for (const handler of this.handlers) await handler(tx, { ...row, state, finishedAt });
    });
  }

  private async update(
    { importId }: ImportRecord,
    values: Partial<
      Pick<ImportRecord, 'state' | 'finishedAt' | 'failureCode' | 'attempts' | 'rejectsFileId'>
    >,
    lease: Lease,
    also?: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await tx.manager.update(ImportRecord, { importId }, values);
      await also?.(tx);
      await lease.assertHeld(tx);
    });
  }

  private async keepRejects(row: ImportRecord, lease: Lease): Promise<void> {
    const { fileId } = await this.files.store(null, this.rejectLines(row.importId), {
      purpose: 'EXPORT',
      grade: 'L4',
      maxBytes: REJECTS_BYTES_MAX,
      types: ['text/plain'],
    });
    await this.update(row, { rejectsFileId: fileId, attempts: 0 }, lease);
  }

  /** With a byte-order mark: spreadsheets would otherwise garble the sentences. */
  private async *rejectLines(importId: string): AsyncGenerator<Uint8Array> {
    yield Buffer.from('\uFEFFline,reason,text\n');
    let after = 0;
    for (;;) {
      const page = await this.page(importId, after);
      if (page.length === 0) return;
      const lines = page.map(({ line, code, details, text }) => {
        return `${line},${csvField(errorSentence(code, details))},${csvField(text)}\n`;
      });
      yield Buffer.from(lines.join(''));
      after = page.at(-1)?.line ?? after;
    }
  }

  private page(importId: string, after: number): Promise<ImportReject[]> {
    return this.database.read.find(ImportReject, {
      where: { importId, line: MoreThan(after) },
      order: { line: 'ASC' },
      take: REJECTS_PER_PAGE,
    });
  }

  /** @returns whether there were any. */
  private async dropRejects(row: ImportRecord, lease: Lease): Promise<boolean> {
    const last = (await this.page(row.importId, 0)).at(-1)?.line;
    if (last === undefined) return false;
    await this.update(row, { attempts: 0 }, lease, async (tx) => {
      await tx.manager
        .createQueryBuilder()
        .delete()
        .from(ImportReject)
        .where('importId = :importId AND line <= :last', { importId: row.importId, last })
        .execute();
    });
    return true;
  }
}
