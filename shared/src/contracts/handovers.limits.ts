export const HANDOVER_REASON_MIN = 4;
export const HANDOVER_REASON_MAX = 200;
/** RUNNING: the account is closed, what was theirs goes over part by part. DONE: nothing is left to go. */
export const HANDOVER_STATES = ['RUNNING', 'DONE'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];
/** What WeCom may refuse to hand over. */
export const HANDED_OVER = ['GROUP', 'CONTACT'] as const;
export type HandedOver = (typeof HANDED_OVER)[number];
