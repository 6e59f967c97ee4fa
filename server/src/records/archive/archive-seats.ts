import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ConversationArchive } from '../../foundation/wechat/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Lease } from '../../platform/jobs/index.ts';
import { ArchiveSeat } from './archive-feed.entity.ts';

const REFRESH_MS = 600_000;

/** Who has a seat of the archive, as the platform said last. */
@Injectable()
export class ArchiveSeats {
  #refreshedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly archive: ConversationArchive,
  ) {}

  /** Those of the employees who have one now; nobody without an archive. */
  async amongUsers(wecomUserIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (!this.archive.isOn || wecomUserIds.length === 0) return new Set();
    const rows = await this.database.read.findBy(ArchiveSeat, {
      wecomUserId: In([...new Set(wecomUserIds)]),
    });
    return new Set(rows.map(({ wecomUserId }) => wecomUserId));
  }

  /**
   * Asks the platform, every ten minutes: seats change by hand, and nothing tells of it.
   * @throws {WechatError}
   */
  async refresh(lease: Lease): Promise<void> {
    const now = this.clock.now();
    if (now - this.#refreshedAt < REFRESH_MS) return;
    const seats = new Set(await this.archive.listSeats());
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      const known = await tx.manager.find(ArchiveSeat);
      const gone = known.filter(({ wecomUserId }) => !seats.has(wecomUserId));
      const had = new Set(known.map(({ wecomUserId }) => wecomUserId));
      const fresh = [...seats].filter((wecomUserId) => !had.has(wecomUserId));
      if (gone.length > 0)
        await tx.manager.delete(ArchiveSeat, { wecomUserId: In(gone.map(({ wecomUserId }) => wecomUserId)) });
      if (fresh.length > 0)
        await tx.manager.insert(
          ArchiveSeat,
          fresh.map((wecomUserId) => ({ wecomUserId, since: now })),
        );
    });
    this.#refreshedAt = now;
  }
}
