import { Injectable } from '@nestjs/common';
import { Moderation, type PlacedFinding } from '../moderation/index.ts';
import {
  type ArchivedMessage,
  type ConsentAnswer,
  ConversationArchive,
  type SealedRecord,
  type UnreadableWhy,
} from '../../foundation/wechat/index.ts';
import { ArchiveConsents, type ConsentPlace, isAgreedAt, keyOf } from './archive-consents.ts';
import { type Chat, chatOf } from './chat-of.ts';

/** A message that may be kept, in its chat, with what was found in it. */
export interface HeardMessage {
  readonly seq: number;
  readonly message: ArchivedMessage;
  readonly chat: Chat;
  readonly findings: readonly PlacedFinding[];
}
/** What a page of the feed comes to, ready to be written. */
export interface ArchivePage {
  readonly consents: readonly ConsentAnswer[];
  readonly heard: readonly HeardMessage[];
  readonly unread: readonly { readonly record: SealedRecord; readonly why: UnreadableWhy }[];
  readonly refused: number;
  readonly dictionaryVersions: Readonly<Record<string, number>>;
}
type Placed = Omit<HeardMessage, 'findings'>;

/** Makes of sealed records what may be kept of them. Nothing is written here; the platform may be asked. */
@Injectable()
export class ArchivePages {
  constructor(
    private readonly archive: ConversationArchive,
    private readonly consents: ArchiveConsents,
    private readonly moderation: Moderation,
  ) {}

  /** @throws {WechatError} when the platform cannot say who agreed */
  async prepare(records: readonly SealedRecord[]): Promise<ArchivePage> {
    const unread: { record: SealedRecord; why: UnreadableWhy }[] = [];
    const placed: Placed[] = [];
    const told: ConsentAnswer[] = [];
    for (const version of new Set(records.map(({ keyVersion }) => keyVersion)))
      await this.archive.knowsKey(version);
    for (const record of records) {
      const { message, why } = this.archive.open(record);
      if (why !== null) unread.push({ record, why });
      else if (message?.content.kind === 'consent') told.push(...answersOf(message));
      else if (message !== null) {
        const chat = chatOf(message);
        if (chat !== null) placed.push({ seq: record.seq, message, chat });
      }
    }
    const { allowed, asked } = await this.#allowed(placed, told);
    const { findings, dictionaryVersions } = await this.#check(allowed);
    return {
      consents: [...told, ...asked],
      heard: allowed.map((each) => ({
        ...each,
        findings: findings.filter(({ path }) => path === each.message.msgid),
      })),
      unread,
      refused: placed.length - allowed.length,
      dictionaryVersions,
    };
  }

  /** The platform hands over nothing without a consent; it is looked at here all the same. */
  async #allowed(placed: readonly Placed[], told: readonly ConsentAnswer[]) {
    const places = new Map<string, ConsentPlace>();
    for (const { chat } of placed)
      if (chat.consent !== null)
        places.set(keyOf(chat.consent), { ...chat.consent, isGroup: chat.chatId !== null });
    const known = [...told, ...(await this.consents.listOf([...places.values()]))];
    const isKnown = new Set(known.map(keyOf));
    const asked = await this.consents.ask([...places.values()].filter((place) => !isKnown.has(keyOf(place))));
    const words = new Map<string, ConsentAnswer[]>();
    for (const word of [...known, ...asked])
      words.set(keyOf(word), [...(words.get(keyOf(word)) ?? []), word]);
    const allowed = placed.filter(
      ({ message, chat: { consent } }) =>
        consent === null || isAgreedAt(words.get(keyOf(consent)) ?? [], message.sentAt),
    );
    return { allowed, asked };
  }

  /** What staff say is held against the dictionary; what customers say is theirs. */
  #check(messages: readonly Placed[]) {
    const texts = messages.flatMap(({ message: { msgid, content }, chat }) =>
      chat.fromKind === 'STAFF' && content.kind === 'said' && content.text !== null
        ? [{ path: msgid, text: content.text, isMarkedWrong: false }]
        : [],
    );
    return this.moderation.check(texts);
  }
}

/** In a group the yes or no is to the group, else to whom it was told. */
function answersOf({ chatId, to, content }: ArchivedMessage): ConsentAnswer[] {
  if (content.kind !== 'consent') return [];
  const { contactId, isAgreed, changedAt } = content;
  return (chatId === null ? to : [chatId]).map((withId) => ({ contactId, withId, isAgreed, changedAt }));
}
