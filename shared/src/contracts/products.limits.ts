/** Kind of subject under which products are reviewed and audited. */
export const PRODUCT_SUBJECT = 'product';
/** As the core system calls it; upper and lower case are two codes. */
export const PRODUCT_CODE_MAX = 32;
export const PRODUCT_CODE = /^[0-9A-Za-z][0-9A-Za-z._-]*$/;
export const PRODUCT_NAME_MIN = 2;
export const PRODUCT_NAME_MAX = 60;
/** Fifty years. */
export const PRODUCT_HORIZON_MONTHS_MAX = 600;
export const END_OF_SALE_REASON_MAX = 200;
/** Levels shown of a product, the latest first. */
export const PRODUCT_LEVELS_MAX = 50;
