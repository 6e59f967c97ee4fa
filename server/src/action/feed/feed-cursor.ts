import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { placeOf, type RankedLesson } from './rank-feed.ts';

/** The sort key of the last card of a page: the next page begins after it, whatever has been finished meanwhile. */
const Position = z.tuple([z.number().int(), z.number().int(), z.number().int(), z.string().max(36)]);

export function cursorAfter({ total, lesson }: RankedLesson): string {
  return encodeCursor([total, placeOf(lesson), lesson.publishedAt, lesson.lessonId]);
}

/** A stand-in for the card the cursor was made from, good for comparing only; null at the beginning. */
export function cardAtCursor(cursor: string | undefined): RankedLesson | null {
  const key = decodeCursor(cursor, Position);
  if (key === null) return null;
  const [total, place, publishedAt, lessonId] = key;
  return {
    total,
    lesson: { kind: 'lesson', lessonId, position: place, publishedAt, title: '', stages: [], groups: [] },
    reason: { code: 'by_date', params: {} },
  };
}
