/** IN_REVIEW: waits for a second person. LIVE: approved, in force from `validFrom` until a later one is. */
export const CONFIG_STATES = ['IN_REVIEW', 'LIVE', 'REJECTED', 'WITHDRAWN'] as const;
export type ConfigState = (typeof CONFIG_STATES)[number];
export const CONFIG_KEY_PATTERN = /^[a-z0-9][a-z0-9.-]{0,63}$/;
