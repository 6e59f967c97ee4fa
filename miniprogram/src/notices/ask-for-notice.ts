import type { NoticeSetting, NoticeSettings } from '@siyu/shared/contracts/notifications';
import type { NoticeKind } from '@siyu/shared/contracts/notifications.limits';
import { notificationsRoutes } from '@siyu/shared/contracts/notifications.routes';
import type { MemberMessage } from '@siyu/shared/messages';
import Taro from '@tarojs/taro';
import { sentenceOfError } from '../api/api-error';
import { call } from '../api/call';
import { askToSubscribe } from '../phone/ask-subscribe';
import { uuidV7 } from '../phone/uuid-v7';
import { say } from '../words/say';

/** The setting of a kind; null while the firm has no template for it, so that nobody is asked in vain. */
export function settingOf(
  settings: NoticeSettings | null,
  kind: NoticeKind,
): (NoticeSetting & { readonly templateId: string }) | null {
  const found = settings?.settings.find((setting) => setting.kind === kind);
  if (found === undefined || found.templateId === null) return null;
  return { ...found, templateId: found.templateId };
}

const UNANSWERED = {
  answered: 'notices.asked.refused',
  'switched-off': 'notices.asked.switched_off',
  'not-asked': 'notices.asked.failed',
} as const;

const ACCEPTED = {
  NEW_LESSON: 'notices.asked.accepted',
  LIVE_STARTING: 'live.reminder.asked',
  ACCOUNT_LINKED: 'notices.asked.safety',
  ASSESSMENT: 'notices.asked.safety',
  PRODUCT_LEVEL: 'notices.asked.safety',
} as const satisfies Readonly<Record<NoticeKind, MemberMessage>>;

/**
 * What a touch on "remind me" does: WeChat asks first, since it does so only in a tap; then the wish and the answer go
 * to the server. Without an accept no wish is made, as nothing could be sent.
 * @returns the settings afterwards; null when nothing changed
 */
export async function askForNotice(
  { kind, templateId }: NoticeSetting & { readonly templateId: string },
  subject: string,
): Promise<NoticeSettings | null> {
  const outcome = await askToSubscribe(templateId, say(`notices.kind.${kind}`));
  if (outcome.kind !== 'answered' || outcome.answer !== 'accept') {
    tell(say(UNANSWERED[outcome.kind]));
    return null;
  }
  try {
    const answers = [{ templateId, answer: outcome.answer }];
    await call(notificationsRoutes.reportAnswers, { body: { answerId: uuidV7(Date.now()), answers } });
    const settings = await setWish(kind, subject, true);
    tell(say(ACCEPTED[kind]));
    return settings;
  } catch (error) {
    tell(sentenceOfError(error));
    return null;
  }
}

export function setWish(kind: NoticeKind, subject: string, isWished: boolean): Promise<NoticeSettings> {
  return call(notificationsRoutes.setWish, { params: { kind }, body: { subject, isWished } });
}

function tell(title: string): void {
  void Taro.showToast({ title, icon: 'none' });
}
