import {
  CALL_OUTCOMES,
  CALL_REASONS,
  type CallOutcome,
  type CallReason,
  COMPLAINT_CATEGORIES,
  COMPLAINT_CHANNELS,
  COMPLAINT_OUTCOMES,
  type ComplaintCategory,
  type ComplaintChannel,
  type ComplaintOutcome,
} from '@siyu/shared/contracts/care.limits';

/** Codes as they are stored, read back; one of another version is the most general one. */
export const channelOf = (code: string): ComplaintChannel =>
  COMPLAINT_CHANNELS.find((each) => each === code) ?? 'BRANCH';
export const categoryOf = (code: string): ComplaintCategory =>
  COMPLAINT_CATEGORIES.find((each) => each === code) ?? 'OTHER';
export const outcomeOf = (code: string | null): ComplaintOutcome | null =>
  COMPLAINT_OUTCOMES.find((each) => each === code) ?? null;
export const reasonOf = (code: string): CallReason =>
  CALL_REASONS.find((each) => each === code) ?? 'SERVICE_CHECK';
export const callOutcomeOf = (code: string | null): CallOutcome | null =>
  CALL_OUTCOMES.find((each) => each === code) ?? null;
