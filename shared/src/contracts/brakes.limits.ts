import type { Role } from './identity.limits.ts';

/** What a brake stops: everything, or whatever has to do with one branch, adviser, text, product or way out. */
export const BRAKE_KINDS = ['FIRM', 'BRANCH', 'ADVISER', 'CONTENT', 'PRODUCT', 'CHANNEL'] as const;
export type BrakeKind = (typeof BRAKE_KINDS)[number];
/** Kinds whose one target is chosen from what there is. */
export const CHOSEN_KINDS = ['BRANCH', 'ADVISER', 'CONTENT'] as const satisfies readonly BrakeKind[];
export type ChosenKind = (typeof CHOSEN_KINDS)[number];

/** Ways on which something reaches members. */
export const BRAKE_CHANNELS = [
  'APP',
  'SHARED_PAGE',
  'GROUP_PAGE',
  'SUBSCRIBE_MESSAGE',
  'WECOM_SIDEBAR',
  'WECOM_TASK',
] as const;
export type BrakeChannel = (typeof BRAKE_CHANNELS)[number];

export const BRAKE_STATES = ['ON', 'RELEASED'] as const;
export type BrakeState = (typeof BRAKE_STATES)[number];

/** What is counted of what a brake holds back: lessons, group pages, messages that wait, tasks in WeCom taken back. */
export const HELD_KINDS = ['LESSONS', 'GROUPS', 'MESSAGES', 'TASKS'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

/** What each role may stop by itself; a branch head only in the own branch and below. */
export const KINDS_OF_ROLE: Readonly<Partial<Record<Role, readonly BrakeKind[]>>> = {
  compliance: BRAKE_KINDS,
  branchHead: ['BRANCH', 'ADVISER'],
  operator: ['CONTENT', 'PRODUCT', 'CHANNEL'],
};

/** What the reviews of a release are about. */
export const BRAKE_SUBJECT = 'brake';
export const BRAKE_REASON_MIN = 4;
export const BRAKE_REASON_MAX = 200;
export const BRAKE_TARGETS_MAX = 30;
/** A product is known by its code and its name; what names either is held. */
export const PRODUCT_CODE_PATTERN = /^[0-9A-Za-z]{4,16}$/;
export const PRODUCT_NAME_MIN = 2;
export const PRODUCT_NAME_MAX = 30;
