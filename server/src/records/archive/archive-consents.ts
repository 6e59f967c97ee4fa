import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type ConsentAnswer, ConversationArchive } from '../../foundation/wechat/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { ArchiveConsent } from './archive-consent.entity.ts';

/** Somebody who may or may not be recorded, with whom or where. */
export interface ConsentPlace {
  readonly contactId: string;
  readonly withId: string;
  readonly isGroup: boolean;
}

/** What customers said to being recorded. */
@Injectable()
export class ArchiveConsents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly archive: ConversationArchive,
  ) {}

  /** The same word told twice is one. */
  async note(tx: Transaction, answers: readonly ConsentAnswer[]): Promise<void> {
    if (answers.length === 0) return;
    const heardAt = this.clock.now();
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ArchiveConsent)
      .values(
        answers.map(({ contactId, withId, changedAt, isAgreed }) => ({
          contactId,
          withId,
          changedAt,
          isAgreed,
          heardAt,
        })),
      )
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  /** All that is known of these places. */
  async listOf(places: readonly ConsentPlace[]): Promise<readonly ConsentAnswer[]> {
    if (places.length === 0) return [];
    const wanted = new Set(places.map(keyOf));
    const rows = await this.database.read.findBy(ArchiveConsent, {
      contactId: In([...new Set(places.map(({ contactId }) => contactId))]),
      withId: In([...new Set(places.map(({ withId }) => withId))]),
    });
    return rows.filter((row) => wanted.has(keyOf(row)));
  }

  /**
   * What the platform knows of places we know nothing of, as of those who agreed before the archive was read.
   * @throws {WechatError}
   */
  async ask(places: readonly ConsentPlace[]): Promise<readonly ConsentAnswer[]> {
    const pairs = places
      .filter(({ isGroup }) => !isGroup)
      .map(({ contactId, withId }) => ({ contactId, userId: withId }));
    const told = [...(await this.archive.listConsents(pairs))];
    const chatIds = new Set(places.filter(({ isGroup }) => isGroup).map(({ withId }) => withId));
    for (const chatId of chatIds) told.push(...(await this.archive.listGroupConsents(chatId)));
    return told;
  }
}

export const keyOf = ({ contactId, withId }: Pick<ConsentPlace, 'contactId' | 'withId'>): string =>
  `${contactId} ${withId}`;

/**
 * Whether the last word of somebody up to a moment was yes. Of two words of one moment the no counts.
 * @param words of one place, in any order
 */
export function isAgreedAt(
  words: readonly Pick<ConsentAnswer, 'changedAt' | 'isAgreed'>[],
  moment: number,
): boolean {
  const said = words.filter(({ changedAt }) => changedAt <= moment);
  const last = Math.max(...said.map(({ changedAt }) => changedAt));
  const lastWords = said.filter(({ changedAt }) => changedAt === last);
  return lastWords.length > 0 && lastWords.every(({ isAgreed }) => isAgreed);
}
