import { Injectable } from '@nestjs/common';
import type { ImportState } from '@siyu/shared/contracts/imports.limits';
import { Clock, Randomness } from '../clock/index.ts';
import { Database, type Transaction } from '../database/index.ts';
import { Files, type OpenedFile } from '../files/index.ts';
import { decodeCursor, encodeCursor } from '../http/index.ts';
import { Jobs } from '../jobs/index.ts';
import { z } from 'zod';
import { ImportRecord } from './import.entity.ts';
import { ImportKinds } from './import-kinds.ts';
import { alreadyEnded, importNotFound, noRejects, unknownKind } from './imports.errors.ts';
import { readHeader } from './read-header.ts';

export const IMPORTS_JOB = 'imports';

export interface NewImport {
  readonly kind: string;
  readonly fileName: string;
  /** Public id of the person who sends it. */
  readonly requestedBy: string;
  readonly bytesMax: number;
}
export interface ImportFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: ImportState | undefined;
}
/** An import as other modules see it. */
export type ImportView = Readonly<ImportRecord>;

const FILE_NAME_MAX = 120;
const Position = z.tuple([z.int(), z.string()]);

/** Files that are taken in line by line, whoever knows what is in them. */
@Injectable()
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
    private readonly kinds: ImportKinds,
  ) {}

  /**
   * Streams a file in and queues it. A file that cannot be of its kind is refused before anything is queued.
   * @param note what the caller writes down together with the queued import
   * @throws {AppError} imports.unknown_kind, imports.header_…, files.too_large, files.empty, files.type_refused
   */
  async receive(
    stream: AsyncIterable<Uint8Array>,
    { kind: kindName, fileName, requestedBy, bytesMax }: NewImport,
    note: (tx: Transaction, importId: string, sha256: string) => Promise<void>,
  ): Promise<string> {
    const kind = this.kinds.find(kindName);
    if (kind === null) throw unknownKind();
    const { fileId, bytes, sha256 } = await this.files.store(null, stream, {
      purpose: 'IMPORT',
      grade: 'L4',
      maxBytes: bytesMax,
      // A text that is not UTF-8 has no better name than the latter; each of its lines is told as such.
      types: ['text/plain', 'application/octet-stream'],
    });
    const header = await readHeader((await this.files.open(fileId)).stream, kind);
    const importId = this.randomness.uuid();
    await this.database.runInTransaction(async (tx) => {
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(ImportRecord)
        .values({
          importId,
          kind: kindName,
          fileId,
          fileName: plainName(fileName),
          header: header.columns,
          state: 'QUEUED',
          isCancelWanted: false,
          requestedBy,
          requestedAt: this.clock.now(),
          bytesTotal: bytes,
          bytesDone: header.end,
          linesDone: 1,
          recorded: 0,
          waiting: 0,
          duplicates: 0,
          rejected: 0,
          reasons: {},
          attempts: 0,
        })
        .updateEntity(false)
        .execute();
      await note(tx, importId, sha256);
      tx.afterCommit(() => this.jobs.wake(IMPORTS_JOB));
    });
    return importId;
  }

  /** @throws {AppError} imports.not_found */
  async get(importId: string): Promise<ImportView> {
    const found = await this.database.read.findOneBy(ImportRecord, { importId });
    if (found === null) throw importNotFound();
    return found;
  }

  /** The latest first. */
  async list({ limit, cursor, kind, state }: ImportFilter): Promise<{
    readonly rows: readonly ImportView[];
    readonly total: number;
    readonly nextCursor: string | null;
  }> {
    const matching = this.database.read.createQueryBuilder(ImportRecord, 'import').where('1 = 1');
    if (kind !== undefined) matching.andWhere('import.kind = :kind', { kind });
    if (state !== undefined) matching.andWhere('import.state = :state', { state });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [requestedAt, importId] = after;
      matching.andWhere(
        '(import.requestedAt < :requestedAt OR (import.requestedAt = :requestedAt AND import.importId < :importId))',
        { requestedAt, importId },
      );
    }
    const found = await matching
      .orderBy('import.requestedAt', 'DESC')
      .addOrderBy('import.importId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last.requestedAt, last.importId]);
    return { rows, total, nextCursor };
  }

  /**
   * Asks an import to stop after the lines in hand; what was recorded stays.
   * @throws {AppError} imports.not_found, imports.already_ended
   */
  async cancel(tx: Transaction, importId: string): Promise<void> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(ImportRecord)
      .set({ isCancelWanted: true })
      .where("importId = :importId AND state IN ('QUEUED', 'RUNNING')", { importId })
      .execute();
    tx.afterCommit(() => this.jobs.wake(IMPORTS_JOB));
    if (affected !== 0) return;
    throw (await tx.manager.existsBy(ImportRecord, { importId })) ? alreadyEnded() : importNotFound();
  }

  /** @throws {AppError} imports.not_found, imports.no_rejects */
  async openRejects(importId: string): Promise<OpenedFile> {
    const { rejectsFileId } = await this.get(importId);
    if (rejectsFileId === null) throw noRejects();
    return this.files.open(rejectsFileId);
  }
}

/** A name for people to recognise their file by; it is never a path of ours. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(-FILE_NAME_MAX);
}
