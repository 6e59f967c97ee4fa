import { z } from 'zod';
import type { Content } from './conversations.ts';
import { WecomRefusal } from './refusal.ts';
import type { WecomWorld } from './wecom-world.ts';

const TITLE_BYTES = 64;
const TEXT_BYTES = 4_000;
const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

const withMedia = z.object({ media_id: z.string().min(1) });

/** What hangs below a text to customers. */
const Attachment = z.discriminatedUnion('msgtype', [
  z.object({ msgtype: z.literal('image'), image: withMedia }),
  z.object({ msgtype: z.literal('video'), video: withMedia }),
  z.object({ msgtype: z.literal('file'), file: withMedia }),
  z.object({
    msgtype: z.literal('link'),
    link: z.object({
      title: z
        .string()
        .min(1)
        .refine((title) => bytesOf(title) <= 128, 'longer than 128 bytes'),
      url: z.url(),
      desc: z.string().default(''),
      picurl: z.string().optional(),
    }),
  }),
  z.object({
    msgtype: z.literal('miniprogram'),
    miniprogram: z.object({
      title: z
        .string()
        .min(1)
        .refine((title) => bytesOf(title) <= TITLE_BYTES, 'longer than 64 bytes'),
      pic_media_id: z.string().min(1),
      appid: z.string().min(1),
      page: z.string().min(1),
    }),
  }),
]);
type Attachment = z.infer<typeof Attachment>;

/** A text and up to nine things below it; at least one of the two. */
export const MessageFields = {
  text: z
    .object({ content: z.string().refine((text) => bytesOf(text) <= TEXT_BYTES, 'longer than 4000 bytes') })
    .optional(),
  attachments: z.array(Attachment).max(9).default([]),
};

/** The parts of a message to customers, checked: material that is still there, an app linked to the firm. */
export function contentsOf(
  wecom: WecomWorld,
  given: {
    readonly text?: { readonly content: string } | undefined;
    readonly attachments: readonly Attachment[];
  },
): readonly Content[] {
  const text = given.text?.content ?? '';
  if (text === '' && given.attachments.length === 0)
    throw new WecomRefusal(40058, 'text, attachments: nothing');
  return [
    ...(text === '' ? [] : [{ kind: 'text', text } as const]),
    ...given.attachments.map((attachment) => contentOf(wecom, attachment)),
  ];
}

function contentOf(wecom: WecomWorld, attachment: Attachment): Content {
  if (attachment.msgtype === 'link') {
    const { title, url, desc: description } = attachment.link;
    return { kind: 'link', title, url, description };
  }
  if (attachment.msgtype === 'miniprogram') {
    const { title, appid: appId, page, pic_media_id: picture } = attachment.miniprogram;
    if (!wecom.linkedAppIds.includes(appId)) throw new WecomRefusal(40013, 'appid: not linked to the corp');
    wecom.media.get(picture, 'image');
    return { kind: 'miniprogram', title, appId, page };
  }
  const id =
    attachment.msgtype === 'image'
      ? attachment.image.media_id
      : attachment.msgtype === 'video'
        ? attachment.video.media_id
        : attachment.file.media_id;
  const { name, bytes } = wecom.media.get(id, attachment.msgtype);
  return { kind: attachment.msgtype, name, bytes };
}
