/** How a complaint came: by the app, by telephone, over the counter, from the regulator, or out of a follow-up call. */
export const COMPLAINT_CHANNELS = ['APP', 'PHONE', 'BRANCH', 'HOTLINE_12386', 'FOLLOW_UP'] as const;
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];
/** Those that staff take down for somebody. */
export const INTAKE_CHANNELS = ['PHONE', 'BRANCH', 'HOTLINE_12386'] as const;

export const COMPLAINT_CATEGORIES = [
  'SERVICE',
  'ADVICE',
  'FEE',
  'PRIVACY',
  'SYSTEM',
  'SUGGESTION',
  'OTHER',
] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

export const COMPLAINT_STATES = ['OPEN', 'HANDLING', 'ANSWERED', 'APPEALED', 'REVIEWING', 'CLOSED'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];
/** States in which the firm owes the next step. */
export const OWED_STATES = ['OPEN', 'HANDLING', 'APPEALED', 'REVIEWING'] as const;

/** `ACCEPT` is the member's word that the answer settles it; `PUT_BACK` is done by nobody in particular. */
export const COMPLAINT_ACTS = [
  'REGISTER',
  'ASSIGN',
  'PUT_BACK',
  'NOTE',
  'ANSWER',
  'APPEAL',
  'ACCEPT',
  'CLOSE',
] as const;
export type ComplaintAct = (typeof COMPLAINT_ACTS)[number];

interface ComplaintTransition {
  readonly act: ComplaintAct;
  readonly from: ComplaintState;
  readonly to: ComplaintState;
}

/** Every way a complaint can go; what is not in the table is refused. An appeal is answered for good. */
export const COMPLAINT_TRANSITIONS: readonly ComplaintTransition[] = [
  { act: 'ASSIGN', from: 'OPEN', to: 'HANDLING' },
  { act: 'ASSIGN', from: 'HANDLING', to: 'HANDLING' },
  { act: 'PUT_BACK', from: 'HANDLING', to: 'OPEN' },
  { act: 'NOTE', from: 'HANDLING', to: 'HANDLING' },
  { act: 'ANSWER', from: 'HANDLING', to: 'ANSWERED' },
  { act: 'ACCEPT', from: 'ANSWERED', to: 'CLOSED' },
  { act: 'CLOSE', from: 'ANSWERED', to: 'CLOSED' },
  { act: 'APPEAL', from: 'ANSWERED', to: 'APPEALED' },
  { act: 'ASSIGN', from: 'APPEALED', to: 'REVIEWING' },
  { act: 'ASSIGN', from: 'REVIEWING', to: 'REVIEWING' },
  { act: 'PUT_BACK', from: 'REVIEWING', to: 'APPEALED' },
  { act: 'NOTE', from: 'REVIEWING', to: 'REVIEWING' },
  { act: 'ANSWER', from: 'REVIEWING', to: 'CLOSED' },
];

/**
 * Where an act leads from a state; null when it is refused there.
 * @example nextComplaintState('ANSWER', 'HANDLING') // => 'ANSWERED'
 */
export function nextComplaintState(act: ComplaintAct, from: ComplaintState): ComplaintState | null {
  return COMPLAINT_TRANSITIONS.find((each) => each.act === act && each.from === from)?.to ?? null;
}

/** Whether what was complained of is so. */
export const COMPLAINT_OUTCOMES = ['UPHELD', 'PARTLY', 'UNFOUNDED'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];
/** How the result reached whoever complained. */
export const TOLD_BY = ['APP', 'PHONE', 'IN_PERSON', 'LETTER'] as const;
export type ToldBy = (typeof TOLD_BY)[number];

export const COMPLAINT_TEXT_MAX = 1_000;
/** What somebody says of what they mean to buy or sell; read by whoever handles it and by compliance. */
export const TRADING_PLAN_MAX = 300;
export const COMPLAINANT_MAX = 60;
export const STEP_TEXT_MAX = 500;
export const ANSWER_TEXT_MAX = 1_000;
export const APPEAL_TEXT_MAX = 500;

export const COMPLAINT_PICTURES_MAX = 3;
export const COMPLAINT_PICTURE_BYTES_MAX = 5 * 1_048_576;
export const COMPLAINT_PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** Which part of a list: what the firm owes, what is late, what was answered, what is over. */
export const COMPLAINT_VIEWS = ['OWED', 'OVERDUE', 'SOON', 'ANSWERED', 'CLOSED'] as const;
export type ComplaintView = (typeof COMPLAINT_VIEWS)[number];

/** Why a client is called. */
export const CALL_REASONS = [
  'SERVICE_CHECK',
  'SUITABILITY',
  'ADVICE_CONTRACT',
  'COMPLAINT_SETTLED',
  'ELDER',
] as const;
export type CallReason = (typeof CALL_REASONS)[number];
export const CALL_STATES = ['OPEN', 'ASSIGNED', 'DONE', 'CANCELLED'] as const;
export type CallState = (typeof CALL_STATES)[number];
export const CALL_ACTS = ['ORDER', 'ASSIGN', 'PUT_BACK', 'RECORD', 'CANCEL'] as const;
export type CallAct = (typeof CALL_ACTS)[number];

/** Every way a follow-up call can go; a result is recorded once. */
export const CALL_TRANSITIONS: readonly {
  readonly act: CallAct;
  readonly from: CallState;
  readonly to: CallState;
}[] = [
  { act: 'ASSIGN', from: 'OPEN', to: 'ASSIGNED' },
  { act: 'ASSIGN', from: 'ASSIGNED', to: 'ASSIGNED' },
  { act: 'PUT_BACK', from: 'ASSIGNED', to: 'OPEN' },
  { act: 'RECORD', from: 'ASSIGNED', to: 'DONE' },
  { act: 'CANCEL', from: 'OPEN', to: 'CANCELLED' },
  { act: 'CANCEL', from: 'ASSIGNED', to: 'CANCELLED' },
];

/**
 * Where an act leads from a state of a call; null when it is refused there.
 * @example nextCallState('RECORD', 'DONE') // => null
 */
export function nextCallState(act: CallAct, from: CallState): CallState | null {
  return CALL_TRANSITIONS.find((each) => each.act === act && each.from === from)?.to ?? null;
}

export const CALL_OUTCOMES = ['IN_ORDER', 'FOUND_WRONG', 'NOT_REACHED'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
export const CALL_VIEWS = ['OWED', 'OVERDUE', 'SOON', 'DONE', 'CANCELLED'] as const;
export type CallView = (typeof CALL_VIEWS)[number];
