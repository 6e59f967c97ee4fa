import { type AwardHold, type AwardRefusal, type AwardState, RING_DAYS } from '../contracts/awards.limits.ts';

/** What becomes of an award, as staff read it. */
export const awardStateNames: Readonly<Record<AwardState, string>> = {
  AWARDED: '已发放',
  HELD: '待核对',
  REFUSED: '未发放',
  REVERSED: '已撤回',
};

/** Why an award waits, in a word to choose by. */
export const awardHoldNames: Readonly<Record<AwardHold, string>> = {
  QUIZ_TOO_FAST: '小测太快',
  LESSON_TOO_FAST: '课程太快',
  TOO_MANY: '做得太多',
  DEVICE_RING: '多人同机',
  INVITE_RING: '邀请成圈',
};

export const awardHoldSentences: Readonly<Record<AwardHold, string>> = {
  QUIZ_TOO_FAST: '与上一次小测相隔太短，来不及读题',
  LESSON_TOO_FAST: '与上一课学完相隔太短，来不及读完',
  TOO_MANY: '一小时内做的事比一个人做得到的多',
  DEVICE_RING: '几个人在同一台手机上登录，比一家人多',
  INVITE_RING: '同一人邀请来的几位，共用手机，或几乎同时做同一件事',
};

/** What was counted when an award was held, as staff read it; nobody else is named. */
export const awardSeenSentences: Readonly<Record<AwardHold, (seen: number) => string>> = {
  QUIZ_TOO_FAST: (seen) => `与上一次小测相隔 ${seen} 秒`,
  LESSON_TOO_FAST: (seen) => `与上一课学完相隔 ${seen} 秒`,
  TOO_MANY: (seen) => `此前一小时内已有 ${seen} 件事`,
  DEVICE_RING: (seen) => `${RING_DAYS} 天内有 ${seen} 人在这台手机上登录`,
  INVITE_RING: (seen) => `这一圈邀请里有 ${seen} 人如此，${RING_DAYS} 天内加入`,
};

export const awardRefusalSentences: Readonly<Record<AwardRefusal, string>> = {
  BUDGET: '规则的预算已用完',
  STOCK: '目录里的权益没有库存了，或已下架',
  GUARD: '按现行限额，这条规则不再允许',
  PERSON: '核对后不予发放',
};
