import { WORDING_FAULTS } from './moderation.limits.ts';

/** `QUESTION` waits for an answer of the firm; `COMMENT` does not. */
export const COMMENT_KINDS = ['COMMENT', 'QUESTION'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

/** `WAITING` is seen by its writer and by staff only; `REFUSED` by its writer, with the reason. */
export const COMMENT_STATES = ['WAITING', 'SHOWN', 'REFUSED'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

export const COMMENT_MIN = 4;
export const COMMENT_MAX = 300;
export const COMMENT_ANSWER_MAX = 500;
export const COMMENT_REASON_MAX = 200;
/** Why a text waits: what the wording check or WeChat could not settle, or that WeChat could not be asked. */
export const COMMENT_DOUBTS = [...WORDING_FAULTS, 'wechat_review', 'wechat_away'] as const;
export type CommentDoubt = (typeof COMMENT_DOUBTS)[number];
/** Within 24 hours, deleted ones included: who writes more than this talks alone. */
export const COMMENTS_PER_DAY = 10;

/** What staff look through: those that wait for a look, questions without an answer, and what became of the others. */
export const COMMENT_QUEUES = ['WAITING', 'UNANSWERED', 'SHOWN', 'REFUSED'] as const;
export type CommentQueue = (typeof COMMENT_QUEUES)[number];
