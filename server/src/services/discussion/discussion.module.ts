import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { ModerationModule } from '../../records/moderation/index.ts';
import { ContentModule } from '../content/index.ts';
import { AnswerWording } from './answer-wording.ts';
import { ClosedDiscussion } from './closed-discussion.ts';
import { CommentAnswerers } from './comment-answerers.ts';
import { CommentDesk } from './comment-desk.service.ts';
import { CommentLists } from './comment-lists.ts';
import { CommentWriting } from './comment-writing.ts';
import { DeskCommentLists } from './desk-comment-lists.ts';
import { DiscussionConsoleController } from './discussion.console.controller.ts';
import { DiscussionController } from './discussion.controller.ts';
import { Questions } from './questions.ts';

@Module({
  imports: [AuditModule, OrganisationModule, ModerationModule, IdentityModule, ContentModule],
  controllers: [DiscussionController, DiscussionConsoleController],
  providers: [
    AnswerWording,
    ClosedDiscussion,
    CommentAnswerers,
    CommentDesk,
    CommentLists,
    CommentWriting,
    DeskCommentLists,
    Questions,
  ],
  exports: [Questions],
})
export class DiscussionModule {}
