/** Digits of the code that ties a phone to an account of staff, and how long it may be entered. */
export const DESK_CODE_DIGITS = 8;
export const DESK_CODE_MINUTES = 5;
