import type { PathRow, PathRows } from '@siyu/shared/contracts/paths';

const row = (at: number, more: Partial<PathRow>): PathRow => ({
  pathId: `01930000-0000-7000-8000-0000000000f${at}`,
  pathCode: `path-${at}`,
  title: '',
  version: 2,
  state: 'PUBLISHED',
  courses: 1,
  lessons: 4,
  learners: 0,
  completions: 0,
  authorName: '唐晓芸',
  updatedAt: '2026-11-26T08:20:00.000Z',
  publishedAt: '2026-11-26T08:20:00.000Z',
  contentSha256: String(at).padEnd(64, '0'),
  reviewId: null,
  scheduledFor: null,
  refusal: null,
  ...more,
});

/** A path that members find, one that waits for its moment, and one that was kept back at it. */
export const PATH_ROWS: PathRows = {
  rows: [
    row(1, { title: '开户之前', learners: 318, completions: 204 }),
    row(2, {
      title: '看懂一只基金',
      version: 3,
      state: 'SCHEDULED',
      courses: 2,
      lessons: 6,
      learners: 127,
      completions: 41,
      scheduledFor: '2026-12-01T01:00:00.000Z',
    }),
    row(3, {
      title: '退休以后的安排',
      version: 1,
      state: 'APPROVED',
      lessons: 3,
      publishedAt: null,
      refusal: { code: 'paths.lesson_elsewhere', at: '2026-11-27T01:00:00.000Z' },
    }),
  ],
  total: 3,
  nextCursor: null,
};
