import {
  MESSAGE_CLASSES,
  type MessageClass,
  NOTICE_KINDS,
  NOTICE_STATES,
  type NoticeKind,
  type NoticeState,
} from '@siyu/shared/contracts/notifications.limits';
import { noticeReasonNames } from '@siyu/shared/messages';

/** What the page shows; kept in the address so that a finding can be sent to a colleague. */
export interface NoticeView {
  readonly state: NoticeState | null;
  readonly kind: NoticeKind | null;
  readonly messageClass: MessageClass | null;
  /** Code of why it was not sent. */
  readonly reason: string | null;
  /** Id of the message that is open at the side. */
  readonly open: string | null;
}
export const allNotices: NoticeView = {
  state: null,
  kind: null,
  messageClass: null,
  reason: null,
  open: null,
};

/**
 * Reads an address; what it does not know it leaves out.
 * @example readNoticeView(new URLSearchParams('state=SENT&kind=x')).kind // => null
 */
export function readNoticeView(params: URLSearchParams): NoticeView {
  const open = params.get('open') ?? '';
  const reason = params.get('reason') ?? '';
  return {
    state: NOTICE_STATES.find((state) => state === params.get('state')) ?? null,
    kind: NOTICE_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    messageClass: MESSAGE_CLASSES.find((each) => each === params.get('messageClass')) ?? null,
    reason: Object.hasOwn(noticeReasonNames, reason) ? reason : null,
    open: /^[0-9a-f-]{36}$/.test(open) ? open : null,
  };
}

export function writeNoticeView(view: NoticeView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}
