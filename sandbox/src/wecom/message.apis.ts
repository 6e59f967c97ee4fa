import { z } from 'zod';
import { queryOf, readBody, type WecomApi } from './api.ts';
import { contentsOf, MessageFields } from './attachments.ts';
import { readForm, type Media, type MediaType } from './media.ts';
import { WecomRefusal } from './refusal.ts';
import type { WecomWorld } from './wecom-world.ts';

const Welcome = z.object({ welcome_code: z.string().min(1), ...MessageFields });
const TYPES: readonly MediaType[] = ['image', 'voice', 'video', 'file'];

function uploaded(media: Media): object {
  return {
    type: media.type,
    media_id: media.mediaId,
    // A text in one API and a number in the other, as there.
    created_at: String(Math.floor(media.createdAt / 1000)),
  };
}

/** Welcomes, and the material that hangs below messages. */
export function messageApis(wecom: WecomWorld): readonly WecomApi[] {
  const upload = (path: string, parameter: string): WecomApi => ({
    path,
    method: 'POST',
    needs: null,
    isUpload: true,
    handle: (call) => {
      const type = TYPES.find((each) => each === queryOf(call, parameter, 40004));
      if (type === undefined) throw new WecomRefusal(40004);
      const { name, bytes } = readForm(call.raw, call.contentType);
      return uploaded(wecom.media.put(type, name, bytes));
    },
  });
  return [
    {
      path: 'externalcontact/send_welcome_msg',
      method: 'POST',
      needs: 'contact',
      handle: ({ body }) => {
        const given = readBody(Welcome, body);
        const contents = contentsOf(wecom, given);
        const { userid, customer } = wecom.welcomes.use(given.welcome_code);
        const room = { kind: 'single', userid, externalUserId: customer.externalUserId } as const;
        for (const content of contents) wecom.conversations.post(room, userid, content);
        return {};
      },
    },
    upload('media/upload', 'type'),
    upload('media/upload_attachment', 'media_type'),
    {
      path: 'media/get',
      method: 'GET',
      needs: null,
      handle: (call) => wecom.media.get(queryOf(call, 'media_id', 40007)).bytes,
    },
  ];
}
