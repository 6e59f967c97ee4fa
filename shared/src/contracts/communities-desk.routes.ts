import type {
  AnswerGroupQuestion,
  DeclineGroupQuestion,
  DeskNotice,
  DeskQuestion,
  DeskQuestions,
  GroupDetail,
  GroupListQuery,
  GroupMemberQuery,
  GroupMembers,
  GroupOwners,
  GroupQuestionQuery,
  GroupRows,
  ShareableLessonQuery,
  ShareableLessons,
  WriteGroupNotice,
} from './communities-desk.ts';
import { defineRoute } from './route.ts';

interface OfGroup {
  readonly params: { readonly groupId: string };
}
interface OfNotice {
  readonly params: { readonly noticeId: string };
}
interface OfLesson {
  readonly params: { readonly groupId: string; readonly lessonId: string };
}
interface OfQuestion {
  readonly params: { readonly questionId: string };
}

export const communitiesDeskRoutes = {
  listGroups: defineRoute<{ query: GroupListQuery }, GroupRows>(
    'communities.listGroups',
    'staff',
    'GET',
    '/v1/console/groups',
  ),
  listOwners: defineRoute<{}, GroupOwners>(
    'communities.listOwners',
    'staff',
    'GET',
    '/v1/console/group-owners',
  ),
  /** Asks for a walk through WeCom's groups now; how far it is, the list of jobs tells. */
  refreshGroups: defineRoute<{}, void>(
    'communities.refreshGroups',
    'staff',
    'PUT',
    '/v1/console/group-refresh',
  ),
  getGroup: defineRoute<OfGroup, GroupDetail>(
    'communities.getGroup',
    'staff',
    'GET',
    '/v1/console/groups/:groupId',
  ),
  listMembers: defineRoute<OfGroup & { query: GroupMemberQuery }, GroupMembers>(
    'workspace.listGroupMembers',
    'staff',
    'GET',
    '/v1/console/groups/:groupId/members',
  ),
  /** Goes to a reviewer at once; with an Idempotency-Key a repeat makes no second one. */
  writeNotice: defineRoute<OfGroup & { body: WriteGroupNotice }, DeskNotice>(
    'communities.writeNotice',
    'staff',
    'POST',
    '/v1/console/groups/:groupId/notices',
  ),
  getNotice: defineRoute<OfNotice, DeskNotice>(
    'communities.getNotice',
    'staff',
    'GET',
    '/v1/console/group-notices/:noticeId',
  ),
  /** Another text for one that members do not see yet; it goes to a reviewer again. */
  reviseNotice: defineRoute<OfNotice & { body: WriteGroupNotice }, DeskNotice>(
    'communities.reviseNotice',
    'staff',
    'PUT',
    '/v1/console/group-notices/:noticeId',
  ),
  withdrawNotice: defineRoute<OfNotice, DeskNotice>(
    'communities.withdrawNotice',
    'staff',
    'PUT',
    '/v1/console/group-notices/:noticeId/withdrawal',
  ),
  listShareableLessons: defineRoute<{ query: ShareableLessonQuery }, ShareableLessons>(
    'communities.listShareableLessons',
    'staff',
    'GET',
    '/v1/console/group-lessons',
  ),
  shareLesson: defineRoute<OfLesson, GroupDetail>(
    'communities.shareLesson',
    'staff',
    'PUT',
    '/v1/console/groups/:groupId/lessons/:lessonId',
  ),
  unshareLesson: defineRoute<OfLesson, GroupDetail>(
    'communities.unshareLesson',
    'staff',
    'DELETE',
    '/v1/console/groups/:groupId/lessons/:lessonId',
  ),
  listQuestions: defineRoute<{ query: GroupQuestionQuery }, DeskQuestions>(
    'communities.listQuestions',
    'staff',
    'GET',
    '/v1/console/group-questions',
  ),
  answerQuestion: defineRoute<OfQuestion & { body: AnswerGroupQuestion }, DeskQuestion>(
    'communities.answerQuestion',
    'staff',
    'POST',
    '/v1/console/group-questions/:questionId/answer',
  ),
  declineQuestion: defineRoute<OfQuestion & { body: DeclineGroupQuestion }, DeskQuestion>(
    'communities.declineQuestion',
    'staff',
    'POST',
    '/v1/console/group-questions/:questionId/refusal',
  ),
} as const;
