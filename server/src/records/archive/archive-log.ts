import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { adviceStance } from './advice-stance.ts';
import { ArchiveConsents } from './archive-consents.ts';
import { ArchiveCursor, UnreadRecord } from './archive-feed.entity.ts';
import { ArchiveFinding } from './archive-finding.entity.ts';
import { ArchiveMessage } from './archive-message.entity.ts';
import type { ArchivePage, HeardMessage } from './archive-page.ts';
import { ArchiveTexts, type TextKey } from './archive-texts.ts';

const FEED = 'wecom';
/** The archive goes back so far. */
export const ARCHIVE_REACH_MS = 5 * 86_400_000;
const LONGEST_KEPT = 60_000;
interface Move {
  /** Null: where it was. */
  readonly lastSeq: number | null;
  readonly refused: number;
  /** Whether there was nothing behind the page. */
  readonly isEnd: boolean;
}
const NEW: ArchiveCursor = {
  feed: FEED,
  lastSeq: 0,
  caughtUpAt: null,
  lostFrom: null,
  lostTo: null,
  refusedCount: 0,
};

/** Writes pages of the archive: a page and the place after it in one transaction, each message once. */
@Injectable()
export class ArchiveLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly consents: ArchiveConsents,
    private readonly texts: ArchiveTexts,
  ) {}

  async cursor(): Promise<ArchiveCursor> {
    return (await this.database.read.findOneBy(ArchiveCursor, { feed: FEED })) ?? NEW;
  }

  /** Notes how far the feed is read; the caller has its lease. */
  async moveOn(tx: Transaction, { lastSeq, refused, isEnd }: Move): Promise<void> {
    const now = this.clock.now();
    const before = (await tx.manager.findOneBy(ArchiveCursor, { feed: FEED })) ?? NEW;
    const { caughtUpAt } = before;
    // What was said between the last end and five days ago is nowhere any more.
    const isLost = caughtUpAt !== null && now - caughtUpAt > ARCHIVE_REACH_MS;
    const after = {
      ...before,
      lastSeq: lastSeq ?? before.lastSeq,
      refusedCount: before.refusedCount + refused,
      ...(isEnd && { caughtUpAt: now }),
      ...(isEnd && isLost && { lostFrom: caughtUpAt, lostTo: now - ARCHIVE_REACH_MS }),
    };
    await upsertRows(tx, ArchiveCursor, [after]);
  }

  async write(tx: Transaction, page: ArchivePage): Promise<void> {
    await this.consents.note(tx, page.consents);
    const fresh = await this.#unknownOf(tx, page.heard);
    const owners = fresh.flatMap((each) => (textOf(each) === null ? [] : [ownerOf(each)]));
    const keys = await this.texts.keysFor(tx, owners);
    const rows = fresh.map((each) => ({ each, row: this.#rowOf(each, keys.get(ownerOf(each))) }));
    await insertRows(
      tx,
      ArchiveMessage,
      rows.map(({ row }) => row),
    );
    const findings = rows.flatMap(({ each, row }) => this.#findingsOf(each, row, page.dictionaryVersions));
    await insertRows(tx, ArchiveFinding, findings);
    await this.#keepUnread(tx, page);
  }

  /** Told again, under whatever place, it is the same message. */
  async #unknownOf(tx: Transaction, heard: readonly HeardMessage[]): Promise<HeardMessage[]> {
    const once = new Map(heard.map((each) => [each.message.msgid, each]));
    if (once.size === 0) return [];
    const known = await tx.manager.find(ArchiveMessage, {
      where: [{ msgid: In([...once.keys()]) }, { seq: In(heard.map(({ seq }) => seq)) }],
      select: { msgid: true, seq: true },
    });
    const taken = new Set<string | number>(known.flatMap(({ msgid, seq }) => [msgid, seq]));
    return [...once.values()].filter(({ seq, message }) => !taken.has(seq) && !taken.has(message.msgid));
  }

  #rowOf({ seq, message, chat }: HeardMessage, key: TextKey | undefined) {
    const { msgid, sentAt, content } = message;
    const { chatKey, chatId, fromKind, wecomUserId, contactId } = chat;
    const messageId = this.randomness.uuid();
    const said = content.kind === 'said' ? content : null;
    const text = said?.text ?? null;
    const isSealed = text !== null && key !== undefined;
    return {
      messageId,
      seq,
      msgid,
      chatKey,
      chatId,
      fromKind,
      wecomUserId,
      contactId,
      sentAt,
      heardAt: this.clock.now(),
      kind: said?.type ?? 'recall',
      keyId: isSealed ? key.keyId : null,
      sealedText: isSealed ? this.texts.seal(text, messageId, key) : null,
      fileId: said?.file?.fileId ?? null,
      fileMd5: said?.file?.md5 ?? null,
      fileBytes: said?.file?.sizeBytes ?? null,
      recalledMsgid: content.kind === 'recall' ? content.recalledMsgid : null,
    };
  }

  #findingsOf(
    { findings, ...heard }: HeardMessage,
    { messageId, wecomUserId, sentAt }: Pick<ArchiveMessage, 'messageId' | 'wecomUserId' | 'sentAt'>,
    dictionaryVersions: Readonly<Record<string, number>>,
  ) {
    const text = textOf(heard);
    const stance = text === null ? null : adviceStance(text);
    return findings.map(({ level, fault, reasonCode, start, end }, placeNo) => ({
      findingId: this.randomness.uuid(),
      messageId,
      placeNo,
      wecomUserId: wecomUserId ?? '',
      sentAt,
      level,
      fault,
      reasonCode,
      startsAt: start,
      endsAt: end,
      ...(fault === 'stock_tip' && stance),
      dictionaryVersions,
      state: 'OPEN',
    }));
  }

  async #keepUnread(tx: Transaction, { unread }: ArchivePage): Promise<void> {
    if (unread.length === 0) return;
    const heardAt = this.clock.now();
    const rows = unread.map(({ why, record: { seq, msgid, keyVersion, encryptedKey, encryptedMessage } }) => {
      const isKept = encryptedMessage.length <= LONGEST_KEPT && encryptedKey.length <= LONGEST_KEPT;
      return {
        seq,
        msgid,
        why: isKept ? why : 'DAMAGED',
        keyVersion,
        encryptedKey: isKept ? encryptedKey : '',
        encryptedMessage: isKept ? encryptedMessage : '',
        heardAt,
      } as const;
    });
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(UnreadRecord)
      .values(rows)
      .orIgnore()
      .updateEntity(false)
      .execute();
  }
}

const textOf = ({ message: { content } }: Pick<HeardMessage, 'message'>): string | null =>
  content.kind === 'said' ? content.text : null;
/** Texts of staff in a group belong to no customer: they are sealed for the group. */
const ownerOf = ({ chat }: HeardMessage): string => chat.contactId ?? chat.chatKey;
