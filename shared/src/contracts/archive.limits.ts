export const FINDING_STATES = ['OPEN', 'HANDLED'] as const;
export type FindingState = (typeof FINDING_STATES)[number];
/** Staff named who said the opposite on the same day. */
export const FINDING_CONTRADICTED_MAX = 5;
export const FINDING_NOTE_MAX = 200;
/** Messages of the same chat that are shown before and after one. */
export const FINDING_CONTEXT = 3;

/** `CONTACT`: a customer. */
export const SPEAKERS = ['STAFF', 'CONTACT'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/**
 * Whether and how the words of a message are shown: there are none, they are; only some roles read them; the key is
 * gone with the account.
 */
export const TEXT_STATES = ['NONE', 'SHOWN', 'HIDDEN', 'ERASED'] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** `BEHIND`: not read to its end for more than the five days it goes back. `LOST`: when it was, some was gone. */
export const ARCHIVE_ALARMS = ['BEHIND', 'LOST'] as const;
export type ArchiveAlarm = (typeof ARCHIVE_ALARMS)[number];

/** Advisers and groups without an archive that are named; there may be more. */
export const UNKEPT_NAMED_MAX = 200;
export const MESSAGES_PAGE_MAX = 50;
