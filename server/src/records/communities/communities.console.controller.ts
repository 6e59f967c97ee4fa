import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AnswerGroupQuestion,
  DeclineGroupQuestion,
  DeskNotice,
  DeskQuestion,
  DeskQuestions,
  GroupDetail,
  GroupListQuery,
  GroupOwners,
  GroupQuestionQuery,
  GroupRows,
  ShareableLessonQuery,
  ShareableLessons,
  WriteGroupNotice,
} from '@siyu/shared/contracts/communities-desk';
import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { ContentId, PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { NotesReading } from '../../foundation/audit/index.ts';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { PlacementLessons } from '../channels/index.ts';
import { GroupLists, KEEPERS } from './group-lists.service.ts';
import { GroupRefresh } from './group-refresh.ts';
import { NoticeDesk } from './notice-desk.service.ts';
import { NoticeLists } from './notice-lists.service.ts';
import { QuestionDesk } from './question-desk.service.ts';
import { SharedLessons } from './shared-lessons.service.ts';

const READERS: readonly Role[] = [...KEEPERS, 'analyst', 'compliance'];
const NOTICE_READERS: readonly Role[] = [...KEEPERS, 'compliance'];
const Id = { schema: PublicId };

@Controller()
export class CommunitiesConsoleController {
  constructor(
    private readonly lists: GroupLists,
    private readonly noticeLists: NoticeLists,
    private readonly notices: NoticeDesk,
    private readonly lessons: SharedLessons,
    private readonly shelf: PlacementLessons,
    private readonly questions: QuestionDesk,
    private readonly refreshes: GroupRefresh,
  ) {}

  @Bind(communitiesDeskRoutes.listGroups, { response: GroupRows })
  @Access({ audience: 'staff', roles: READERS })
  listGroups(
    @Caller() { scope }: Principal,
    @Query({ schema: GroupListQuery }) query: z.output<typeof GroupListQuery>,
  ): Promise<GroupRows> {
    return this.lists.listGroups(scope, query);
  }

  @Bind(communitiesDeskRoutes.listOwners, { response: GroupOwners })
  @Access({ audience: 'staff', roles: READERS })
  listOwners(@Caller() { scope }: Principal): Promise<GroupOwners> {
    return this.lists.listOwners(scope);
  }

  @Bind(communitiesDeskRoutes.refreshGroups)
  @Access({ audience: 'staff', roles: ['operator'] })
  refreshGroups(@Caller() caller: Principal): Promise<void> {
    return this.refreshes.ask(caller);
  }

  @Bind(communitiesDeskRoutes.getGroup, { response: GroupDetail })
  @Access({ audience: 'staff', roles: READERS })
  getGroup(@Caller() caller: Principal, @Param('groupId', Id) groupId: string): Promise<GroupDetail> {
    return this.lists.getGroup(caller, groupId);
  }

  @Bind(communitiesDeskRoutes.writeNotice, { response: DeskNotice, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: KEEPERS })
  async writeNotice(
    @Caller() caller: Principal,
    @Param('groupId', Id) groupId: string,
    @Body({ schema: WriteGroupNotice }) { text }: WriteGroupNotice,
    @RequestKey() key: string | null,
  ): Promise<DeskNotice> {
    const noticeId = await this.notices.write(caller, groupId, text, key);
    return this.noticeLists.getNotice(caller.scope, noticeId);
  }

  @Bind(communitiesDeskRoutes.getNotice, { response: DeskNotice })
  @Access({ audience: 'staff', roles: NOTICE_READERS })
  getNotice(@Caller() { scope }: Principal, @Param('noticeId', Id) noticeId: string): Promise<DeskNotice> {
    return this.noticeLists.getNotice(scope, noticeId);
  }

  @Bind(communitiesDeskRoutes.reviseNotice, { response: DeskNotice })
  @Access({ audience: 'staff', roles: KEEPERS })
  async reviseNotice(
    @Caller() caller: Principal,
    @Param('noticeId', Id) noticeId: string,
    @Body({ schema: WriteGroupNotice }) { text }: WriteGroupNotice,
  ): Promise<DeskNotice> {
    await this.notices.revise(caller, noticeId, text);
    return this.noticeLists.getNotice(caller.scope, noticeId);
  }

  @Bind(communitiesDeskRoutes.withdrawNotice, { response: DeskNotice })
  @Access({ audience: 'staff', roles: KEEPERS })
  async withdrawNotice(
    @Caller() caller: Principal,
    @Param('noticeId', Id) noticeId: string,
  ): Promise<DeskNotice> {
    await this.notices.withdraw(caller, noticeId);
    return this.noticeLists.getNotice(caller.scope, noticeId);
  }

  @Bind(communitiesDeskRoutes.listShareableLessons, { response: ShareableLessons })
  @Access({ audience: 'staff', roles: KEEPERS })
  listShareableLessons(
    @Query({ schema: ShareableLessonQuery }) { search }: z.output<typeof ShareableLessonQuery>,
  ): Promise<ShareableLessons> {
    return this.shelf.list(search);
  }

  @Bind(communitiesDeskRoutes.shareLesson, { response: GroupDetail })
  @Access({ audience: 'staff', roles: KEEPERS })
  async shareLesson(
    @Caller() caller: Principal,
    @Param('groupId', Id) groupId: string,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
  ): Promise<GroupDetail> {
    await this.lessons.share(caller, groupId, lessonId);
    return this.lists.getGroup(caller, groupId);
  }

  @Bind(communitiesDeskRoutes.unshareLesson, { response: GroupDetail })
  @Access({ audience: 'staff', roles: KEEPERS })
  async unshareLesson(
    @Caller() caller: Principal,
    @Param('groupId', Id) groupId: string,
    @Param('lessonId', { schema: ContentId }) lessonId: string,
  ): Promise<GroupDetail> {
    await this.lessons.unshare(caller, groupId, lessonId);
    return this.lists.getGroup(caller, groupId);
  }

  @Bind(communitiesDeskRoutes.listQuestions, { response: DeskQuestions })
  @Access({ audience: 'staff', roles: NOTICE_READERS })
  @NotesReading('communities.list_questions')
  listQuestions(
    @Caller() caller: Principal,
    @Query({ schema: GroupQuestionQuery }) query: z.output<typeof GroupQuestionQuery>,
  ): Promise<DeskQuestions> {
    return this.questions.listQuestions(caller, query);
  }

  @Bind(communitiesDeskRoutes.answerQuestion, { response: DeskQuestion })
  @Access({ audience: 'staff', roles: ['adviser'] })
  answerQuestion(
    @Caller() caller: Principal,
    @Param('questionId', Id) questionId: string,
    @Body({ schema: AnswerGroupQuestion }) { text }: AnswerGroupQuestion,
  ): Promise<DeskQuestion> {
    return this.questions.answer(caller, questionId, text);
  }

  @Bind(communitiesDeskRoutes.declineQuestion, { response: DeskQuestion })
  @Access({ audience: 'staff', roles: ['adviser', 'branchHead'] })
  declineQuestion(
    @Caller() caller: Principal,
    @Param('questionId', Id) questionId: string,
    @Body({ schema: DeclineGroupQuestion }) { reason }: DeclineGroupQuestion,
  ): Promise<DeskQuestion> {
    return this.questions.decline(caller, questionId, reason);
  }
}
