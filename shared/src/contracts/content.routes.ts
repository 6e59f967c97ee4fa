import type { UploadedPicture } from './content-kinds.ts';
import type {
  ArticlePage,
  ArticleQuery,
  CompleteLesson,
  ContentDraft,
  CorrectionPage,
  CorrectionQuery,
  LessonCompletion,
  LessonDetail,
  LessonListQuery,
  LessonOrArticle,
  LessonPage,
  LessonQuery,
  LessonReaders,
  LessonReadersQuery,
  LessonRow,
  LessonRows,
  QuizResult,
  RecordProgress,
  SchedulePublication,
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
  getLesson: defineRoute<ById, LessonOrArticle>(
    'content.getLesson',
    'member',
    'GET',
    '/v1/lessons/:lessonId',
  ),
  listArticles: defineRoute<{ query: ArticleQuery }, ArticlePage>(
    'content.listArticles',
    'member',
    'GET',
    '/v1/articles',
  ),
  /** The picture of a published poster, for anybody: it is made to be carried on. */
  openPicture: defineRoute<{ params: { readonly pictureId: string } }, unknown>(
    'content.openPicture',
    'public',
    'GET',
    '/v1/content-pictures/:pictureId',
  ),
  /** For WeChat's single page, which knows nobody. */
  getSharedLesson: defineRoute<ById, SharedLesson>(
    'content.getSharedLesson',
    'public',
    'GET',
    '/v1/shared-lessons/:lessonId',
  ),
  /** How far a lesson or an article was read; of a card or a poster, 100 the first time that it was on the screen. */
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
  /** A draft of any kind. Takes an Idempotency-Key: a repeat makes no second draft. */
  createDraft: defineRoute<{ body: ContentDraft }, LessonRow>(
    'content.createDraft',
    'staff',
    'POST',
    '/v1/console/lessons',
  ),
  /** multipart: one `file` part, a PNG, JPEG or WebP for a poster that is being written. */
  uploadPicture: defineRoute<{}, UploadedPicture>(
    'content.uploadPicture',
    'staff',
    'POST',
    '/v1/console/content-pictures',
  ),
  /** Any picture of a poster, published or not: to look at, and to carry into a group. */
  openDraftPicture: defineRoute<{ params: { readonly pictureId: string } }, unknown>(
    'content.openDraftPicture',
    'staff',
    'GET',
    '/v1/console/content-pictures/:pictureId',
  ),
  getLessonDetail: defineRoute<ById, LessonDetail>(
    'content.getLessonDetail',
    'staff',
    'GET',
    '/v1/console/lessons/:lessonId',
  ),
  saveDraft: defineRoute<ById & { body: ContentDraft }, LessonRow>(
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
  scheduleLesson: defineRoute<ById & { body: SchedulePublication }, LessonRow>(
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
