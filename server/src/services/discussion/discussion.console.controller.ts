import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AnswerComment,
  DeskComment,
  DeskCommentQuery,
  DeskComments,
  RefuseComment,
} from '@siyu/shared/contracts/discussion-desk';
import { discussionDeskRoutes } from '@siyu/shared/contracts/discussion-desk.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { NotesReading } from '../../foundation/audit/index.ts';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { CommentDesk } from './comment-desk.service.ts';
import { DeskCommentLists, JUDGES } from './desk-comment-lists.ts';

const Id = { schema: PublicId };

@Controller()
export class DiscussionConsoleController {
  constructor(
    private readonly lists: DeskCommentLists,
    private readonly desk: CommentDesk,
  ) {}

  @Bind(discussionDeskRoutes.listComments, { response: DeskComments })
  @Access({ audience: 'staff', roles: [...JUDGES, 'adviser'] })
  @NotesReading('discussion.list_comments')
  listComments(
    @Caller() caller: Principal,
    @Query({ schema: DeskCommentQuery }) query: z.output<typeof DeskCommentQuery>,
  ): Promise<DeskComments> {
    return this.lists.list(caller, query);
  }

  @Bind(discussionDeskRoutes.passComment, { response: DeskComment })
  @Access({ audience: 'staff', roles: JUDGES })
  passComment(@Caller() caller: Principal, @Param('commentId', Id) commentId: string): Promise<DeskComment> {
    return this.desk.pass(caller, commentId);
  }

  @Bind(discussionDeskRoutes.refuseComment, { response: DeskComment })
  @Access({ audience: 'staff', roles: JUDGES })
  refuseComment(
    @Caller() caller: Principal,
    @Param('commentId', Id) commentId: string,
    @Body({ schema: RefuseComment }) { reason }: RefuseComment,
  ): Promise<DeskComment> {
    return this.desk.refuse(caller, commentId, reason);
  }

  /** Operators write lessons too, and answer under their own. */
  @Bind(discussionDeskRoutes.answerComment, { response: DeskComment })
  @Access({ audience: 'staff', roles: ['adviser', 'operator'] })
  answerComment(
    @Caller() caller: Principal,
    @Param('commentId', Id) commentId: string,
    @Body({ schema: AnswerComment }) { text }: AnswerComment,
  ): Promise<DeskComment> {
    return this.desk.answer(caller, commentId, text);
  }
}
