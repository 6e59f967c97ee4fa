import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  LessonComment,
  LessonCommentQuery,
  LessonComments,
  WriteComment,
} from '@siyu/shared/contracts/discussion';
import { discussionRoutes } from '@siyu/shared/contracts/discussion.routes';
import { ContentId, PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { ServiceConsent } from '../content/index.ts';
import { CommentLists } from './comment-lists.ts';
import { CommentWriting } from './comment-writing.ts';

@Controller()
export class DiscussionController {
  constructor(
    private readonly consent: ServiceConsent,
    private readonly lists: CommentLists,
    private readonly writing: CommentWriting,
  ) {}

  @Bind(discussionRoutes.listComments, { response: LessonComments })
  @Access({ audience: 'member' })
  async listComments(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Query({ schema: LessonCommentQuery }) query: z.output<typeof LessonCommentQuery>,
  ): Promise<LessonComments> {
    return this.lists.list(await this.consent.memberNoOf(caller), lessonId, query);
  }

  @Bind(discussionRoutes.writeComment, { response: LessonComment, status: 201 })
  @Access({ audience: 'member' })
  async writeComment(
    @Caller() caller: Principal,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
    @Body({ schema: WriteComment }) body: WriteComment,
  ): Promise<LessonComment> {
    return this.writing.write(await this.consent.memberNoOf(caller), lessonId, body);
  }

  @Bind(discussionRoutes.deleteComment)
  @Access({ audience: 'member' })
  async deleteComment(
    @Caller() caller: Principal,
    @Param('commentId', { schema: PublicId }) commentId: string,
  ): Promise<void> {
    await this.writing.delete(await this.consent.memberNoOf(caller), commentId);
  }
}
