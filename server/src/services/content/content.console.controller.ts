import { Body, Controller, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import {
  ContentDraft,
  LessonDetail,
  LessonListQuery,
  LessonReaders,
  LessonReadersQuery,
  LessonRow,
  LessonRows,
  SchedulePublication,
  WithdrawLesson,
} from '@siyu/shared/contracts/content';
import { UploadedPicture } from '@siyu/shared/contracts/content-kinds';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { ContentId, PublicId } from '@siyu/shared/contracts/primitives';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { fileMissing } from './content.errors.ts';
import { LessonDesk } from './lesson-desk.ts';
import { LessonEditing } from './lesson-editing.ts';
import { LessonPublication } from './lesson-publication.ts';
import { LessonReaderDesk } from './lesson-readers.ts';
import { LessonSchedule } from './lesson-schedule.ts';
import { LessonWithdrawals } from './lesson-withdrawal.ts';
import { LessonWording } from './lesson-wording.ts';
import { LessonUpload } from './lesson-upload.ts';
import { PosterPictures } from './poster-pictures.ts';

@Controller()
export class ContentConsoleController {
  constructor(
    private readonly database: Database,
    private readonly desk: LessonDesk,
    private readonly editing: LessonEditing,
    private readonly publication: LessonPublication,
    private readonly schedules: LessonSchedule,
    private readonly withdrawals: LessonWithdrawals,
    private readonly readers: LessonReaderDesk,
    private readonly uploads: LessonUpload,
    private readonly wording: LessonWording,
    private readonly pictures: PosterPictures,
  ) {}

  @Bind(contentRoutes.listLessonRows, { response: LessonRows })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  listLessonRows(
    @Query({ schema: LessonListQuery }) query: z.output<typeof LessonListQuery>,
  ): Promise<LessonRows> {
    return this.desk.listRows(query);
  }

  @Bind(contentRoutes.getLessonDetail, { response: LessonDetail })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  getLessonDetail(@Param('lessonId', { schema: ContentId }) lessonId: string): Promise<LessonDetail> {
    return this.desk.getDetail(lessonId);
  }

  @Bind(contentRoutes.uploadLesson, { response: LessonRow, status: 201, takesFile: true, takesKey: true })
  @Access({ audience: 'staff', roles: ['operator'] })
  async uploadLesson(
    @Caller() author: Principal,
    @RequestKey() key: string | null,
    @Req() request: FastifyRequest,
  ): Promise<LessonRow> {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part === undefined) throw fileMissing();
    return this.desk.getRow(await this.uploads.upload(part.file, author, key));
  }

  @Bind(contentRoutes.createDraft, { response: LessonRow, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: ['operator'] })
  async createDraft(
    @Caller() author: Principal,
    @RequestKey() key: string | null,
    @Body({ schema: ContentDraft }) draft: ContentDraft,
  ): Promise<LessonRow> {
    return this.desk.getRow(await this.uploads.begin(draft, author, key));
  }

  @Bind(contentRoutes.uploadPicture, { response: UploadedPicture, status: 201, takesFile: true })
  @Access({ audience: 'staff', roles: ['operator'] })
  async uploadPicture(@Req() request: FastifyRequest): Promise<UploadedPicture> {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part === undefined) throw fileMissing();
    return { pictureId: await this.pictures.take(part.file) };
  }

  @Bind(contentRoutes.openDraftPicture, { givesFile: true })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  openDraftPicture(@Param('pictureId', { schema: PublicId }) pictureId: string): Promise<StreamableFile> {
    return this.pictures.open(pictureId);
  }

  @Bind(contentRoutes.saveDraft, { response: LessonRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  saveDraft(
    @Caller() author: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Body({ schema: ContentDraft }) draft: ContentDraft,
  ): Promise<LessonRow> {
    return this.#act(lessonId, (tx) => this.editing.saveDraft(tx, lessonId, draft, author));
  }

  @Bind(contentRoutes.submitLesson, { response: LessonRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  submitLesson(
    @Caller() requester: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
  ): Promise<LessonRow> {
    return this.wording.noteRefusal(requester, lessonId, () =>
      this.#act(lessonId, (tx) => this.editing.submit(tx, lessonId, requester)),
    );
  }

  @Bind(contentRoutes.publishLesson, { response: LessonRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  publishLesson(
    @Caller() publisher: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
  ): Promise<LessonRow> {
    return this.wording.noteRefusal(publisher, lessonId, () =>
      this.#act(lessonId, (tx) => this.publication.publish(tx, lessonId, publisher)),
    );
  }

  @Bind(contentRoutes.scheduleLesson, { response: LessonRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  scheduleLesson(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Body({ schema: SchedulePublication }) { publishAt }: SchedulePublication,
  ): Promise<LessonRow> {
    return this.#act(lessonId, (tx) => this.schedules.schedule(tx, lessonId, Date.parse(publishAt), caller));
  }

  @Bind(contentRoutes.unscheduleLesson, { response: LessonRow })
  @Access({ audience: 'staff', roles: ['operator'] })
  unscheduleLesson(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
  ): Promise<LessonRow> {
    return this.#act(lessonId, (tx) => this.schedules.unschedule(tx, lessonId, caller));
  }

  /** Whoever finds the fault stops it: either of the two who brought it out may. */
  @Bind(contentRoutes.withdrawLesson, { response: LessonRow })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  withdrawLesson(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Body({ schema: WithdrawLesson }) body: WithdrawLesson,
  ): Promise<LessonRow> {
    return this.#act(lessonId, (tx) => this.withdrawals.withdraw(tx, lessonId, body, caller));
  }

  @Bind(contentRoutes.listLessonReaders, { response: LessonReaders })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  listLessonReaders(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Query({ schema: LessonReadersQuery }) { limit, cursor }: z.output<typeof LessonReadersQuery>,
  ): Promise<LessonReaders> {
    return this.readers.list(caller, lessonId, limit, cursor);
  }

  async #act(lessonId: string, work: (tx: Transaction) => Promise<unknown>): Promise<LessonRow> {
    await this.database.runInTransaction(work);
    return this.desk.getRow(lessonId);
  }
}
