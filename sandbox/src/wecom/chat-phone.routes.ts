import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { ACCOUNT_PATTERN } from '../phone-accounts.ts';
import type { World } from '../world.ts';
import type { ChatMessage, Content } from './conversations.ts';
import { externalUserIdOf } from './customers.ts';
import { WecomRefusal } from './refusal.ts';
import { roomOf, Where } from './rooms.ts';

const account = z.string().regex(ACCOUNT_PATTERN);
const Saying = Where.extend({
  /** Who speaks: the account of a phone, or the employee. */
  by: z.union([z.literal('employee'), account]),
  text: z.string().min(1).max(4_000).optional(),
  file: z
    .object({ kind: z.enum(['image', 'voice', 'file']), name: z.string().max(128), base64: z.string() })
    .optional(),
  /** Takes a message back. */
  revoke: z.string().optional(),
});
const Consenting = z.object({
  account,
  userid: z.string().max(64).optional(),
  chatId: z.string().max(64).optional(),
  isAgreed: z.boolean(),
});

function shown({ content, ...message }: ChatMessage): object {
  const { kind } = content;
  const words =
    kind === 'text'
      ? content.text
      : kind === 'revoke'
        ? content.msgid
        : kind === 'link' || kind === 'miniprogram'
          ? content.title
          : content.name;
  return { msgid: message.msgid, at: message.at, from: message.from, kind, words };
}

/** Chats as both sides see them, and what a customer says to being recorded. */
export function chatPhoneRoutes(app: FastifyInstance, { wecom }: World): void {
  const answer = async (reply: FastifyReply, act: () => object): Promise<FastifyReply> => {
    try {
      return await reply.send(act());
    } catch (error) {
      if (error instanceof z.ZodError) return reply.code(400).send({ message: z.prettifyError(error) });
      if (error instanceof WecomRefusal) return reply.code(409).send({ message: error.message });
      throw error;
    }
  };
  const contentOf = ({ text, file }: z.infer<typeof Saying>): Content =>
    file === undefined
      ? { kind: 'text', text: text ?? '' }
      : { kind: file.kind, name: file.name, bytes: Buffer.from(file.base64, 'base64') };

  app.get('/__phone/wecom/chat', async (request, reply) =>
    answer(reply, () => ({
      messages: wecom.conversations.said(roomOf(wecom, Where.parse(request.query))).map(shown),
    })),
  );

  app.post('/__phone/wecom/chat', { bodyLimit: 4 * 1024 * 1024 }, async (request, reply) =>
    answer(reply, () => {
      const saying = Saying.parse(request.body);
      const room = roomOf(wecom, saying);
      const from = saying.by === 'employee' ? saying.userid : externalUserIdOf(saying.by);
      const isPresent =
        saying.by === 'employee' ||
        (room.kind === 'single'
          ? room.externalUserId === from
          : wecom.groups.accountsOf(room.chatId).includes(saying.by));
      if (!isPresent) throw new WecomRefusal(84061);
      if (saying.revoke !== undefined) return shown(wecom.conversations.revoke(room, from, saying.revoke));
      return shown(wecom.conversations.post(room, from, contentOf(saying)));
    }),
  );

  app.post('/__phone/wecom/archive-consents', async (request, reply) =>
    answer(reply, () => {
      const { account: who, userid, chatId, isAgreed } = Consenting.parse(request.body);
      const externalUserId = externalUserIdOf(who);
      const withWhom = chatId ?? userid ?? '';
      if (chatId === undefined) wecom.customers.followOf(externalUserId, withWhom);
      else wecom.groups.get(chatId);
      const seats = chatId === undefined ? [withWhom] : [...wecom.groups.get(chatId).staff];
      if (!seats.some((each) => wecom.archive.hasSeat(each))) throw new WecomRefusal(301042);
      wecom.archive.answer(externalUserId, withWhom, isAgreed);
      if (isAgreed && userid !== undefined) {
        const customer = wecom.customers.get(externalUserId);
        const isNew = !wecom.welcomes.wasWelcomed(userid, customer);
        wecom.callbacks.fire({
          Event: 'change_external_contact',
          ChangeType: 'msg_audit_approved',
          UserID: userid,
          ExternalUserID: externalUserId,
          ...(isNew ? { WelcomeCode: wecom.welcomes.issue(userid, customer) } : {}),
        });
      }
      return {};
    }),
  );
}
