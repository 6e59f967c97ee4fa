/** As the firm numbers its contracts. */
export const CONTRACT_NO_PATTERN = /^[A-Za-z0-9][A-Za-z0-9-]{3,39}$/;
export const CONTRACT_NO_MAX = 40;
export const CONTRACT_END_REASON_MAX = 200;
/** Of one member; more than anybody signs. */
export const ADVISORY_CONTRACTS_SHOWN = 50;
export const ADVISORY_STATES = ['ACTIVE', 'NOT_YET', 'EXPIRED', 'ENDED'] as const;
export type AdvisoryState = (typeof ADVISORY_STATES)[number];
