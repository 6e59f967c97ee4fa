export const BOOK_SEARCH_MAX = 20;
export const BOOK_PAGE_MAX = 50;
/** Rows of a kind on the phone's page of one member, the latest first. */
export const ADVISED_ROWS_MAX = 5;
