/** Lines of the matrix. */
export const MATRIX_ROWS_MAX = 100;
export const MATRIX_TOPIC_MAX = 20;
export const MATRIX_WHY_MAX = 60;
/** Members of a book that suggestions for an audience are counted over. */
export const SUGGESTED_OVER_MAX = 100;
/** Texts that a topic is answered with. */
export const TOPIC_CONTENTS_SHOWN = 3;
