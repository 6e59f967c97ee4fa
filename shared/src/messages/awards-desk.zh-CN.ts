import type { AwardHold, AwardRefusal, AwardState } from '../contracts/awards.limits.ts';

/** What becomes of an award, as staff read it. */
export const awardStateNames: Readonly<Record<AwardState, string>> = {
  AWARDED: '已发放',
  HELD: '待核对',
  REFUSED: '未发放',
  REVERSED: '已撤回',
};

export const awardHoldSentences: Readonly<Record<AwardHold, string>> = {
  QUIZ_TOO_FAST: '与上一次小测相隔太短，来不及读题',
  LESSON_TOO_FAST: '与上一课学完相隔太短，来不及读完',
  TOO_MANY: '一小时内做的事比一个人做得到的多',
};

export const awardRefusalSentences: Readonly<Record<AwardRefusal, string>> = {
  BUDGET: '规则的预算已用完',
  STOCK: '目录里的权益没有库存了，或已下架',
  GUARD: '按现行限额，这条规则不再允许',
  PERSON: '核对后不予发放',
};
