import { Injectable } from '@nestjs/common';
import type { ArchiveLive } from '@siyu/shared/contracts/live-desk';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { requireActor } from './live-air.service.ts';
import { recordingMissing } from './live.errors.ts';
import { LiveFiles } from './live-files.ts';
import { sealOfChats, sealOfVisits } from './live-seals.ts';
import { LiveSteps } from './live-steps.ts';
import { type Live, LiveArchiveEntry } from './live.entity.ts';

/** Closes the file of a live: the recording, and the hashes of all that was said and of who watched when (REQ-PUB-2). */
@Injectable()
export class LiveArchiving {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: LiveFiles,
    private readonly steps: LiveSteps,
  ) {}

  /** @throws {AppError} live.not_found, live.act_refused, live.recording_missing, live.file_unknown */
  async archive(actor: Principal, liveId: string, given: ArchiveLive): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const live = await this.steps.lock(tx, liveId);
      requireActor(actor, live.hostId, 'ARCHIVE');
      const recording = await this.#recordingOf(tx, live, given);
      const chatSha256 = await sealOfChats(tx.manager, liveId);
      const viewersSha256 = await sealOfVisits(tx.manager, liveId);
      const hashes = { recordingSha256: recording.recordingSha256, chatSha256, viewersSha256 };
      const change = { archiveDueOn: null };
      await this.steps.take(tx, live, actor, { act: 'ARCHIVE', change, inputs: hashes });
      const of = { archivedById: actor.id, archivedAt: this.clock.now() };
      await insertRows(tx, LiveArchiveEntry, [{ liveId, ...recording, ...hashes, ...of }]);
    });
  }

  async #recordingOf({ manager }: Transaction, { liveId, platform }: Live, given: ArchiveLive) {
    const { fileId, recordingUrl, recordingSha256 } = given;
    if (platform === 'own') {
      if (fileId === null) throw recordingMissing();
      const { sha256 } = await this.files.require(manager, liveId, fileId, 'RECORDING');
      return { fileId, recordingUrl: null, recordingSha256: sha256 };
    }
    if (recordingUrl === null || recordingSha256 === null) throw recordingMissing();
    return { fileId: null, recordingUrl, recordingSha256 };
  }
}
