/** Products on sale that are matched with one member at once; the latest entered first. */
export const MATCHED_PRODUCTS_MAX = 20;
/** What an assessment is worth today. */
export const ASSESSMENT_STANDINGS = ['NOT_ASSESSED', 'ASSESSMENT_EXPIRED', 'FACTS_CHANGED', 'VALID'] as const;
