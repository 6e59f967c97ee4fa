import type { Template } from './templates.ts';
import type { Subscriptions } from './subscriptions.ts';

export const TEMPLATES_MAX = 5;

type Choice = 'accept' | 'reject';

export interface SubscribeAsk {
  readonly appId: string;
  readonly openid: string;
  readonly tmplIds: readonly string[];
  /** Where the finger goes in the box; `accept` for a template not named. */
  readonly choices: Readonly<Record<string, Choice>>;
  /** Whether 总是保持以上选择 is ticked. */
  readonly keeps: boolean;
  /** Whether the call comes from a tap or from a payment. */
  readonly isTap: boolean;
}

export interface SubscribeResult {
  /** What wx.requestSubscribeMessage hands to its callback. */
  readonly answer: Readonly<Record<string, string | number>>;
  /** What was chosen in the box, for the popup event; empty when no box was shown. */
  readonly popup: readonly { readonly templateId: string; readonly choice: Choice }[];
}

const fail = (errCode: number | null, why: string): SubscribeResult => ({
  answer: { errMsg: `requestSubscribeMessage:fail ${why}`, ...(errCode === null ? {} : { errCode }) },
  popup: [],
});

/** What wx.requestSubscribeMessage does: shows its box or not, counts what is accepted. */
export function requestSubscribe(
  templates: readonly Template[],
  subscriptions: Subscriptions,
  ask: SubscribeAsk,
): SubscribeResult {
  const { appId, openid, tmplIds } = ask;
  if (tmplIds.length === 0) return fail(10001, 'TmplIds can not be empty');
  if (tmplIds.length > TEMPLATES_MAX) return fail(20003, 'Templates count out of max bounds');
  if (!ask.isTap) return fail(null, 'can only be invoked by user TAP gesture.');
  const found = tmplIds.map((id) => templates.find(({ templateId }) => templateId === id));
  const asked = found.filter((each) => each !== undefined);
  if (asked.length < found.length)
    return fail(20001, 'No template data return, verify the template id exist');
  if (new Set(asked.map(({ kind }) => kind)).size > 1) {
    return fail(20002, 'Templates type must be same');
  }
  if (!subscriptions.isMainSwitchOn(appId, openid)) return fail(20004, 'The main switch is switched off');

  const answer: Record<string, string> = { errMsg: 'requestSubscribeMessage:ok' };
  const popup: { templateId: string; choice: Choice }[] = [];
  const titles = new Set<string>();
  for (const { templateId, title, isBanned, kind } of asked) {
    const isRepeated = titles.has(title);
    titles.add(title);
    const refusal = isBanned ? 'ban' : isRepeated ? 'filter' : null;
    if (refusal !== null) {
      answer[templateId] ??= refusal;
      continue;
    }
    const allowance = subscriptions.of(appId, openid, templateId);
    const choice = allowance.kept ?? ask.choices[templateId] ?? 'accept';
    if (allowance.kept === null) popup.push({ templateId, choice });
    if (ask.keeps) allowance.kept ??= choice;
    answer[templateId] = choice;
    if (choice === 'accept' && kind === 'one_time') allowance.balance += 1;
    if (kind === 'long_term') allowance.isSubscribed = choice === 'accept';
  }
  return { answer, popup };
}
