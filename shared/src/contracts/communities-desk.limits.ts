/** Lengths and choices of the desk of groups. */

export const GROUP_SEARCH_MAX = 40;
/** The job that walks through the groups of WeCom. */
export const GROUP_SYNC_JOB = 'communities-sync';
/** Days back over which the life of a group is counted. */
export const GROUP_ACTIVITY_DAYS = 30;
/** `IN_REVIEW` waits for another person; `RETURNED` came back with a comment; only `PUBLISHED` is seen by members. */
export const GROUP_NOTICE_STATES = ['IN_REVIEW', 'RETURNED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type GroupNoticeState = (typeof GROUP_NOTICE_STATES)[number];
/** The kind of subject that a notice is in a review. */
export const GROUP_NOTICE_SUBJECT = 'group_notice';
/** The newest notices that a group shows at the desk. */
export const GROUP_NOTICES_SHOWN = 20;
/** A group with more shared lessons is a library; the member's page shows fewer. */
export const GROUP_LESSONS_MAX = 30;
export const GROUP_OWNERS_SHOWN = 200;
export const GROUP_DECLINE_MAX = 200;
