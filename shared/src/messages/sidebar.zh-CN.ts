import type { InsertPurpose, InsertRefusal, InsertState } from '../contracts/sidebar.limits.ts';

export const insertPurposeNames = {
  SERVICE: '服务',
  MARKETING: '营销',
} as const satisfies Record<InsertPurpose, string>;

export const insertStateNames = {
  SENDING: '正在发出',
  SENT: '已发出',
  FAILED: '没有发出',
  UNKNOWN: '结果不明',
} as const satisfies Record<InsertState, string>;

/** Why a text was not let through and what to do, for staff. */
export const insertRefusalSentences = {
  STOPPED: '现在停发中，这段话没有发出。恢复以后可以再发，急事请联系合规同事。',
  NO_LICENCE: '您的投资顾问登记没有或已失效，暂时不能给客户发内容。请联系管理员核对登记编码。',
  ADVISER_ONLY: '这段话像投资建议，只有登记在册的投资顾问能发。请改写，或请客户的投资顾问来说。',
  WORDING: '有说法不能给客户看，没有发出。请按下面的提示改写。',
  SECOND_LOOK: '有说法需要第二个人看过才能用，这里不能直接发。请换个说法。',
  BASIS_MISSING: '这段话像投资建议，还没有发出。请先在下面写明依据：是否引用了研究报告。',
  REPORT_INCOMPLETE: '引用了研究报告，请写全发布机构和发布日期，再发一次。',
  REPORT_IN_FUTURE: '研究报告的发布日期还没有到，没有发出。请核对日期。',
  ADVICE_WITHOUT_CONTRACT:
    '这段话像投资建议，只能发给签了投资顾问合约的客户本人，也不能发到群里。请改写，或先办理签约。',
  GROUP_MARKETING: '群里只能发审核过的营销内容，这段话没有发出。服务信息请选「服务」。',
  NO_SERVICE_CONSENT: '客户没有同意服务条款，或信息已限制处理，不能发。',
  NO_CONSENT: '客户没有同意接收营销信息，没有发出。',
  QUIET_HOURS: '现在是免打扰时段，营销信息没有发出。请到可以联系的时间再发。',
  DAY_LIMIT: '这位客户今天的营销联系次数已用完，没有发出。',
  WEEK_LIMIT: '这位客户七天内的营销联系次数已用完，没有发出。',
} as const satisfies Record<InsertRefusal, string>;
