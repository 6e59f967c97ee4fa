import { constants, createCipheriv, createHash, publicEncrypt } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import type { ChatMessage, Content } from './conversations.ts';
import type { Corp } from './corp.ts';
import type { CustomerGroups } from './customer-groups.ts';
import type { WecomEvents } from './events.ts';
import { WecomRefusal } from './refusal.ts';

/** What a customer has said to being recorded; nobody who was not asked stands here. */
export interface Consent {
  readonly status: 'Agree' | 'Disagree';
  readonly changedAt: number;
}

/** One message as the archive keeps it: only who has the private key can read it. */
export interface ArchivedRecord {
  readonly seq: number;
  readonly at: number;
  readonly msgid: string;
  readonly keyVersion: number;
  readonly encryptedKey: string;
  readonly encryptedMessage: string;
}

/** The archive goes back five days and gives a thousand at a time. */
export const ARCHIVE_DAYS_MS = 5 * 86_400_000;
export const PULL_MAX = 1_000;
export const CHUNK = 512 * 1024;
/** The firm is told of new messages this often at most. */
const NOTICE_MS = 15_000;

/** The conversation archive (会话存档): seats, consents, and the feed of what both allow to be kept. */
export class ConversationArchive {
  private readonly consents = new Map<string, Consent>();
  private readonly records: ArchivedRecord[] = [];
  private readonly files = new Map<string, Buffer>();
  private key: { readonly version: number; readonly pem: string } | null = null;
  private noticedAt: number | null = null;
  private firstSeq = 1;

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly corp: Corp,
    private readonly groups: CustomerGroups,
    private readonly events: WecomEvents,
  ) {}

  /** The administrator sets the firm's public key; before that nothing is kept. */
  setKey(version: number, pem: string): void {
    this.key = { version, pem };
  }

  /** Where a box that was started anew goes on counting: the real archive never starts anew. */
  countFrom(seq: number): void {
    if (this.records.length === 0) this.firstSeq = seq;
  }

  hasSeat(userid: string): boolean {
    return this.corp.employees.some((each) => each.userid === userid && each.hasArchiveSeat);
  }

  /** `with`: a userid, or the chat_id of a group. */
  consentOf(externalUserId: string, withWhom: string): Consent | null {
    return this.consents.get(`${withWhom} ${externalUserId}`) ?? null;
  }

  /** A customer says yes or no to being recorded with an employee or in a group; the feed tells it too. */
  answer(externalUserId: string, withWhom: string, isAgreed: boolean): void {
    const at = this.clock.now();
    const status = isAgreed ? 'Agree' : 'Disagree';
    this.consents.set(`${withWhom} ${externalUserId}`, { status, changedAt: at });
    const msgid = hex(this.randomness, 10);
    const kind = isAgreed ? 'agree' : 'disagree';
    const isGroup = withWhom.startsWith('wr');
    this.keep(at, msgid, {
      msgid,
      action: 'send',
      from: externalUserId,
      tolist: isGroup ? [] : [withWhom],
      roomid: isGroup ? withWhom : '',
      msgtime: at,
      msgtype: kind,
      [kind]: { userid: externalUserId, [`${kind}_time`]: at },
    });
  }

  /** Keeps a message when a seat and a consent allow it. */
  hear(message: ChatMessage): void {
    if (!this.isAllowed(message)) return;
    const { room, content } = message;
    const staff = room.kind === 'group' ? [...this.groups.get(room.chatId).staff] : [room.userid];
    const external =
      room.kind === 'group' ? this.groups.externalUserIdsOf(room.chatId) : [room.externalUserId];
    this.keep(message.at, message.msgid, {
      msgid: message.msgid,
      action: content.kind === 'revoke' ? 'recall' : 'send',
      from: message.from,
      tolist: [...staff, ...external].filter((id) => id !== message.from),
      roomid: room.kind === 'group' ? room.chatId : '',
      msgtime: message.at,
      ...this.describe(content),
    });
  }

  /** Records after a place, of the last five days. */
  pull(afterSeq: number, limit: number): readonly ArchivedRecord[] {
    const since = this.clock.now() - ARCHIVE_DAYS_MS;
    return this.records.filter(({ seq, at }) => seq > afterSeq && at >= since).slice(0, limit);
  }

  /** A piece of a file; where the next one begins, null when it was the last. */
  chunk(fileId: string, from: number): { readonly bytes: Buffer; readonly next: number | null } {
    const file = this.files.get(fileId);
    if (file === undefined || from >= file.length) throw new WecomRefusal(40058, 'sdkfileid, indexbuf');
    const next = from + CHUNK;
    return { bytes: file.subarray(from, next), next: next < file.length ? next : null };
  }

  private isAllowed({ room, from }: ChatMessage): boolean {
    if (room.kind === 'single')
      return (
        this.hasSeat(room.userid) && this.consentOf(room.externalUserId, room.userid)?.status === 'Agree'
      );
    if (![...this.groups.get(room.chatId).staff].some((userid) => this.hasSeat(userid))) return false;
    return this.isEmployee(from) ? this.hasSeat(from) : this.consentOf(from, room.chatId)?.status === 'Agree';
  }

  private isEmployee(id: string): boolean {
    return this.corp.employees.some(({ userid }) => userid === id);
  }

  private describe(content: Content): Readonly<Record<string, unknown>> {
    if (content.kind === 'text') return { msgtype: 'text', text: { content: content.text } };
    if (content.kind === 'revoke') return { msgtype: 'revoke', revoke: { pre_msgid: content.msgid } };
    if (content.kind === 'link') {
      const { title, description, url } = content;
      return { msgtype: 'link', link: { title, description, link_url: url, image_url: '' } };
    }
    if (content.kind === 'miniprogram') {
      const { title, appId } = content;
      return { msgtype: 'weapp', weapp: { title, description: '', username: appId, displayname: title } };
    }
    const { kind, name, bytes } = content;
    const sdkfileid = `sdk${hex(this.randomness, 20)}`;
    this.files.set(sdkfileid, bytes);
    const md5sum = createHash('md5').update(bytes).digest('hex');
    const size = kind === 'voice' ? { voice_size: bytes.length, play_length: 1 } : { filesize: bytes.length };
    const names = kind === 'file' ? { filename: name, fileext: name.split('.').at(-1) ?? '' } : {};
    return { msgtype: kind, [kind]: { md5sum, sdkfileid, ...size, ...names } };
  }

  private keep(at: number, msgid: string, plain: object): void {
    if (this.key === null) return;
    const secret = Buffer.from(this.randomness.bytes(32));
    const { version, pem } = this.key;
    // The key travels as text, as the real one does.
    const encryptedKey = publicEncrypt(
      { key: pem, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from(secret.toString('base64')),
    ).toString('base64');
    const cipher = createCipheriv('aes-256-cbc', secret, secret.subarray(0, 16));
    const encryptedMessage = Buffer.concat([cipher.update(JSON.stringify(plain)), cipher.final()]);
    this.records.push({
      seq: this.firstSeq + this.records.length,
      at,
      msgid,
      keyVersion: version,
      encryptedKey,
      encryptedMessage: encryptedMessage.toString('base64'),
    });
    if (this.noticedAt !== null && at - this.noticedAt < NOTICE_MS) return;
    this.noticedAt = at;
    this.events.fire({ Event: 'msgaudit_notify' });
  }
}
