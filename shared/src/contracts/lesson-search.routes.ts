import type { FoundLessons, LessonSearchQuery } from './lesson-search.ts';
import { defineRoute } from './route.ts';

export const lessonSearchRoutes = {
  /** In titles, summaries and texts of published lessons; those with the words in the title first. */
  searchLessons: defineRoute<{ query: LessonSearchQuery }, FoundLessons>(
    'content.searchLessons',
    'member',
    'GET',
    '/v1/lesson-search',
  ),
} as const;
