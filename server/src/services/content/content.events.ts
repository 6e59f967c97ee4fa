/** A member has read a lesson to its end, for the first time. */
export const LESSON_COMPLETED = 'LessonCompleted';
export interface LessonCompletedPayload {
  readonly lessonId: string;
  readonly lessonVersion: number;
}
/** Members read a new version of a lesson. */
export const LESSON_PUBLISHED = 'LessonPublished';
export interface LessonPublishedPayload {
  readonly lessonId: string;
  readonly lessonVersion: number;
  readonly contentSha256: string;
}
