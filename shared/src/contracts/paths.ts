import { z } from 'zod';
import { ScheduleRefusal } from './content.ts';
import { CONTENT_LABELS, LESSON_STATES, WITHDRAWAL_REASON_MAX } from './content.limits.ts';
import {
  COURSES_MAX,
  PATH_LESSONS_MAX,
  PATH_SUMMARY_MAX,
  PATH_TITLE_MAX,
  PATH_TITLE_MIN,
} from './paths.limits.ts';
import { ContentId, Cursor, Instant, PublicId } from './primitives.ts';
import { GROUPS, STAGES } from './scoring.limits.ts';

/** A named part of a path, its lessons in their order. The only course of a path needs no name. */
export const Course = z.object({
  title: z.string().trim().max(PATH_TITLE_MAX),
  lessonIds: z.array(ContentId).max(PATH_LESSONS_MAX),
});
export type Course = z.infer<typeof Course>;

const lessonIdsOf = ({ courses, leftOut }: { courses: readonly Course[]; leftOut: readonly string[] }) => [
  ...courses.flatMap(({ lessonIds }) => lessonIds),
  ...leftOut,
];

/** What is written of a path: all of it is reviewed and hashed. */
export const PathDraft = z
  .object({
    title: z.string().trim().min(PATH_TITLE_MIN).max(PATH_TITLE_MAX),
    summary: z.string().trim().max(PATH_SUMMARY_MAX),
    /** For whom its lessons are meant first, where a lesson does not say so itself; empty means everyone. */
    stages: z.array(z.enum(STAGES)).max(STAGES.length),
    groups: z.array(z.enum(GROUPS)).max(GROUPS.length),
    courses: z.array(Course).min(1).max(COURSES_MAX),
    /** Lessons whose text names this path and that do not belong to it any more; others that name it join at its end. */
    leftOut: z.array(ContentId).max(PATH_LESSONS_MAX),
  })
  .refine(
    ({ courses }) => courses.length === 1 || courses.every(({ title }) => title.length >= PATH_TITLE_MIN),
    {
      path: ['courses'],
      message: '有几门课程时，每门都要有名称',
    },
  )
  .refine((draft) => new Set(lessonIdsOf(draft)).size === lessonIdsOf(draft).length, {
    path: ['courses'],
    message: '同一课只能放在一处',
  })
  .refine(({ courses }) => courses.flatMap(({ lessonIds }) => lessonIds).length <= PATH_LESSONS_MAX, {
    path: ['courses'],
    message: `一条路径最多 ${PATH_LESSONS_MAX} 课`,
  })
  .meta({ id: 'PathDraft' });
export type PathDraft = z.infer<typeof PathDraft>;

export const PathRow = z
  .object({
    pathId: PublicId,
    /** What the text of a lesson calls its path. */
    pathCode: z.string(),
    title: z.string(),
    version: z.number().int(),
    state: z.enum(LESSON_STATES),
    courses: z.number().int(),
    /** Those that members find in it now; of one that was never published those that are drafted. */
    lessons: z.number().int(),
    /** Who has begun a lesson of it, and who has finished it. */
    learners: z.number().int(),
    completions: z.number().int(),
    authorName: z.string(),
    updatedAt: Instant,
    publishedAt: Instant.nullable(),
    contentSha256: z.string(),
    reviewId: PublicId.nullable(),
    /** When it is to go to the members by itself. */
    scheduledFor: Instant.nullable(),
    /** Why it did not at that moment. */
    refusal: ScheduleRefusal.nullable(),
  })
  .meta({ id: 'PathRow' });
export type PathRow = z.infer<typeof PathRow>;
/** In the order in which members find them. */
export const PathRows = z
  .object({ rows: z.array(PathRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'PathRows' });
export type PathRows = z.infer<typeof PathRows>;
export const PathQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: Cursor.optional(),
  state: z.enum(LESSON_STATES).optional(),
});
export type PathQuery = z.input<typeof PathQuery>;

/** A lesson as the editor of a path needs it. */
export const PathLesson = z
  .object({
    lessonId: ContentId,
    title: z.string(),
    minutes: z.number().int(),
    label: z.enum(CONTENT_LABELS),
    /** Members read it now; one that they do not keeps its place for when they do again. */
    isPublished: z.boolean(),
    /** Where members find it now; null: on its own. */
    path: z.object({ pathCode: z.string(), title: z.string() }).nullable(),
  })
  .meta({ id: 'PathLesson' });
export type PathLesson = z.infer<typeof PathLesson>;
/** Published lessons that can be put into a path. */
export const PathLessonPage = z
  .object({ lessons: z.array(PathLesson), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'PathLessonPage' });
export type PathLessonPage = z.infer<typeof PathLessonPage>;
export const PathLessonQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
  search: z.string().max(60).optional(),
});
export type PathLessonQuery = z.input<typeof PathLessonQuery>;

export const PathDetail = z
  .object({
    row: PathRow,
    /** The version being worked on, lessons that joined by themselves at its end included. */
    draft: PathDraft,
    /** What members find now. */
    live: PathDraft.nullable(),
    /** Every lesson that either of the two names. */
    lessons: z.array(PathLesson),
    lastReview: z
      .object({ isApproved: z.boolean(), comment: z.string(), reviewerName: z.string(), decidedAt: Instant })
      .nullable(),
    /** Why it was taken away from members; null while it is not. */
    withdrawalReason: z.string().nullable(),
  })
  .meta({ id: 'PathDetail' });
export type PathDetail = z.infer<typeof PathDetail>;

export const CreatePath = z
  .object({ title: z.string().trim().min(PATH_TITLE_MIN).max(PATH_TITLE_MAX) })
  .meta({ id: 'CreatePath' });
export type CreatePath = z.infer<typeof CreatePath>;

/** `seenSha256` is the hash of the version that the editor began from; another one by now is refused. */
export const SavePathDraft = z
  .object({ seenSha256: z.string().length(64), draft: PathDraft })
  .meta({ id: 'SavePathDraft' });
export type SavePathDraft = z.infer<typeof SavePathDraft>;

/** Where among all paths members find it, from 1. */
export const MovePath = z.object({ place: z.number().int().min(1).max(9_999) }).meta({ id: 'MovePath' });
export type MovePath = z.infer<typeof MovePath>;

export const WithdrawPath = z
  .object({ reason: z.string().trim().min(2).max(WITHDRAWAL_REASON_MAX) })
  .meta({ id: 'WithdrawPath' });
export type WithdrawPath = z.infer<typeof WithdrawPath>;
