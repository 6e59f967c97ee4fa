import { z } from 'zod';
import { accountOf } from '../phone-person.ts';
import { accept, refuse, type Answer } from '../wechat-api/answers.ts';
import type { WechatApi } from '../wechat-api/wechat-api.ts';
import type { World } from '../world.ts';

const filled = z.string().min(1).max(2_048);
const Content = z.discriminatedUnion('msgtype', [
  z.object({ msgtype: z.literal('text'), text: z.object({ content: filled }) }),
  z.object({ msgtype: z.literal('image'), image: z.object({ media_id: filled }) }),
  z.object({
    msgtype: z.literal('link'),
    link: z.object({ title: filled, description: filled, url: z.url(), thumb_url: z.url() }),
  }),
  z.object({
    msgtype: z.literal('miniprogrampage'),
    miniprogrampage: z.object({ title: filled, pagepath: filled, thumb_media_id: filled }),
  }),
]);

/** The lines a person reads of a customer message. */
function read(content: z.infer<typeof Content>): { lines: string[]; page: string | null } {
  if (content.msgtype === 'text') return { lines: [content.text.content], page: null };
  if (content.msgtype === 'image') return { lines: ['[图片]'], page: null };
  if (content.msgtype === 'link') return { lines: [content.link.title, content.link.url], page: null };
  return { lines: [content.miniprogrampage.title], page: content.miniprogrampage.pagepath };
}

/** Customer messages and the sign that somebody is typing. */
export function customerMessageRoutes(api: WechatApi, world: World): void {
  api.withToken('POST', '/cgi-bin/message/custom/send', 'custom/send', ({ app, body }): Answer => {
    const account = accountOf(app, body['touser']);
    if (account === null) return refuse(40003, 'invalid openid');
    if (!['text', 'image', 'link', 'miniprogrampage'].some((known) => known === body['msgtype'])) {
      return refuse(40008, 'invalid message type');
    }
    const content = Content.safeParse(body);
    if (!content.success) return refuse(47001, 'data format error');
    const { lines, page } = read(content.data);
    const path = page?.split('?', 1)[0]?.replace(/^\//, '');
    if (path !== undefined && !world.mini.consoles.of(app.appId).releasedPages.includes(path)) {
      return refuse(40165, 'invalid weapp pagepath');
    }
    const taken = world.mini.conversations.take(`${app.appId} ${account}`);
    if (taken === 'out_of_time') return refuse(45015, 'response out of time limit');
    if (taken === 'used_up') return refuse(45047, 'out of response count limit');
    world.mini.inbox.put({ appId: app.appId, account, kind: 'customer_service', title: '', lines, page });
    return accept({ errcode: 0, errmsg: 'ok' });
  });

  api.withToken('POST', '/cgi-bin/message/custom/typing', 'custom/typing', ({ app, body }): Answer => {
    const account = accountOf(app, body['touser']);
    if (account === null) return refuse(40003, 'invalid openid');
    if (body['command'] !== 'Typing' && body['command'] !== 'CancelTyping') {
      return refuse(45072, 'invalid command');
    }
    if (!world.mini.conversations.isOpen(`${app.appId} ${account}`)) {
      return refuse(45080, 'need user interaction first');
    }
    return accept({ errcode: 0, errmsg: 'ok' });
  });
}
