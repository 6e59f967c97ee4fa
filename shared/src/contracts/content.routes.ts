import type {
  CompleteLesson,
  CorrectionPage,
  CorrectionQuery,
  Lesson,
  LessonCompletion,
  LessonDetail,
  LessonDraft,
  LessonListQuery,
  LessonPage,
  LessonQuery,
  LessonReaders,
  LessonReadersQuery,
  LessonRow,
  LessonRows,
  QuizResult,
  RecordProgress,
  ScheduleLesson,
  SharedLesson,
  SubmitQuiz,
  WithdrawLesson,
} from './content.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly lessonId: string };
}

export const contentRoutes = {
  listLessons: defineRoute<{ query: LessonQuery }, LessonPage>(
    'content.listLessons',
    'member',
    'GET',
    '/v1/lessons',
  ),
  getLesson: defineRoute<ById, Lesson>('content.getLesson', 'member', 'GET', '/v1/lessons/:lessonId'),
  /** For WeChat's single page, which knows nobody. */
  getSharedLesson: defineRoute<ById, SharedLesson>(
    'content.getSharedLesson',
    'public',
    'GET',
    '/v1/shared-lessons/:lessonId',
  ),
  recordProgress: defineRoute<ById & { body: RecordProgress }, void>(
    'content.recordProgress',
    'member',
    'PUT',
    '/v1/lessons/:lessonId/progress',
  ),
  completeLesson: defineRoute<ById & { body: CompleteLesson }, LessonCompletion>(
    'content.completeLesson',
    'member',
    'PUT',
    '/v1/lessons/:lessonId/completion',
  ),
  submitQuiz: defineRoute<ById & { body: SubmitQuiz }, QuizResult>(
    'content.submitQuiz',
    'member',
    'POST',
    '/v1/lessons/:lessonId/quiz-submissions',
  ),
  listCorrections: defineRoute<{ query: CorrectionQuery }, CorrectionPage>(
    'content.listCorrections',
    'member',
    'GET',
    '/v1/corrections',
  ),
  noteCorrectionSeen: defineRoute<{ params: { readonly correctionId: string } }, void>(
    'content.noteCorrectionSeen',
    'member',
    'PUT',
    '/v1/corrections/:correctionId/seen',
  ),
  listLessonRows: defineRoute<{ query: LessonListQuery }, LessonRows>(
    'content.listLessonRows',
    'staff',
    'GET',
    '/v1/console/lessons',
  ),
  /**
   * multipart: one `file` part, a lesson as JSON in the shape of LessonDraft; makes a draft. Takes an
   * Idempotency-Key: a repeat makes no second draft.
   */
  uploadLesson: defineRoute<{}, LessonRow>(
    'content.uploadLesson',
    'staff',
    'POST',
    '/v1/console/lesson-uploads',
  ),
  getLessonDetail: defineRoute<ById, LessonDetail>(
    'content.getLessonDetail',
    'staff',
    'GET',
    '/v1/console/lessons/:lessonId',
  ),
  saveDraft: defineRoute<ById & { body: LessonDraft }, LessonRow>(
    'content.saveDraft',
    'staff',
    'PUT',
    '/v1/console/lessons/:lessonId/draft',
  ),
  submitLesson: defineRoute<ById, LessonRow>(
    'content.submitLesson',
    'staff',
    'POST',
    '/v1/console/lessons/:lessonId/submission',
  ),
  publishLesson: defineRoute<ById, LessonRow>(
    'content.publishLesson',
    'staff',
    'POST',
    '/v1/console/lessons/:lessonId/publication',
  ),
  withdrawLesson: defineRoute<ById & { body: WithdrawLesson }, LessonRow>(
    'content.withdrawLesson',
    'staff',
    'POST',
    '/v1/console/lessons/:lessonId/withdrawal',
  ),
  listLessonReaders: defineRoute<ById & { query: LessonReadersQuery }, LessonReaders>(
    'content.listLessonReaders',
    'staff',
    'GET',
    '/v1/console/lessons/:lessonId/readers',
  ),
  scheduleLesson: defineRoute<ById & { body: ScheduleLesson }, LessonRow>(
    'content.scheduleLesson',
    'staff',
    'PUT',
    '/v1/console/lessons/:lessonId/schedule',
  ),
  unscheduleLesson: defineRoute<ById, LessonRow>(
    'content.unscheduleLesson',
    'staff',
    'DELETE',
    '/v1/console/lessons/:lessonId/schedule',
  ),
} as const;
