/** List pages of the console whose views can be kept. */
export const VIEWED_LISTS = [
  'channels',
  'groups',
  'members',
  'segments',
  'identity',
  'lessons',
  'lives',
  'paths',
  'notices',
  'reviews',
  'complaints',
  'follow-up-calls',
  'imports',
  'jobs',
  'platform-sends',
  'audit',
  'staff',
] as const;
export type ViewedList = (typeof VIEWED_LISTS)[number];
export const VIEW_NAME_MAX = 20;
export const VIEW_QUERY_MAX = 500;
export const VIEWS_PER_LIST_MAX = 20;
