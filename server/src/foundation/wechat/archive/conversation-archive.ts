import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../../../platform/config/index.ts';
import type { PlatformCall } from '../client/platform-client.ts';
import { WechatError } from '../client/wechat-error.ts';
import { PlatformClients } from '../platform-clients.ts';
import { wecomSource } from '../wecom-source.ts';
import { ArchiveFeed, type SealedRecord } from './archive-feed.ts';
import { ArchiveKeys } from './archive-keys.ts';
import { type ArchivedMessage, readArchived } from './read-archived.ts';

/** Why a record cannot be read: its key is not there (yet), or it is damaged. */
export type UnreadableWhy = 'UNKNOWN_KEY' | 'DAMAGED';
export type OpenedRecord =
  | { readonly message: ArchivedMessage | null; readonly why: null }
  | { readonly message: null; readonly why: UnreadableWhy };
/** Whether a customer agreed to be recorded, with an employee or in a group, and since when. */
export interface ConsentAnswer {
  readonly contactId: string;
  readonly withId: string;
  readonly isAgreed: boolean;
  readonly changedAt: number;
}

const PER_MINUTE = 600;
const PAIRS_AT_ONCE = 100;
const id = z.string().min(1).max(128);
const status = { status_change_time: z.int().min(0), agree_status: z.string() };
const answers = {
  seats: z.object({ ids: z.array(id) }),
  // The spelling is WeCom's own.
  pairs: z.object({ agreeinfo: z.array(z.object({ userid: id, exteranalopenid: id, ...status })) }),
  room: z.object({ agreeinfo: z.array(z.object({ exteranalopenid: id, ...status })) }),
} as const;

/** The conversation archive, which a firm buys per seat. Without one every conversation is shown as not kept. */
@Injectable()
export class ConversationArchive implements OnModuleInit {
  readonly #keys: ArchiveKeys | null;

  constructor(
    private readonly config: Config,
    private readonly clients: PlatformClients,
    @Inject(ArchiveFeed) private readonly feed: ArchiveFeed,
  ) {
    const archive = config.wecom?.archive ?? null;
    this.#keys = archive === null ? null : new ArchiveKeys(archive.keysDir);
  }

  async onModuleInit(): Promise<void> {
    await this.#keys?.load();
  }

  get isOn(): boolean {
    return this.feed.isThere && this.#keys !== null;
  }

  /**
   * Records after a place, in order, still sealed.
   * @throws {WechatError}
   */
  pull(afterSeq: number, limit: number): Promise<readonly SealedRecord[]> {
    return this.feed.pull(afterSeq, limit);
  }

  /** Whether a record of this key can be read now; a key that was put there meanwhile is found. */
  async knowsKey(version: number): Promise<boolean> {
    const keys = this.#keys;
    if (keys === null) return false;
    // A file that holds no key stops a start, and never the feed: its records wait, and are counted.
    if (!keys.has(version)) await keys.load().catch(() => undefined);
    return keys.has(version);
  }

  /** Never throws: what cannot be read is said to be so, and the records after it are not kept waiting. */
  open({ keyVersion, encryptedKey, encryptedMessage }: Omit<SealedRecord, 'seq'>): OpenedRecord {
    if (this.#keys?.has(keyVersion) !== true) return { message: null, why: 'UNKNOWN_KEY' };
    try {
      const plain = this.feed.decrypt(this.#keys.unseal(keyVersion, encryptedKey), encryptedMessage);
      return { message: readArchived(plain), why: null };
    } catch {
      // The error may carry the plain text: nothing of it is kept.
      return { message: null, why: 'DAMAGED' };
    }
  }

  /**
   * Employees with a seat.
   * @throws {WechatError}
   */
  async listSeats(): Promise<readonly string[]> {
    return (await this.#ask('get_permit_user_list', {}, answers.seats)).ids;
  }

  /**
   * What customers said to being recorded with an employee; who was never asked is absent.
   * @throws {WechatError}
   */
  async listConsents(
    pairs: readonly { readonly userId: string; readonly contactId: string }[],
  ): Promise<readonly ConsentAnswer[]> {
    const told: ConsentAnswer[] = [];
    for (let at = 0; at < pairs.length; at += PAIRS_AT_ONCE) {
      const info = pairs
        .slice(at, at + PAIRS_AT_ONCE)
        .map(({ userId, contactId }) => ({ userid: userId, exteranalopenid: contactId }));
      const { agreeinfo } = await this.#ask('check_single_agree', { info }, answers.pairs).catch(
        nobodyAgreed,
      );
      told.push(...agreeinfo.map((each) => answerOf(each, each.userid)));
    }
    return told;
  }

  /**
   * What the customers in a group said to being recorded there; none for a group that is not archived.
   * @throws {WechatError}
   */
  async listGroupConsents(chatId: string): Promise<readonly ConsentAnswer[]> {
    const { agreeinfo } = await this.#ask('check_room_agree', { roomid: chatId }, answers.room).catch(
      nobodyAgreed,
    );
    return agreeinfo.map((each) => answerOf(each, chatId));
  }

  #ask<Shape extends z.ZodType>(api: string, body: object, shape: Shape): Promise<z.output<Shape>> {
    const path = `/cgi-bin/msgaudit/${api}`;
    const call: PlatformCall = { path, body, perMinute: PER_MINUTE, isRepeatable: true };
    return this.clients.wecom.call(wecomSource(this.config, this.clients, 'archive', path), call, shape);
  }
}

/** Of a group that is gone, or somebody without a seat, the platform refuses to say: that holds nothing up. */
function nobodyAgreed(error: unknown): { readonly agreeinfo: never[] } {
  if (error instanceof WechatError && error.kind === 'refused' && !error.retryable) return { agreeinfo: [] };
  throw error;
}

const answerOf = (
  told: {
    readonly exteranalopenid: string;
    readonly status_change_time: number;
    readonly agree_status: string;
  },
  withId: string,
): ConsentAnswer => ({
  contactId: told.exteranalopenid,
  withId,
  isAgreed: told.agree_status === 'Agree',
  changedAt: told.status_change_time * 1_000,
});
