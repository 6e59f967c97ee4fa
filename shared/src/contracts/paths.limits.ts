/** Kind of subject under which paths are reviewed and audited. */
export const PATH_SUBJECT = 'path';
export const PATH_TITLE_MIN = 2;
export const PATH_TITLE_MAX = 30;
export const PATH_SUMMARY_MAX = 200;
export const COURSES_MAX = 12;
export const PATH_LESSONS_MAX = 100;
