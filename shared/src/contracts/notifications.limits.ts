/**
 * SERVICE: what the person booked or asked for. SAFETY: what the person must learn of for the sake of the own account.
 * MARKETING: everything else, and only with consent and within the contact budget.
 */
export const MESSAGE_CLASSES = ['SERVICE', 'SAFETY', 'MARKETING'] as const;
export type MessageClass = (typeof MESSAGE_CLASSES)[number];

/** What a subscribe message can be about; each names the thing that the member asked to hear of. */
export const NOTICE_KINDS = [
  'NEW_LESSON',
  'LIVE_STARTING',
  'ACCOUNT_LINKED',
  'ASSESSMENT',
  'PRODUCT_LEVEL',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export const CLASS_OF_NOTICE = {
  NEW_LESSON: 'SERVICE',
  LIVE_STARTING: 'SERVICE',
  ACCOUNT_LINKED: 'SAFETY',
  ASSESSMENT: 'SAFETY',
  PRODUCT_LEVEL: 'SAFETY',
} as const satisfies Readonly<Record<NoticeKind, Exclude<MessageClass, 'MARKETING'>>>;
/** Kinds that are about the whole account, and of which no single thing is chosen. */
export const WHOLE_ACCOUNT_KINDS: readonly NoticeKind[] = ['ACCOUNT_LINKED', 'ASSESSMENT', 'PRODUCT_LEVEL'];
/** The subject of a wish that is about the whole account. */
export const WHOLE_ACCOUNT = 'account';
export const WISH_SUBJECT_MAX = 64;
export const WISHES_MAX = 100;

/**
 * PLANNED: on its way. SENT, FAILED: WeChat took it, or said no. UNKNOWN: asked, and nobody knows what became of it.
 * WITHHELD: not sent, for a reason of our own.
 */
export const NOTICE_STATES = ['PLANNED', 'SENT', 'FAILED', 'UNKNOWN', 'WITHHELD'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What wx.requestSubscribeMessage answers for a template; anything that begins with accept is an accept. */
export const SUBSCRIBE_ANSWERS = [
  'accept',
  'acceptWithAudio',
  'acceptWithAlert',
  'acceptWithForcePush',
  'reject',
  'ban',
  'filter',
] as const;
/** WeChat asks for so many templates at once. */
export const TEMPLATES_AT_ONCE_MAX = 5;
export const TEMPLATE_ID_MAX = 64;
/** More accepts of a template than this are not counted: WeChat keeps dozens, and a phone may report what it likes. */
export const MESSAGES_LEFT_MAX = 50;

/** Why a marketing contact was not made; the order in which the rules are looked at. */
export const SUPPRESSION_REASONS = ['NO_CONSENT', 'QUIET_HOURS', 'DAY_LIMIT', 'WEEK_LIMIT'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];
