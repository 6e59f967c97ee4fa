import type { IncentiveAct, IncentivePhase } from '../contracts/incentive-rules.limits.ts';
import type { EarningEvent, Reward, StepDays } from '../incentives/index.ts';

/** Words of incentive rules, for staff. */
export const incentivePhaseNames: Readonly<Record<IncentivePhase, string>> = {
  DRAFT: '草稿',
  IN_REVIEW: '复核中',
  SCHEDULED: '待生效',
  LIVE: '生效中',
  PAUSED: '已暂停',
  EXHAUSTED: '已用完',
  ENDED: '已到期',
  RETIRED: '已停用',
};
export const incentiveActNames: Readonly<Record<IncentiveAct, string>> = {
  EDIT: '修改',
  SUBMIT: '提交复核',
  APPROVE: '通过复核',
  RETURN: '退回修改',
  PAUSE: '暂停',
  RESUME: '恢复',
  EXHAUST: '预算或库存用完，自动停止',
  RETIRE: '停用',
};
/** What a member did, as a rule says it. */
export const earningEventNames: Readonly<Record<EarningEvent, string>> = {
  lesson_completed: '学完一课',
  quiz_submitted: '通过一次测验',
  live_attended: '看完一场直播',
  checked_in: '签到',
  consultation_rated: '给出一次咨询反馈',
};
/** What its counts are of. */
export const earningEventUnits: Readonly<Record<EarningEvent, string>> = {
  lesson_completed: '课',
  quiz_submitted: '次测验',
  live_attended: '场直播',
  checked_in: '次签到',
  consultation_rated: '次反馈',
};
export const rewardKindNames: Readonly<Record<Reward['kind'], string>> = {
  points: '积分',
  badge: '徽章',
  coupon: '目录里的权益',
  voucher: '咨询券',
};
export const stepDaysNames: Readonly<Record<StepDays, string>> = {
  any: '不限日子',
  distinct: '在不同的日子',
  consecutive: '连续每天',
};
