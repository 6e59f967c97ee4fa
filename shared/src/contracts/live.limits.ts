import type { Role } from './identity.limits.ts';
import { WORDING_FAULTS } from './moderation.limits.ts';

/** `own` is seen in our own player, which measures; `channels` in WeChat Channels, of which WeChat tells no viewer. */
export const LIVE_PLATFORMS = ['own', 'channels'] as const;
export type LivePlatform = (typeof LIVE_PLATFORMS)[number];

export const LIVE_STATES = [
  'DRAFT',
  'IN_REVIEW',
  'APPROVED',
  'ANNOUNCED',
  'ON_AIR',
  'STOPPED',
  'ENDED',
  'ARCHIVED',
  'CANCELLED',
] as const;
export type LiveState = (typeof LIVE_STATES)[number];

/** `APPROVE` and `RETURN` are done by deciding the review of the plan. */
export const LIVE_ACTS = [
  'EDIT',
  'SUBMIT',
  'APPROVE',
  'RETURN',
  'FILE',
  'ANNOUNCE',
  'CANCEL',
  'START',
  'MUTE',
  'UNMUTE',
  'STOP',
  'END',
  'ARCHIVE',
] as const;
export type LiveAct = (typeof LIVE_ACTS)[number];
/** Acts that need nothing but a word: the others have a route of their own. */
export const LIVE_MOVES = ['SUBMIT', 'ANNOUNCE', 'CANCEL', 'START', 'MUTE', 'UNMUTE', 'STOP', 'END'] as const;
export type LiveMove = (typeof LIVE_MOVES)[number];
/** Moves that say why. */
export const LIVE_REASONED: readonly LiveMove[] = ['CANCEL', 'MUTE', 'STOP'];

interface LiveTransition {
  readonly act: LiveAct;
  readonly from: LiveState;
  readonly to: LiveState;
}

/**
 * Every way a live can go; what is not in the table is refused. A changed plan is a draft again, which closes the
 * reservation with it. One that was stopped stays stopped: to go on is another live, with another approval.
 */
export const LIVE_TRANSITIONS: readonly LiveTransition[] = [
  { act: 'EDIT', from: 'DRAFT', to: 'DRAFT' },
  { act: 'EDIT', from: 'IN_REVIEW', to: 'DRAFT' },
  { act: 'EDIT', from: 'APPROVED', to: 'DRAFT' },
  { act: 'EDIT', from: 'ANNOUNCED', to: 'DRAFT' },
  { act: 'SUBMIT', from: 'DRAFT', to: 'IN_REVIEW' },
  { act: 'APPROVE', from: 'IN_REVIEW', to: 'APPROVED' },
  { act: 'RETURN', from: 'IN_REVIEW', to: 'DRAFT' },
  { act: 'FILE', from: 'DRAFT', to: 'DRAFT' },
  { act: 'FILE', from: 'IN_REVIEW', to: 'IN_REVIEW' },
  { act: 'FILE', from: 'APPROVED', to: 'APPROVED' },
  { act: 'ANNOUNCE', from: 'APPROVED', to: 'ANNOUNCED' },
  { act: 'CANCEL', from: 'DRAFT', to: 'CANCELLED' },
  { act: 'CANCEL', from: 'IN_REVIEW', to: 'CANCELLED' },
  { act: 'CANCEL', from: 'APPROVED', to: 'CANCELLED' },
  { act: 'CANCEL', from: 'ANNOUNCED', to: 'CANCELLED' },
  { act: 'START', from: 'ANNOUNCED', to: 'ON_AIR' },
  { act: 'MUTE', from: 'ON_AIR', to: 'ON_AIR' },
  { act: 'UNMUTE', from: 'ON_AIR', to: 'ON_AIR' },
  { act: 'STOP', from: 'ON_AIR', to: 'STOPPED' },
  { act: 'END', from: 'ON_AIR', to: 'ENDED' },
  { act: 'ARCHIVE', from: 'STOPPED', to: 'ARCHIVED' },
  { act: 'ARCHIVE', from: 'ENDED', to: 'ARCHIVED' },
];

/**
 * Where an act leads from a state; null when it is refused there.
 * @example nextLiveState('START', 'STOPPED') // => null
 */
export function nextLiveState(act: LiveAct, from: LiveState): LiveState | null {
  return LIVE_TRANSITIONS.find((each) => each.act === act && each.from === from)?.to ?? null;
}

