/**
 * PLANNED: waits for its turn. SENDING: the call is under way. SENT, FAILED: the platform took it, or said no. UNKNOWN:
 * asked, and nobody knows what became of it; never sent again by itself. WITHHELD: not sent, for a reason of our own.
 */
export const SEND_STATES = ['PLANNED', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN', 'WITHHELD'] as const;
export type SendState = (typeof SEND_STATES)[number];
/** How it is known what became of one: the platform's answer, its event, its answer to a later question, a person. */
export const SETTLED_BY = ['ANSWER', 'EVENT', 'QUERY', 'PERSON'] as const;
export type SettledBy = (typeof SETTLED_BY)[number];
/** What a person may find out about an unknown one. */
export const RESOLUTIONS = ['SENT', 'FAILED'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
export const RESOLVE_REASON_MIN = 4;
export const RESOLVE_REASON_MAX = 200;
/** Kinds of messages, as far as the house has them. */
export const SEND_CHANNELS = ['wechat.subscribe', 'wecom.mass_send', 'wecom.moment'] as const;
export type SendChannelName = (typeof SEND_CHANNELS)[number];
