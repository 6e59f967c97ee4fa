/** How much of a member one page of the 360 view shows; lists that can grow without end come in pages. */
export const PANORAMA_ROWS_MAX = 100;
export const PANORAMA_PAGE_MAX = 50;
export const PANORAMA_CARDS = 5;
/**
 * Why a part is not shown: no account is linked, the member's consent (or a restriction) does not allow it, or the
 * member refuses what it concludes.
 */
export const WITHHELD = ['NOT_LINKED', 'NOT_PERMITTED', 'REFUSED'] as const;
export type Withheld = (typeof WITHHELD)[number];
/** How a fact came: told by the core system itself, or in a file. */
export const FACT_CHANNELS = ['API', 'IMPORT'] as const;
