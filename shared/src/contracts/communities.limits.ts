/** `DISSOLVED`: the group is gone in WeCom; its page can be read no more. */
export const GROUP_STATES = ['ACTIVE', 'DISSOLVED'] as const;
export type GroupState = (typeof GROUP_STATES)[number];

/** Base64 of what WeChat encrypts when the app is opened from a group card. */
export const GROUP_DATA_MAX = 4_096;
export const GROUP_DATA_PATTERN = /^[A-Za-z0-9+/]+={0,2}$/;

/** Groups of one member that the app lists, the last entered first. */
export const MY_GROUPS_MAX = 20;
/** Of notices and shared lessons the page of a group shows the newest. */
export const GROUP_PAGE_NOTICES = 5;
export const GROUP_PAGE_LESSONS = 10;
export const GROUP_PAGE_QUESTIONS = 10;

export const GROUP_NOTICE_MAX = 300;
export const GROUP_QUESTION_MIN = 4;
export const GROUP_QUESTION_MAX = 200;
export const GROUP_ANSWER_MAX = 500;
export const GROUP_DECLINE_MAX = 200;

/** `DECLINED`: not answered in the group, with a reason that only who asked reads. */
export const GROUP_QUESTION_STATES = ['OPEN', 'ANSWERED', 'DECLINED'] as const;
export type GroupQuestionState = (typeof GROUP_QUESTION_STATES)[number];
