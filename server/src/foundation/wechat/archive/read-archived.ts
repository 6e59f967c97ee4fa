import { z } from 'zod';

/** Who said what to whom, as the archive tells it. */
export interface ArchivedMessage {
  readonly msgid: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Null between two people. */
  readonly chatId: string | null;
  readonly sentAt: number;
  readonly content: ArchivedContent;
}
export type ArchivedContent =
  | {
      readonly kind: 'consent';
      readonly contactId: string;
      readonly isAgreed: boolean;
      readonly changedAt: number;
    }
  | { readonly kind: 'recall'; readonly recalledMsgid: string }
  | {
      readonly kind: 'said';
      /** WeCom's own word for it, such as `text` or `image`. */
      readonly type: string;
      /** What there is to read; null for what has no words. */
      readonly text: string | null;
      readonly file: ArchivedFile | null;
    };
/** What is known of a file; the file itself is fetched by nobody. */
export interface ArchivedFile {
  readonly fileId: string;
  readonly md5: string;
  readonly sizeBytes: number;
}

const id = z.string().min(1).max(128);
const Envelope = z.looseObject({
  msgid: id,
  action: z.enum(['send', 'recall', 'switch']),
  from: id.default('unknown'),
  tolist: z.array(id).max(2_000).default([]),
  roomid: z.string().max(128).default(''),
  msgtime: z.int().min(0),
  msgtype: z.string().max(32).default('unknown'),
});
const Words = z.looseObject({
  content: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
});
const File = z.looseObject({
  sdkfileid: z.string().min(1).max(1_024),
  md5sum: z.string().max(32).default(''),
  filesize: z.int().min(0).optional(),
  voice_size: z.int().min(0).optional(),
  imagesize: z.int().min(0).optional(),
});
const Answer = z.looseObject({ userid: id });
const Recall = z.looseObject({ pre_msgid: id });
/** A text of WeCom has four thousand characters at most; what is put together of several may have more. */
const TEXT_MAX = 8_000;

/**
 * Reads the plain text of a record; null for what is no message, such as a switch of the firm.
 * @throws {Error} when it is in no shape we know
 */
export function readArchived(plain: string): ArchivedMessage | null {
  const facts = Envelope.parse(JSON.parse(plain));
  if (facts.action === 'switch') return null;
  return {
    msgid: facts.msgid,
    from: facts.from,
    to: facts.tolist,
    chatId: facts.roomid === '' ? null : facts.roomid,
    sentAt: facts.msgtime,
    content: contentOf(facts),
  };
}

function contentOf(facts: z.output<typeof Envelope>): ArchivedContent {
  const { msgtype } = facts;
  const part: unknown = facts[msgtype];
  if (msgtype === 'agree' || msgtype === 'disagree') {
    const answer = Answer.parse(part);
    const changedAt = z.int().min(0).catch(facts.msgtime).parse(answer[`${msgtype}_time`]);
    return { kind: 'consent', contactId: answer.userid, isAgreed: msgtype === 'agree', changedAt };
  }
  if (facts.action === 'recall' || msgtype === 'revoke')
    return { kind: 'recall', recalledMsgid: Recall.parse(facts['revoke']).pre_msgid };
  const file = File.safeParse(part);
  return {
    kind: 'said',
    type: msgtype,
    text: textOf(part),
    file: file.success
      ? {
          fileId: file.data.sdkfileid,
          md5: file.data.md5sum,
          sizeBytes: file.data.filesize ?? file.data.voice_size ?? file.data.imagesize ?? 0,
        }
      : null,
  };
}

function textOf(part: unknown): string | null {
  const words = Words.safeParse(part);
  if (!words.success) return null;
  const { content, title, description } = words.data;
  const lines = [content, title, description].filter((each) => each !== undefined && each !== '');
  return lines.length === 0 ? null : lines.join('\n').slice(0, TEXT_MAX);
}
