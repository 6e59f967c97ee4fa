import { signPush } from '../foundation/wechat/testing/sign-callback.ts';
import type { TestApp } from './index.ts';

type Choice = 'accept' | 'reject';
export interface ToldChoices {
  readonly openid: string;
  readonly event: 'popup' | 'change';
  readonly templateId: string;
  readonly choices: readonly Choice[];
  /** Makes an event differ from those before it. */
  readonly at: number;
}

/** Tells of somebody's window or settings as WeChat does: signed, a single entry not as a list. @returns the status */
export async function tellChoices(app: TestApp, token: string, told: ToldChoices): Promise<number> {
  const { openid, event, templateId, choices, at } = told;
  const entries = choices.map((SubscribeStatusString) => ({ TemplateId: templateId, SubscribeStatusString }));
  const seconds = Math.floor(app.clock.now() / 1_000);
  const message = {
    ToUserName: 'gh_1',
    FromUserName: openid,
    CreateTime: seconds + at,
    MsgType: 'event',
    Event: `subscribe_msg_${event}_event`,
    List: entries.length === 1 ? entries[0] : entries,
  };
  const signer = { token, receiver: app.config.wechat.appId };
  const { query, body } = signPush(signer, JSON.stringify(message), seconds);
  const address = `${app.url}/v1/wechat/push?${new URLSearchParams(query).toString()}`;
  const headers = { 'content-type': 'application/json' };
  return (await fetch(address, { method: 'POST', headers, body })).status;
}
