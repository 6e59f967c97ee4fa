import { Injectable } from '@nestjs/common';
import type { ArchiveCoverage as Coverage } from '@siyu/shared/contracts/archive';
import { ConversationArchive } from '../../foundation/wechat/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { UnreadRecord } from './archive-feed.entity.ts';
import { ARCHIVE_REACH_MS, ArchiveLog } from './archive-log.ts';

const VERSIONS_MAX = 20;
type Standing = Pick<Coverage, 'isOn' | 'caughtUpAt' | 'alarm' | 'lost' | 'unread' | 'refused'>;

/** How far the archive is read, and what of it could not be. */
@Injectable()
export class ArchiveStanding {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly archive: ConversationArchive,
    private readonly log: ArchiveLog,
  ) {}

  async get(): Promise<Standing> {
    const { caughtUpAt, lostFrom, lostTo, refusedCount } = await this.log.cursor();
    const isBehind = caughtUpAt !== null && this.clock.now() - caughtUpAt > ARCHIVE_REACH_MS;
    const lost =
      lostFrom === null || lostTo === null
        ? null
        : { from: new Date(lostFrom).toISOString(), to: new Date(lostTo).toISOString() };
    return {
      isOn: this.archive.isOn,
      caughtUpAt: caughtUpAt === null ? null : new Date(caughtUpAt).toISOString(),
      alarm: isBehind && this.archive.isOn ? 'BEHIND' : lost === null ? null : 'LOST',
      lost,
      unread: await this.#unread(),
      refused: refusedCount,
    };
  }

  async #unread(): Promise<Standing['unread']> {
    const rows = await this.database.read
      .createQueryBuilder(UnreadRecord, 'record')
      .select('record.why', 'why')
      .addSelect('record.keyVersion', 'keyVersion')
      .addSelect('COUNT(*)', 'records')
      .groupBy('record.why')
      .addGroupBy('record.keyVersion')
      .orderBy('record.keyVersion', 'DESC')
      .getRawMany<{ why: string; keyVersion: number; records: number | string }>();
    const countOf = (why: string): number =>
      rows.filter((row) => row.why === why).reduce((sum, { records }) => sum + Number(records), 0);
    const unknown = rows.filter(({ why }) => why === 'UNKNOWN_KEY');
    return {
      unknownKey: countOf('UNKNOWN_KEY'),
      damaged: countOf('DAMAGED'),
      keyVersions: unknown.slice(0, VERSIONS_MAX).map(({ keyVersion }) => Number(keyVersion)),
    };
  }
}
