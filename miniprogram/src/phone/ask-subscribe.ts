import Taro from '@tarojs/taro';
import type { SUBSCRIBE_ANSWERS } from '@siyu/shared/contracts/notifications.limits';
import { findKeptAccount } from '../session/kept-session';
import { session } from '../session/session';
import { say } from '../words/say';

type Answer = (typeof SUBSCRIBE_ANSWERS)[number];
/** WeChat: the main switch for messages is off. */
const SWITCHED_OFF = 20_004;

export type SubscribeOutcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'switched-off' }
  /** Nobody could be asked. */
  | { readonly kind: 'not-asked' };

/**
 * Has WeChat ask the person for one message of a template. To be called in a tap, before anything else is waited for;
 * in a browser the phone of the demo system stands in for WeChat.
 */
export async function askToSubscribe(templateId: string, title: string): Promise<SubscribeOutcome> {
  if (process.env.TARO_ENV !== 'weapp') return askInBox(templateId, title);
  try {
    // Taro's types want what another platform calls entityIds, too.
    const result: unknown = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] });
    return answered(fieldOf(result, templateId));
  } catch (error) {
    return { kind: fieldOf(error, 'errCode') === SWITCHED_OFF ? 'switched-off' : 'not-asked' };
  }
}

async function askInBox(templateId: string, title: string): Promise<SubscribeOutcome> {
  const phoneUrl = session.get().runtime?.sandboxPhoneUrl ?? null;
  const account = findKeptAccount();
  if (phoneUrl === null || account === null) return { kind: 'not-asked' };
  const { confirm } = await Taro.showModal({
    title: say('notices.ask.title'),
    content: say('notices.ask.text', { title }),
    confirmText: say('notices.ask.confirm'),
    cancelText: say('notices.ask.cancel'),
  });
  const choice = confirm ? 'accept' : 'reject';
  const { statusCode, data } = await Taro.request<Record<string, unknown>>({
    url: `${phoneUrl}/__phone/subscribe`,
    method: 'POST',
    header: { 'content-type': 'application/json' },
    data: { account, tmplIds: [templateId], choices: { [templateId]: choice } },
  });
  return statusCode === 200 ? answered(data[templateId]) : { kind: 'not-asked' };
}

const fieldOf = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, name) : null;

function answered(answer: unknown): SubscribeOutcome {
  if (typeof answer !== 'string') return { kind: 'not-asked' };
  if (answer.startsWith('accept')) return { kind: 'answered', answer: 'accept' };
  return { kind: 'answered', answer: answer === 'ban' || answer === 'filter' ? answer : 'reject' };
}
