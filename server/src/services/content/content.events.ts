import { ContentId } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';
import type { EventKind } from '../../platform/outbox/index.ts';

/** A member has read a lesson to its end, for the first time. */
export const LESSON_COMPLETED = {
  type: 'LessonCompleted',
  payload: z.object({ lessonId: ContentId, lessonVersion: z.number() }),
} as const satisfies EventKind;
export type LessonCompletedPayload = z.infer<typeof LESSON_COMPLETED.payload>;

/** Members read a new version of a lesson. */
export const LESSON_PUBLISHED = {
  type: 'LessonPublished',
  payload: z.object({ lessonId: ContentId, lessonVersion: z.number(), contentSha256: z.string() }),
} as const satisfies EventKind;
export type LessonPublishedPayload = z.infer<typeof LESSON_PUBLISHED.payload>;
