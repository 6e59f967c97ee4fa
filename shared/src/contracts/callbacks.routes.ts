import { defineRoute } from './route.ts';

/** What a platform adds to the address; the names are its own. */
export interface CallbackQuery {
  readonly signature?: string;
  readonly msg_signature?: string;
  readonly timestamp?: string;
  readonly nonce?: string;
  readonly echostr?: string;
}

/** Called by WeChat and WeCom, whose signature stands for a token. Answers are plain text. */
export const callbacksRoutes = {
  /** WeChat asks once whether the address is ours. */
  confirmWechatPush: defineRoute<{ query: CallbackQuery }, string>(
    'callbacks.confirmWechatPush',
    'machine',
    'GET',
    '/v1/wechat/push',
  ),
  takeWechatPush: defineRoute<{ query: CallbackQuery; body: object }, string>(
    'callbacks.takeWechatPush',
    'machine',
    'POST',
    '/v1/wechat/push',
  ),
  confirmWecomCallback: defineRoute<{ query: CallbackQuery }, string>(
    'callbacks.confirmWecomCallback',
    'machine',
    'GET',
    '/v1/wecom/callbacks',
  ),
  takeWecomCallback: defineRoute<{ query: CallbackQuery; body: object }, string>(
    'callbacks.takeWecomCallback',
    'machine',
    'POST',
    '/v1/wecom/callbacks',
  ),
} as const;
