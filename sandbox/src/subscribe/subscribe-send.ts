import { z } from 'zod';
import type { AppConsole } from '../app-console/app-consoles.ts';
import type { MiniProgram } from '../mini-programs.ts';
import { accountOf } from '../phone-person.ts';
import { refuse, type Answer } from '../wechat-api/answers.ts';
import type { Body } from '../wechat-api/read-call.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Template } from './templates.ts';
import { fitsType } from './typed-values.ts';

const Options = z.object({
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).optional(),
  lang: z.enum(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']).optional(),
});
const Value = z.object({ value: z.union([z.string(), z.number()]) });

export interface SubscribeMessage {
  readonly openid: string;
  readonly account: string;
  readonly template: Template;
  /** May carry a query; null when the card leads nowhere. */
  readonly page: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/** The values of a message, or the refusal that names the first wrong one. */
function readValues(
  template: Template,
  data: unknown,
): { readonly values: Readonly<Record<string, string>> } | { readonly refusal: Answer } {
  const given = z.record(z.string(), z.unknown()).safeParse(data);
  const values: Record<string, string> = {};
  for (const { key } of template.keywords) {
    const read = Value.safeParse(given.success ? given.data[key] : undefined);
    const value = read.success ? String(read.data.value) : '';
    // The platform's own spelling, which clients look for.
    if (value.trim() === '') {
      return { refusal: refuse(47003, `argument invalid! data.${key}.value is emtpy`) };
    }
    if (!fitsType(key, value)) {
      return { refusal: refuse(47003, `argument invalid! data.${key}.value invalid`) };
    }
    values[key] = value;
  }
  return { values };
}

/** Reads a message to send, or says why WeChat would not take it; what it costs is another question. */
export function readSubscribeMessage(
  app: MiniProgram,
  console: AppConsole,
  body: Body,
): SubscribeMessage | { readonly refusal: Answer } {
  const { touser: openid, template_id: templateId, page = null } = body;
  const account = accountOf(app, openid);
  if (account === null || typeof openid !== 'string') return { refusal: refuse(40003, 'invalid openid') };
  const template = console.templates.find((each) => each.templateId === templateId);
  if (template === undefined) return { refusal: refuse(40037, 'invalid template_id') };
  const read = readValues(template, body['data']);
  if ('refusal' in read) return read;
  if (page !== null && typeof page !== 'string') return { refusal: refuse(41030, 'invalid page') };
  const path = page?.split('?', 1)[0]?.replace(/^\//, '') ?? '';
  if (path !== '' && !console.releasedPages.includes(path)) {
    return { refusal: refuse(41030, 'invalid page') };
  }
  const options = Options.safeParse(body);
  if (!options.success) return { refusal: refuse(47001, 'data format error') };
  return { openid, account, template, page: page === '' ? null : page, values: read.values };
}

/** Takes one message from what a person has allowed; the refusal when there is none. */
export function spend(subscriptions: Subscriptions, appId: string, message: SubscribeMessage): Answer | null {
  const { openid, template } = message;
  const allowance = subscriptions.of(appId, openid, template.templateId);
  const isAllowed =
    subscriptions.isMainSwitchOn(appId, openid) &&
    !template.isBanned &&
    (template.kind === 'long_term' ? allowance.isSubscribed : allowance.balance > 0);
  if (!isAllowed) return refuse(43101, 'user refuse to accept the msg');
  if (template.kind === 'one_time') allowance.balance -= 1;
  return null;
}
