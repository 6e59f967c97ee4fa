import type { GroupNoticeState } from '../contracts/communities-desk.limits.ts';
import type { GroupQuestionState, GroupState } from '../contracts/communities.limits.ts';

/** Words for groups, for staff. */
export const groupStateNames: Readonly<Record<GroupState, string>> = {
  ACTIVE: '在用',
  DISSOLVED: '已解散',
};
export const groupNoticeStateNames: Readonly<Record<GroupNoticeState, string>> = {
  IN_REVIEW: '等待复核',
  RETURNED: '已退回',
  PUBLISHED: '已发布',
  WITHDRAWN: '已撤下',
};
export const groupQuestionStateNames: Readonly<Record<GroupQuestionState, string>> = {
  OPEN: '待回答',
  ANSWERED: '已回答',
  DECLINED: '不在群里回答',
};
