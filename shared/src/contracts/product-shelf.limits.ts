/** Products shown at once; what was asked for is told beside the first of them. */
export const SHOWN_PRODUCTS_MAX = 50;
export const ASKED_PRODUCTS_MAX = 20;
/** A notice is not read in less: whoever confirms it earlier is asked to read it (REQ-SUIT-13). */
export const NOTICE_DWELL_MS_MIN = 3_000;
/** Longer than a day nobody reads. */
export const NOTICE_DWELL_MS_MAX = 86_400_000;

/** What a member tells before a product of high risk is explained (art 20, REQ-SUIT-4). */
export const SHARES_OF_ASSETS = ['UNDER_10', 'UNDER_30', 'UNDER_50', 'OVER_50'] as const;
export type ShareOfAssets = (typeof SHARES_OF_ASSETS)[number];
export const BEARABLE_LOSSES = ['UNDER_10', 'UNDER_30', 'UNDER_50', 'ALL'] as const;
export type BearableLoss = (typeof BEARABLE_LOSSES)[number];
export const NEEDED_IN = ['UNDER_1_YEAR', 'UNDER_3_YEARS', 'UNDER_5_YEARS', 'OVER_5_YEARS'] as const;
export type NeededIn = (typeof NEEDED_IN)[number];

/**
 * How far a member is on the way to buying. `STEPS`: notices are still to be read. `COOLING`: the time to think it over
 * runs. `OPEN`: may ask to be cleared. `CLEARED`: may buy where the firm sells. `REFUSED`: never, as things stand.
 */
export const PURCHASE_STATES = ['STEPS', 'COOLING', 'OPEN', 'CLEARED', 'REFUSED'] as const;
export type PurchaseState = (typeof PURCHASE_STATES)[number];
