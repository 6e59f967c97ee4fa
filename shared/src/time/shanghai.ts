/** Milliseconds of a day and of Shanghai's offset. China keeps UTC+8 without summer time since 1991-09-15. */
export const DAY_MS = 86_400_000;
export const SHANGHAI_OFFSET_MS = 28_800_000;
