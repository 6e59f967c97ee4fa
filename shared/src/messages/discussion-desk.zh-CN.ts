import type {
  CommentDoubt,
  CommentKind,
  CommentQueue,
  CommentState,
} from '../contracts/discussion.limits.ts';

/** Words for what members write under lessons, for staff. */
export const commentKindNames: Readonly<Record<CommentKind, string>> = { COMMENT: '评论', QUESTION: '提问' };
export const commentStateNames: Readonly<Record<CommentState, string>> = {
  WAITING: '待审评',
  SHOWN: '已展示',
  REFUSED: '未通过',
};
export const commentQueueNames: Readonly<Record<CommentQueue, string>> = {
  WAITING: '待审评',
  UNANSWERED: '待回答',
  SHOWN: '已展示',
  REFUSED: '未通过',
};
/** Why one had to wait. */
export const commentDoubtSentences: Readonly<Record<CommentDoubt, string>> = {
  promise: '有像承诺收益的说法',
  stock_tip: '有像推荐买卖的说法',
  private_payment: '有像私下收付款的说法',
  inducement: '有像拉人或送好处的说法',
  wechat_review: '微信的内容安全检查认为要由人看一眼',
  wechat_away: '微信的内容安全检查没有回应',
};
