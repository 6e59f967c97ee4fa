import type { GuardCode } from '../incentives/index.ts';

/** Why a rule that awards, or an item of the catalogue, may not be; for staff only. */
export const guardSentences = {
  depends_on_account: '奖励不能取决于开户或关联账户。',
  depends_on_holdings: '奖励不能取决于入金或持有的资产。',
  depends_on_trading: '奖励不能取决于交易、购买金额、次数、时间或带来的收入。',
  depends_on_risk_assessment: '做过或重做风险测评、测评的答案和等级都不能得到奖励。',
  depends_on_profile: '填写个人资料不能得到奖励。',
  depends_on_consent: '同意授权不能得到奖励。',
  depends_on_subscription: '订阅消息不能得到奖励。',
  depends_on_rating: '评价的高低不能影响奖励。',
  depends_on_sharing: '分享、邀请他人不能得到奖励。',
  depends_on_product: '浏览或收藏产品不能得到奖励。',
  by_chance: '奖励不能由抽签或概率决定。',
  unknown_field: '这项信息没有被允许用来决定奖励。',
  event_not_listed: '这件事不在可以奖励的范围里。',
  reward_not_listed: '这种奖励不在可以发放的范围里。',
  worth_money: '奖励不能是现金、转账、返佣、基金份额、保险或储值。',
  physical_gift: '实物礼品要先有合规部门记录在案的决定。',
  team_or_ladder: '奖励不能有组队、助力、排名或多级的玩法。',
  for_staff: '对员工的考核奖励不能放在给用户的规则里。',
  unknown_part: '这里有不认识的内容，请删除。',
  not_whole: '这里没有填完整，或填写的内容不对。',
  without_end: '规则要有开始和结束的时间，最长一年。',
  yearly_value: '一个人一年里能得到的价值会超过上限，请减少每次的奖励或限制次数。',
} as const satisfies Record<GuardCode, string>;
