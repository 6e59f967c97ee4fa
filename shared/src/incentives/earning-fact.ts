/**
 * What may be thanked for, and nothing else (REQ-INC-1): a lesson completed, a quiz passed, a live attended, a day's
 * check-in, and that feedback was given, never its value.
 */
export const EARNING_EVENTS = [
  'lesson_completed',
  'quiz_submitted',
  'live_attended',
  'checked_in',
  'consultation_rated',
] as const;
export type EarningEvent = (typeof EARNING_EVENTS)[number];

/** Whether an event can earn at all. */
export const isEarningEvent = (type: string): type is EarningEvent =>
  EARNING_EVENTS.some((each) => each === type);

/** Something a member did that may be thanked for, as it stands in the log. */
export interface EarningFact {
  readonly memberNo: number;
  /** Of the member's clock. */
  readonly seq: number;
  readonly eventId: string;
  readonly type: EarningEvent;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly contentId: string | null;
  /** Right answers of a quiz, minutes of a live; null of all others: the value of a rating is not even here. */
  readonly value: number | null;
  /** Told by a clock that cannot be right: never rewarded, and counted in no history. */
  readonly isClockSuspect: boolean;
}
