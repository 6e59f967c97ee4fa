/** More members than these are not counted, only said to be more. */
export const MEMBER_COUNT_MAX = 10_000;
