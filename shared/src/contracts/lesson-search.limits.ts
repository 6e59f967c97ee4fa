export const SEARCH_MAX = 40;
/** Words of a search, parted by blanks; all of them must be found. */
export const SEARCH_WORDS_MAX = 5;
export const SEARCH_PAGE_MAX = 20;
