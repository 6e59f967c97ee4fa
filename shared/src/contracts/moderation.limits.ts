/** What may not be said to members: promises of returns, stock tips, private payment, inducement. */
export const WORDING_FAULTS = ['promise', 'stock_tip', 'private_payment', 'inducement'] as const;
export type WordingFault = (typeof WORDING_FAULTS)[number];
export const WORDING_TEXTS_MAX = 80;
export const WORDING_TEXT_MAX = 20_000;
