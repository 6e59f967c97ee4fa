import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Transaction } from '../../platform/database/index.ts';
import { PlatformCallbacks } from './callbacks/platform-callbacks.ts';
import { listOf, textOf } from './callbacks/read-pushed.ts';
import { matchKeyOf, PlatformSends } from './sends/platform-sends.ts';
import type { NewSend, SendChannel } from './sends/send-channel.ts';
import type { SubscribeMessage } from './wechat-answers.ts';
import { WechatApi } from './wechat-api.ts';

const CHANNEL = 'wechat.subscribe';
const SENT_EVENT = 'subscribe_msg_sent_event';
const Message = z.object({
  openid: z.string(),
  templateId: z.string(),
  page: z.string().optional(),
  data: z.record(z.string(), z.string()),
});
type Hooks = Pick<SendChannel, 'about' | 'admit' | 'settled'>;

/** Subscribe messages: what is planned goes out once, and WeChat's own event settles what nobody knew. */
@Injectable()
export class SubscribeSends implements OnModuleInit {
  #hooks: Hooks = {};

  constructor(
    private readonly sends: PlatformSends,
    private readonly callbacks: PlatformCallbacks,
    private readonly wechat: WechatApi,
  ) {}

  onModuleInit(): void {
    this.sends.register({
      name: CHANNEL,
      platform: 'wechat',
      way: 'SUBSCRIBE_MESSAGE',
      about: async (message, facts, manager) => (await this.#hooks.about?.(message, facts, manager)) ?? {},
      send: (message) => this.wechat.subscribeSend(Message.parse(message)),
      admit: async (tx, facts) => (await this.#hooks.admit?.(tx, facts)) ?? null,
      settled: async (tx, facts, outcome) => this.#hooks.settled?.(tx, facts, outcome),
    });
    this.callbacks.on('wechat', SENT_EVENT, 'settle-subscribe-sends', async (tx, { facts }) => {
      const openid = textOf(facts, 'FromUserName') ?? '';
      for (const entry of listOf(facts, 'SubscribeMsgSentEvent')) {
        const code = textOf(entry, 'ErrorCode') ?? '0';
        const isLooked = await this.sends.resolveByEvent(tx, {
          channel: CHANNEL,
          platformId: textOf(entry, 'MsgID'),
          matchKey: matchKeyOf(openid, textOf(entry, 'TemplateId') ?? ''),
          state: code === '0' ? 'SENT' : 'FAILED',
          errorCode: code === '0' ? null : `wechat.${code}`.slice(0, 64),
        });
        // Tried again in a moment, when the answer of that call is there.
        if (!isLooked) throw new Error('the message that the event may mean is being sent');
      }
    });
  }

  /** What hangs on a message of this kind: budgets before, balances after. Of one module only. */
  use(hooks: Hooks): void {
    this.#hooks = hooks;
  }

  /** In the caller's transaction; the same business key again has no effect. */
  plan(
    tx: Transaction,
    wanted: Pick<NewSend, 'businessKey' | 'memberNo' | 'notBefore' | 'notAfter'>,
    message: SubscribeMessage,
  ): Promise<{ readonly sendId: string; readonly isNew: boolean }> {
    const matchKey = matchKeyOf(message.openid, message.templateId);
    return this.sends.plan(tx, { ...wanted, channel: CHANNEL, message, matchKey });
  }
}