/** Whose act it is. An adviser acts on the lives of which they are the host; compliance watches and stops. */
export const ROLES_OF_LIVE_ACT: Readonly<Record<LiveAct, readonly Role[]>> = {
  EDIT: ['operator'],
  SUBMIT: ['operator'],
  APPROVE: ['compliance'],
  RETURN: ['compliance'],
  FILE: ['operator', 'compliance'],
  ANNOUNCE: ['operator'],
  CANCEL: ['operator', 'compliance'],
  START: ['operator', 'adviser'],
  MUTE: ['compliance'],
  UNMUTE: ['compliance'],
  STOP: ['compliance'],
  END: ['operator', 'adviser'],
  ARCHIVE: ['operator', 'compliance'],
};

/** What the reviews are about: the plan with its script, and that the filing is as it was entered. */
export const LIVE_SUBJECT = 'live';
export const LIVE_FILING_SUBJECT = 'live_filing';

export const LIVE_TITLE_MAX = 60;
export const LIVE_SUMMARY_MAX = 300;
export const LIVE_SCRIPT_MIN = 50;
export const LIVE_SCRIPT_MAX = 20_000;
export const LIVE_RISK_NOTE_MAX = 300;
export const LIVE_REASON_MIN = 4;
export const LIVE_REASON_MAX = 200;
/** A live is planned this far ahead, and lasts this long at most. */
export const LIVE_DAYS_AHEAD_MAX = 90;
export const LIVE_HOURS_MAX = 6;
/** It may go on air so long before its time, and not after its planned end. */
export const LIVE_EARLY_MS = 1_800_000;

export const FILING_NO_MAX = 60;
export const FILED_WITH_MAX = 60;
/** Whether the filing that was entered has been looked at by another person. */
export const FILING_STATES = ['WAITING', 'CONFIRMED', 'REFUSED'] as const;
export type FilingState = (typeof FILING_STATES)[number];

export const LIVE_FILE_KINDS = ['FILING', 'RECORDING'] as const;
export type LiveFileKind = (typeof LIVE_FILE_KINDS)[number];
export const LIVE_FILE_BYTES_MAX = {
  FILING: 20 * 1_048_576,
  RECORDING: 2_048 * 1_048_576,
} as const satisfies Readonly<Record<LiveFileKind, number>>;
/** Media types that are taken, as sniffed from the bytes. */
export const LIVE_FILE_TYPES = {
  FILING: ['application/pdf', 'image/png', 'image/jpeg'],
  RECORDING: ['video/mp4', 'video/webm', 'audio/mpeg', 'audio/x-m4a'],
} as const satisfies Readonly<Record<LiveFileKind, readonly string[]>>;
export const RECORDING_URL_MAX = 500;

/** Which lives at the desk: ahead, on air, over and not yet archived, archived, called off; and archives past their day. */
export const LIVE_VIEWS = ['AHEAD', 'ON_AIR', 'OVER', 'OVERDUE', 'ARCHIVED', 'CANCELLED'] as const;
export type LiveView = (typeof LIVE_VIEWS)[number];

export const CHAT_TEXT_MAX = 100;
/** Of one member in one live within a minute, refused ones included. */
export const CHATS_PER_MINUTE = 6;
export const CHATS_AT_ONCE = 50;
/** `WAITING` is seen by its writer and by staff; `REFUSED` by nobody but staff. */
export const CHAT_STATES = ['SHOWN', 'WAITING', 'REFUSED'] as const;
export type ChatState = (typeof CHAT_STATES)[number];
export const CHAT_DOUBTS = [...WORDING_FAULTS, 'wechat_review', 'wechat_away'] as const;
export type ChatDoubt = (typeof CHAT_DOUBTS)[number];

/** How often our own player tells that it plays, and after which silence somebody was away. */
export const LIVE_BEAT_MS = 15_000;
export const LIVE_GAP_MS = 45_000;
/** The most steps in which the number of viewers of one live is told. */
export const LIVE_COURSE_POINTS = 200;
/** How often a phone asks for what is new in a live: what compliance stops is seen within this. */
export const LIVE_POLL_MS = 3_000;
/** Share of right answers, in percent, that counts as having attended a live of Channels. */
export const LIVE_QUIZ_PASS_PERCENT = 60;
/** Answers of so many days after the end count. */
export const LIVE_QUIZ_DAYS = 7;
