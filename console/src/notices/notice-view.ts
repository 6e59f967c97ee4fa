import {
  MESSAGE_CLASSES,
  type MessageClass,
  NOTICE_KINDS,
  NOTICE_STATES,
  type NoticeKind,
  type NoticeState,
} from '@siyu/shared/contracts/notifications.limits';

/** What the page shows; kept in the address so that a finding can be sent to a colleague. */
export interface NoticeView {
  readonly state: NoticeState | null;
  readonly kind: NoticeKind | null;
  readonly messageClass: MessageClass | null;
  /** Id of the message that is open at the side. */
  readonly open: string | null;
}
export const allNotices: NoticeView = { state: null, kind: null, messageClass: null, open: null };

/**
 * Reads an address; what it does not know it leaves out.
 * @example readNoticeView(new URLSearchParams('state=SENT&kind=x')).kind // => null
 */
export function readNoticeView(params: URLSearchParams): NoticeView {
  const open = params.get('open') ?? '';
  return {
    state: NOTICE_STATES.find((state) => state === params.get('state')) ?? null,
    kind: NOTICE_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    messageClass: MESSAGE_CLASSES.find((each) => each === params.get('messageClass')) ?? null,
    open: /^[0-9a-f-]{36}$/.test(open) ? open : null,
  };
}

export function writeNoticeView(view: NoticeView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}
