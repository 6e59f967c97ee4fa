/** Kinds of cards of ours that can be checked. */
export const CARD_KINDS = ['adviser', 'lesson', 'group', 'placement', 'account'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** What somebody may type or scan. */
export const CHECK_TEXT_MAX = 200;
/** At most so many cards answer one question, so that a common name lists nobody. */
export const CHECK_CARDS_MAX = 3;

/** `mistyped`: it looks like a code of ours, but a character of it is wrong. */
export const CHECK_OUTCOMES = ['ours', 'not_found', 'mistyped'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export const FAKE_REPORT_TEXT_MAX = 300;
export const FAKE_REPORT_STATES = ['OPEN', 'HANDLED'] as const;
export type FakeReportState = (typeof FAKE_REPORT_STATES)[number];
export const FAKE_REPORT_NOTE_MAX = 200;

/** Screenshots with a report. */
export const REPORT_PICTURES_MAX = 3;
export const REPORT_PICTURE_BYTES_MAX = 5 * 1_048_576;
/** As the bytes show it, whatever a name says. */
export const REPORT_PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
