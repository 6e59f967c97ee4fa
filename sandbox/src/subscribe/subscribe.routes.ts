import { accept, refuse, type Answer } from '../wechat-api/answers.ts';
import type { WechatApi } from '../wechat-api/wechat-api.ts';
import type { World } from '../world.ts';
import { readSubscribeMessage, spend, type SubscribeMessage } from './subscribe-send.ts';

const LIMITS = { perDay: 10_000_000 };

/** Sending subscribe messages, and the list of templates. */
export function subscribeRoutes(api: WechatApi, world: World): void {
  const deliver = (appId: string, message: SubscribeMessage, msgid: number): void => {
    const { openid, account, template, page, values } = message;
    world.mini.inbox.put({
      appId,
      account,
      kind: 'subscribe',
      title: template.title,
      lines: template.keywords.map(({ key, label }) => `${label}：${values[key] ?? ''}`),
      page,
    });
    world.mini.pushes.get(appId)?.fire({
      openid,
      fields: { MsgType: 'event', Event: 'subscribe_msg_sent_event' },
      list: {
        wrapper: 'SubscribeMsgSentEvent',
        entries: [
          {
            TemplateId: template.templateId,
            MsgID: String(msgid),
            ErrorCode: '0',
            ErrorStatus: 'success',
          },
        ],
      },
    });
  };

  api.withToken('POST', '/cgi-bin/message/subscribe/send', 'subscribe/send', ({ app, body }): Answer => {
    const { consoles, quotas, subscriptions } = world.mini;
    const message = readSubscribeMessage(app, consoles.of(app.appId), body);
    if ('refusal' in message) return message.refusal;
    if (quotas.take(`subscribe ${app.appId}`, LIMITS) !== 'taken') {
      return refuse(45009, 'reach max api daily quota limit');
    }
    const refusal = spend(subscriptions, app.appId, message);
    if (refusal !== null) return refusal;
    const msgid = world.mini.nextMsgId();
    deliver(app.appId, message, msgid);
    return accept({ errcode: 0, errmsg: 'ok', msgid });
  });

  api.withToken('GET', '/wxaapi/newtmpl/gettemplate', 'gettemplate', ({ app }) =>
    accept({
      errcode: 0,
      errmsg: 'ok',
      data: world.mini.consoles.of(app.appId).templates.map(({ templateId, title, kind, keywords }) => ({
        priTmplId: templateId,
        title,
        content: keywords.map(({ key, label }) => `${label}:{{${key}.DATA}}\n`).join(''),
        example: keywords.map(({ label }) => `${label}:…\n`).join(''),
        type: kind === 'one_time' ? 2 : 3,
      })),
    }),
  );
}
