import { Injectable } from '@nestjs/common';
import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { epochDay, formatDay } from '@siyu/shared/time';
import { Database } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { AccessCopies } from './access-copies.service.ts';
import type { CopyHead } from './copy-file-text.ts';
import { readDayCounts } from './day-counts.query.ts';
import { type EventPlace, readEvents } from './events.query.ts';

/** Rows of every kind but the log; nobody learns, buys or asks as often. */
const ROWS_MAX = 50_000;

export interface EntryPage {
  readonly entries: AccessCopy['events']['entries'];
  /** Where it goes on; null at the end. */
  readonly next: EventPlace | null;
}

/** The whole of what is kept of a member, in pieces that fit into memory. */
@Injectable()
export class CopyContents {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly copies: AccessCopies,
  ) {}

  /** Everything but the entries of the log, and how many entries there are. */
  async head(
    memberNo: number,
    orderId: string,
  ): Promise<{ readonly head: CopyHead; readonly entries: number }> {
    const { events, ...copy } = await this.copies.copyOf(memberNo, ROWS_MAX, 1);
    const counts = await readDayCounts(this.database.read, await this.#numbers(memberNo));
    const days = counts.map(({ day, type, count }) => ({ day: formatDay(epochDay(day)), type, count }));
    return { head: { orderId, ...copy, days }, entries: events.total };
  }

  async page(memberNo: number, after: EventPlace | null, limit: number): Promise<EntryPage> {
    const { entries } = await readEvents(this.database.read, await this.#numbers(memberNo), limit, after);
    const last = entries.at(-1);
    return {
      entries: entries.map(({ type, occurredAt, recordedAt, source, about, value }) => ({
        type,
        occurredAt: new Date(occurredAt).toISOString(),
        recordedAt: new Date(recordedAt).toISOString(),
        source,
        about,
        value,
      })),
      next: entries.length < limit || last === undefined ? null : [last.occurredAt, last.eventId],
    };
  }

  async #numbers(memberNo: number): Promise<readonly [number, ...number[]]> {
    const [, ...others] = await this.identity.numbersOf(memberNo);
    return [memberNo, ...others];
  }
}
