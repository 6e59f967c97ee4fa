import type { LifeStage, OfferedService, OfferVerdict } from '../suitability/index.ts';

/** Words of what suits to be spoken of (适合谈什么), for staff. */
export const lifeStageNames = {
  STARTING: '初入职场',
  FOUNDING: '成家',
  RAISING: '育儿',
  ESTABLISHED: '事业成熟',
  NEAR_RETIREMENT: '临近退休',
  RETIRED: '退休',
} as const satisfies Record<LifeStage, string>;

export const offeredServiceNames = {
  RISK_ASSESSMENT: '风险测评',
  CONSULTATION: '一对一沟通',
  ADVISORY_CONTRACT: '投资顾问服务说明',
  LIVE_CLASS: '直播课',
  ACCOUNT_SAFETY: '账户安全提醒',
} as const satisfies Record<OfferedService, string>;

export const offerVerdictNames = {
  NOT_NEEDED: '不涉及产品',
  SUITABLE: '匹配',
  UNSUITABLE: '不匹配',
  NOTHING_ON_SALE: '没有在售的',
} as const satisfies Record<OfferVerdict, string>;
