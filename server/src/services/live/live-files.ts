import { Injectable } from '@nestjs/common';
import {
  LIVE_FILE_BYTES_MAX,
  LIVE_FILE_TYPES,
  LIVE_SUBJECT,
  type LiveFileKind,
} from '@siyu/shared/contracts/live.limits';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows } from '../../platform/database/index.ts';
import { Files } from '../../platform/files/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { fileUnknown } from './live.errors.ts';
import { LiveSteps } from './live-steps.ts';
import { LiveFileEntry } from './live.entity.ts';

/** Files of a live: what proves its filing, and what was recorded. None is ever taken away. */
@Injectable()
export class LiveFiles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly files: Files,
    private readonly steps: LiveSteps,
  ) {}

  /** @throws {AppError} live.not_found, files.too_large, files.empty, files.type_refused */
  async take(
    actor: Principal,
    liveId: string,
    kind: LiveFileKind,
    stream: AsyncIterable<Uint8Array>,
  ): Promise<LiveFileEntry> {
    await this.steps.get(this.database.read, liveId);
    const stored = { purpose: 'LIVE', grade: 'L2' } as const;
    const limits = { ...stored, maxBytes: LIVE_FILE_BYTES_MAX[kind], types: LIVE_FILE_TYPES[kind] };
    // The bytes are on disk before a transaction begins: a recording takes its time.
    const received = await this.files.receive(stream, limits);
    return this.database.runInTransaction(async (tx) => {
      const { fileId, sha256, bytes, type } = await this.files.keep(tx, received, stored);
      const of = { uploadedById: actor.id, uploadedAt: this.clock.now() };
      const row = { fileId, liveId, kind, sha256, bytes, type, ...of };
      await insertRows(tx, LiveFileEntry, [row]);
      await this.audit.record(tx, {
        actor,
        action: 'live.upload_file',
        subjectKind: LIVE_SUBJECT,
        subjectId: liveId,
        inputs: { fileId, kind, sha256, bytes },
      });
      return row;
    });
  }

  /** A link of five minutes; each look stands in the audit. @throws {AppError} live.file_unknown */
  async open(actor: Principal, liveId: string, fileId: string): Promise<string> {
    const { kind } = await this.require(this.database.read, liveId, fileId);
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'live.open_file',
        subjectKind: LIVE_SUBJECT,
        subjectId: liveId,
        inputs: { fileId, kind },
      }),
    );
    return this.files.link(fileId);
  }

  /** A file that was handed in for this live. @throws {AppError} live.file_unknown */
  async require(
    manager: EntityManager,
    liveId: string,
    fileId: string,
    kind?: LiveFileKind,
  ): Promise<LiveFileEntry> {
    const found = await manager.findOneBy(LiveFileEntry, { fileId, liveId, ...(kind && { kind }) });
    if (found === null) throw fileUnknown();
    return found;
  }
}
