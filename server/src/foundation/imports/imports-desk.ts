import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ImportListQuery, ImportRow, ImportRows } from '@siyu/shared/contracts/imports';
import {
  IMPORT_FILE_BYTES_MAX,
  IMPORT_KINDS,
  IMPORT_ROLES,
  type ImportKindCode,
} from '@siyu/shared/contracts/imports.limits';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import type { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import type { OpenedFile } from '../../platform/files/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { ImportEndings, Imports, type ImportView } from '../../platform/imports/index.ts';
import { Audit } from '../audit/index.ts';
import { StaffDirectory } from '../organisation/index.ts';
import { kindNotYours } from './imports.errors.ts';

const SUBJECT = 'import';

/** What staff do with imports; each act of theirs and each end stands in the audit. */
@Injectable()
export class ImportsDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly imports: Imports,
    private readonly endings: ImportEndings,
    private readonly audit: Audit,
    private readonly staff: StaffDirectory,
  ) {}

  onModuleInit(): void {
    this.endings.onEnded((tx, { importId, kind, state, recorded, waiting, duplicates, rejected }) =>
      this.audit.record(tx, {
        actor: 'system',
        action: 'imports.end',
        subjectKind: SUBJECT,
        subjectId: importId,
        reasonCode: state.toLowerCase(),
        inputs: { kind, recorded, waiting, duplicates, rejected },
      }),
    );
  }

  /** @throws {AppError} for a file that cannot be of its kind; nothing is queued then. */
  async upload(
    file: { readonly stream: AsyncIterable<Uint8Array>; readonly name: string },
    kind: ImportKindCode,
    actor: Principal,
  ): Promise<ImportRow> {
    const roles: readonly Role[] = IMPORT_ROLES[kind];
    if (!actor.roles.some((role) => roles.includes(role))) throw kindNotYours();
    const queued = { kind, fileName: file.name, requestedBy: actor.id, bytesMax: IMPORT_FILE_BYTES_MAX };
    const importId = await this.imports.receive(file.stream, queued, (tx, subjectId, sha256) =>
      this.audit.record(tx, {
        actor,
        action: 'imports.upload',
        subjectKind: SUBJECT,
        subjectId,
        inputs: { kind, sha256 },
      }),
    );
    return this.getRow(importId);
  }

  async listRows(query: z.output<typeof ImportListQuery>): Promise<ImportRows> {
    const { rows, total, nextCursor } = await this.imports.list(query);
    return { rows: await this.rowsOf(rows), total, nextCursor };
  }

  async getRow(importId: string): Promise<ImportRow> {
    const [row] = await this.rowsOf([await this.imports.get(importId)]);
    if (row === undefined) throw new Error('an import without a row');
    return row;
  }

  async cancel(importId: string, actor: Principal): Promise<ImportRow> {
    await this.database.runInTransaction(async (tx) => {
      await this.imports.cancel(tx, importId);
      await this.audit.record(tx, {
        actor,
        action: 'imports.cancel',
        subjectKind: SUBJECT,
        subjectId: importId,
      });
    });
    return this.getRow(importId);
  }

  /** Rejected lines hold what customers own: who fetches them is written down before they go out. */
  async openRejects(importId: string, actor: Principal): Promise<OpenedFile> {
    const file = await this.imports.openRejects(importId);
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'imports.read_rejects',
        subjectKind: SUBJECT,
        subjectId: importId,
        inputs: { sha256: file.sha256 },
      }),
    );
    return file;
  }

  private async rowsOf(imports: readonly ImportView[]): Promise<ImportRow[]> {
    const people = await this.staff.listStaffByIds(imports.map(({ requestedBy }) => requestedBy));
    return imports.map((each) => rowOf(each, people.get(each.requestedBy)?.name ?? ''));
  }
}

function rowOf(found: ImportView, requestedByName: string): ImportRow {
  const kind = IMPORT_KINDS.find((each) => each === found.kind);
  if (kind === undefined) throw new RangeError(`unknown kind of import ${found.kind}`);
  const { importId, fileName, state, isCancelWanted, bytesDone, bytesTotal, linesDone } = found;
  const { recorded, waiting, duplicates, rejected, failureCode } = found;
  const reasons = Object.entries(found.reasons).map(([code, count]) => ({ code, count }));
  return {
    importId,
    kind,
    fileName,
    state,
    isCancelWanted,
    requestedByName,
    requestedAt: instant(found.requestedAt),
    startedAt: found.startedAt === null ? null : instant(found.startedAt),
    finishedAt: found.finishedAt === null ? null : instant(found.finishedAt),
    bytesDone,
    bytesTotal,
    linesDone,
    recorded,
    waiting,
    duplicates,
    rejected,
    reasons: reasons.sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1)),
    hasRejects: found.rejectsFileId !== null,
    failureCode,
  };
}

const instant = (at: number): string => new Date(at).toISOString();
