import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import type { Content, Conversations, Room } from './conversations.ts';
import type { Corp } from './corp.ts';
import type { MediaShelf } from './media.ts';
import { WecomRefusal } from './refusal.ts';

const TICKET_MS = 7_200_000;
const WINDOWS_MAX = 200;

/** What wx.config and wx.agentConfig are given, and the address of the page as the client sees it. */
export const JsConfig = z.object({
  corpId: z.string(),
  /** Null: wx.config, which is signed with the ticket of the corp. */
  agentId: z.coerce.number().int().nullable(),
  timestamp: z.union([z.string(), z.number()]).transform(String),
  nonceStr: z.string().min(1),
  signature: z.string(),
  jsApiList: z.array(z.string()).max(100),
  url: z.url(),
});
export type JsConfig = z.infer<typeof JsConfig>;

const Message = z.discriminatedUnion('msgtype', [
  z.object({ msgtype: z.literal('text'), text: z.object({ content: z.string().min(1).max(4_000) }) }),
  z.object({ msgtype: z.literal('image'), image: z.object({ mediaid: z.string() }) }),
  z.object({ msgtype: z.literal('file'), file: z.object({ mediaid: z.string() }) }),
  z.object({
    msgtype: z.literal('news'),
    news: z.object({ link: z.url(), title: z.string().min(1), desc: z.string().default('') }),
  }),
  z.object({
    msgtype: z.literal('miniprogram'),
    // The page of a card needs its suffix here, unlike in a mini-program.
    miniprogram: z.object({
      appid: z.string(),
      title: z.string().min(1),
      page: z.string().regex(/^[^?]+\.html(?:\?.*)?$/),
    }),
  }),
]);

interface Ticket {
  readonly value: string;
  readonly expiresAt: number;
}

/** What a page in a chat window may do after its config was found good. */
interface Grant {
  readonly agentId: number;
  readonly apis: ReadonlySet<string>;
}

/** Tickets, signed configs and the calls of a page that stands beside a chat. */
export class JsSdk {
  /** By agent; 0 is the corp's own. */
  private readonly tickets = new Map<number, Ticket>();
  private readonly grants = new Map<string, Grant>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly corp: Corp,
    private readonly conversations: Conversations,
    private readonly media: MediaShelf,
    private readonly linkedAppIds: readonly string[],
  ) {}

  /** The ticket of an agent, or of the corp; the same until it expires. */
  ticket(agentId: number | null): { readonly ticket: string; readonly expires_in: number } {
    const now = this.clock.now();
    let ticket = this.tickets.get(agentId ?? 0);
    if (ticket === undefined || ticket.expiresAt <= now) {
      ticket = { value: `sbxticket-${hex(this.randomness, 24)}`, expiresAt: now + TICKET_MS };
      this.tickets.set(agentId ?? 0, ticket);
    }
    return { ticket: ticket.value, expires_in: Math.ceil((ticket.expiresAt - now) / 1000) };
  }

  /** Checks a config of a page in a window; null when it is good, else what the client says. */
  configure(windowId: string, config: JsConfig): string | null {
    if (config.corpId !== this.corp.corpId) return 'invalid corpid';
    const app = this.corp.apps.find(({ agentId }) => agentId === config.agentId);
    if (config.agentId !== null && app === undefined) return 'invalid agentid';
    const ticket = this.tickets.get(config.agentId ?? 0);
    if (ticket === undefined || ticket.expiresAt <= this.clock.now()) return 'invalid signature';
    const url = config.url.split('#')[0] ?? '';
    const text = `jsapi_ticket=${ticket.value}&noncestr=${config.nonceStr}&timestamp=${config.timestamp}&url=${url}`;
    if (createHash('sha1').update(text).digest('hex') !== config.signature) return 'invalid signature';
    if (app === undefined) return null;
    this.grants.set(windowId, { agentId: app.agentId, apis: new Set(config.jsApiList) });
    const oldest = this.grants.keys().next().value;
    if (this.grants.size > WINDOWS_MAX && oldest !== undefined) this.grants.delete(oldest);
    return null;
  }

  /**
   * A call of the page beside a chat.
   * @returns what wx.invoke gives back without err_msg, or null when the page may not call this.
   * @throws {WecomRefusal} when it may and the call itself is wrong.
   */
  invoke(windowId: string, userid: string, room: Room, api: string, params: unknown): object | null {
    const grant = this.grants.get(windowId);
    const app = this.corp.apps.find(({ agentId }) => agentId === grant?.agentId);
    if (grant === undefined || !grant.apis.has(api)) return null;
    // Who the customer is, is told to apps with customer contact only.
    if (app?.permissions.includes('contact') !== true) return null;
    if (app.visible !== null && !app.visible.includes(userid)) return null;
    if (api === 'getContext')
      return { entry: room.kind === 'single' ? 'single_chat_tools' : 'group_chat_tools' };
    if (api === 'getCurExternalContact') {
      if (room.kind === 'group') throw new WecomRefusal(84061, 'no single chat');
      return { userId: room.externalUserId };
    }
    if (api === 'getCurExternalChat') {
      if (room.kind === 'single') throw new WecomRefusal(90501);
      return { chatId: room.chatId };
    }
    if (api !== 'sendChatMessage') return null;
    const message = Message.safeParse(params);
    if (!message.success) throw new WecomRefusal(40058, z.prettifyError(message.error));
    this.conversations.post(room, userid, this.contentOf(message.data));
    return {};
  }

  private contentOf(message: z.infer<typeof Message>): Content {
    if (message.msgtype === 'text') return { kind: 'text', text: message.text.content };
    if (message.msgtype === 'news') {
      const { link: url, title, desc: description } = message.news;
      return { kind: 'link', title, url, description };
    }
    if (message.msgtype === 'miniprogram') {
      const { appid: appId, title, page } = message.miniprogram;
      if (!this.linkedAppIds.includes(appId)) throw new WecomRefusal(40013, 'appid: not linked to the corp');
      return { kind: 'miniprogram', title, appId, page };
    }
    const id = message.msgtype === 'image' ? message.image.mediaid : message.file.mediaid;
    const { name, bytes } = this.media.get(id, message.msgtype);
    return { kind: message.msgtype, name, bytes };
  }
}
