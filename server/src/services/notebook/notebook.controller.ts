import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  LessonKeepsakes,
  NotebookPage,
  NotebookQuery,
  SetFavourite,
  WriteNote,
} from '@siyu/shared/contracts/notebook';
import { notebookRoutes } from '@siyu/shared/contracts/notebook.routes';
import { ContentId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { ServiceConsent } from '../content/index.ts';
import { NotebookLists } from './notebook-lists.ts';
import { Notebook } from './notebook.service.ts';

@Controller()
export class NotebookController {
  constructor(
    private readonly consent: ServiceConsent,
    private readonly lists: NotebookLists,
    private readonly notebook: Notebook,
  ) {}

  @Bind(notebookRoutes.getKeepsakes, { response: LessonKeepsakes })
  @Access({ audience: 'member' })
  async getKeepsakes(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
  ): Promise<LessonKeepsakes> {
    return this.lists.keepsakesOf(await this.consent.memberNoOf(caller), lessonId);
  }

  @Bind(notebookRoutes.setFavourite)
  @Access({ audience: 'member' })
  async setFavourite(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Body({ schema: SetFavourite }) { isFavourite }: SetFavourite,
  ): Promise<void> {
    await this.notebook.setFavourite(await this.consent.memberNoOf(caller), lessonId, isFavourite);
  }

  @Bind(notebookRoutes.writeNote)
  @Access({ audience: 'member' })
  async writeNote(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Body({ schema: WriteNote }) { text }: WriteNote,
  ): Promise<void> {
    await this.notebook.writeNote(await this.consent.memberNoOf(caller), lessonId, text);
  }

  @Bind(notebookRoutes.listEntries, { response: NotebookPage })
  @Access({ audience: 'member' })
  async listEntries(
    @Caller() caller: Principal,
    @Query({ schema: NotebookQuery }) query: z.output<typeof NotebookQuery>,
  ): Promise<NotebookPage> {
    return this.lists.list(await this.consent.memberNoOf(caller), query);
  }
}
