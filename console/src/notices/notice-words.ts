import type { NoticeState } from '@siyu/shared/contracts/notifications.limits';
import { noticeReasonNames } from '@siyu/shared/messages';

const FIELD = 'notifications.field_refused.';

/** Why a message was not sent, as a sentence; the code where there is none. */
export function reasonSentence(reason: string): string {
  if (reason.startsWith(FIELD)) return `模板字段 ${reason.slice(FIELD.length)} 的内容不合微信的要求`;
  return noticeReasonNames[reason] ?? reason;
}

export const stateTones = {
  PLANNED: '',
  SENT: 'chip-success',
  FAILED: 'chip-error',
  UNKNOWN: 'chip-warning',
  WITHHELD: '',
} as const satisfies Record<NoticeState, string>;
