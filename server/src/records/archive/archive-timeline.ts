import { Injectable } from '@nestjs/common';
import type { ArchivedEntry } from '@siyu/shared/contracts/archive';
import { Database } from '../../platform/database/index.ts';
import { type ConsentPlace, ArchiveConsents, isAgreedAt } from './archive-consents.ts';
import { ArchiveEntries } from './archive-entries.ts';
import { ArchiveMessage } from './archive-message.entity.ts';

/** A place in the timeline, the latest first. */
export interface TimelinePosition {
  readonly sentAt: number;
  readonly messageId: string;
}
export interface TimelineQuery {
  readonly limit: number;
  readonly after: TimelinePosition | null;
  /** Whether the caller reads the words, or only that something was said. */
  readonly isTextRead: boolean;
}

/** What was said between staff and one customer, for whoever shows the customer as a whole. */
@Injectable()
export class ArchiveTimeline {
  constructor(
    private readonly database: Database,
    private readonly entries: ArchiveEntries,
    private readonly consents: ArchiveConsents,
  ) {}

  /** @param contactIds what WeCom calls the customer */
  async list(
    contactIds: readonly string[],
    { limit, after, isTextRead }: TimelineQuery,
  ): Promise<{ readonly entries: readonly ArchivedEntry[]; readonly next: TimelinePosition | null }> {
    if (contactIds.length === 0) return { entries: [], next: null };
    const query = this.database.read
      .createQueryBuilder(ArchiveMessage, 'one')
      .where('one.contactId IN (:...contactIds)', { contactIds })
      .andWhere('one.recalledMsgid IS NULL');
    if (after !== null)
      query.andWhere('(one.sentAt < :at OR (one.sentAt = :at AND one.messageId < :id))', {
        at: after.sentAt,
        id: after.messageId,
      });
    const found = await query
      .orderBy('one.sentAt', 'DESC')
      .addOrderBy('one.messageId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      entries: await this.entries.show(page, isTextRead),
      next: last === undefined ? null : { sentAt: last.sentAt, messageId: last.messageId },
    };
  }

  /** The customer's last word to being recorded with an employee; null when nobody asked. */
  async consentOf(
    contactIds: readonly string[],
    wecomUserId: string,
    moment: number,
  ): Promise<boolean | null> {
    const places = contactIds.map((contactId): ConsentPlace => ({
      contactId,
      withId: wecomUserId,
      isGroup: false,
    }));
    const words = await this.consents.listOf(places);
    return words.length === 0 ? null : isAgreedAt(words, moment);
  }
}
