import { Body, Controller, Param, Query, type StreamableFile } from '@nestjs/common';
import {
  ArticlePage,
  ArticleQuery,
  CompleteLesson,
  CorrectionPage,
  CorrectionQuery,
  LessonCompletion,
  LessonOrArticle,
  LessonPage,
  LessonQuery,
  QuizResult,
  RecordProgress,
  SharedLesson,
  SubmitQuiz,
} from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { ContentId, PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { LessonReading } from './lesson-reading.ts';
import { MemberCorrections } from './member-corrections.ts';
import { MemberLessons } from './member-lessons.ts';
import { PosterPictures } from './poster-pictures.ts';
import { QuizSubmissions } from './quiz-submissions.ts';
import { ServiceConsent } from './service-consent.ts';
import { SharedLessons } from './shared-lessons.ts';

@Controller()
export class ContentController {
  constructor(
    private readonly consent: ServiceConsent,
    private readonly lessons: MemberLessons,
    private readonly reading: LessonReading,
    private readonly quizzes: QuizSubmissions,
    private readonly shared: SharedLessons,
    private readonly corrections: MemberCorrections,
    private readonly pictures: PosterPictures,
  ) {}

  @Bind(contentRoutes.listLessons, { response: LessonPage })
  @Access({ audience: 'member' })
  async listLessons(
    @Caller() caller: Principal,
    @Query({ schema: LessonQuery }) { limit, cursor, pathCode }: z.output<typeof LessonQuery>,
  ): Promise<LessonPage> {
    return this.lessons.listLessons(await this.consent.memberNoOf(caller), limit, cursor, pathCode);
  }

  @Bind(contentRoutes.getLesson, { response: LessonOrArticle })
  @Access({ audience: 'member' })
  async getLesson(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
  ): Promise<LessonOrArticle> {
    return this.lessons.getText(await this.consent.memberNoOf(caller), lessonId);
  }

  @Bind(contentRoutes.listArticles, { response: ArticlePage })
  @Access({ audience: 'member' })
  async listArticles(
    @Caller() caller: Principal,
    @Query({ schema: ArticleQuery }) { limit, cursor }: z.output<typeof ArticleQuery>,
  ): Promise<ArticlePage> {
    return this.lessons.listArticles(await this.consent.memberNoOf(caller), limit, cursor);
  }

  @Bind(contentRoutes.openPicture, { givesFile: true })
  @Access({ audience: 'public' })
  openPicture(@Param('pictureId', { schema: PublicId }) pictureId: string): Promise<StreamableFile> {
    return this.pictures.openPublished(pictureId);
  }

  @Bind(contentRoutes.getSharedLesson, { response: SharedLesson })
  @Access({ audience: 'public' })
  getSharedLesson(@Param('lessonId', { schema: ContentId }) lessonId: string): Promise<SharedLesson> {
    return this.shared.get(lessonId);
  }

  @Bind(contentRoutes.recordProgress)
  @Access({ audience: 'member' })
  async recordProgress(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Body({ schema: RecordProgress }) { readPercent }: RecordProgress,
  ): Promise<void> {
    await this.reading.recordProgress(await this.consent.memberNoOf(caller), lessonId, readPercent);
  }

  @Bind(contentRoutes.completeLesson, { response: LessonCompletion })
  @Access({ audience: 'member' })
  async completeLesson(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Body({ schema: CompleteLesson }) body: CompleteLesson,
  ): Promise<LessonCompletion> {
    return this.reading.complete(await this.consent.memberNoOf(caller), lessonId, body);
  }

  @Bind(contentRoutes.submitQuiz, { response: QuizResult })
  @Access({ audience: 'member' })
  async submitQuiz(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Body({ schema: SubmitQuiz }) body: SubmitQuiz,
  ): Promise<QuizResult> {
    return this.quizzes.submit(await this.consent.memberNoOf(caller), lessonId, body);
  }

  @Bind(contentRoutes.listCorrections, { response: CorrectionPage })
  @Access({ audience: 'member' })
  async listCorrections(
    @Caller() caller: Principal,
    @Query({ schema: CorrectionQuery }) { limit, cursor }: z.output<typeof CorrectionQuery>,
  ): Promise<CorrectionPage> {
    return this.corrections.list(await this.consent.memberNoOf(caller), limit, cursor);
  }

  @Bind(contentRoutes.noteCorrectionSeen)
  @Access({ audience: 'member' })
  async noteCorrectionSeen(
    @Caller() caller: Principal,
    @Param('correctionId', { schema: PublicId }) correctionId: string,
  ): Promise<void> {
    await this.corrections.noteSeen(await this.consent.memberNoOf(caller), correctionId);
  }
}
