/**
 * What the access copy (PIPL 45) says to a member of the scores kept of them: which records were looked at, by which
 * rule, with which result. Neutral: no praise, no names of groups, nothing about what would change a score.
 */
export const scoreCopyMessages = {
  'copy.title': '关于您的评分',
  'copy.purpose':
    '这些数字由固定的规则按您的记录算出，用来安排服务和内容，不用于定价和收费，也不是对您个人的评价。',
  'copy.rights':
    '对这些数字有疑问，您可以要求我们说明或更正。不希望再这样计算，可以在“我的 · 隐私中心”撤回个性化的同意。',

  'value.title': '按购买记录的评分',
  'value.none': '没有这一项。只有关联了账户并且同意个性化，才会计算。',
  'value.basis': '截至{date}零时，看此前 {windowDays} 天的记录。规则：{model}。',
  'value.amount':
    '购买金额 {raw} 元：六档中的第 {band} 档（{range}），权重 {percent}%，计 {contribution} 分。',
  'value.frequency':
    '购买次数 {raw} 次：六档中的第 {band} 档（{range}），权重 {percent}%，计 {contribution} 分。',
  'value.benefit':
    '这些购买给公司带来的收入 {raw} 元：六档中的第 {band} 档（{range}），权重 {percent}%，计 {contribution} 分。',
  'value.sum': '三项相加：{contributions} = {score} 分，满分 6.00 分。',
  'value.group.KEY_GUIDE': '服务按四种情况安排，与您相符的是：购买次数达到规则的界线。',
  'value.group.KEY_DEVELOP': '服务按四种情况安排，与您相符的是：购买金额或带来的收入达到规则的界线。',
  'value.group.POTENTIAL': '服务按四种情况安排，与您相符的是：最近 {recentDays} 天内有过购买。',
  'value.group.LONG_TAIL': '服务按四种情况安排，与您相符的是：其余三种都不适用。',

  'range.any': '不限',
  'range.below': '不到 {upper}',
  'range.from': '{lower}及以上',
  'range.between': '{lower}起，不到 {upper}',
  'range.yuan': '{amount} 元',
  'range.times': '{count} 次',

  'engagement.title': '按参与情况的评分',
  'engagement.none': '没有这一项。只有同意个性化，才会计算。',
  'engagement.basis': '截至{date}零时，看您的学习、互动和服务记录，不看购买和资产。',
  'engagement.recency': '最近一次参与在{date}：六档中的第 {band} 档。',
  'engagement.recency.never': '还没有参与的记录：六档中的第 {band} 档。',
  'engagement.frequency': '此前 {windowDays} 天里有 {activeDays} 天参与：六档中的第 {band} 档。',
  'engagement.depth': '参与的深度 {points} 分，越近的记录分量越重：六档中的第 {band} 档。',

  'tie.title': '联系的强度',
  'tie.none': '没有这一项。只有同意个性化，才会计算。',
  'tie.basis': '截至{date}零时，看往来的天数、一起做过的事、双方的回复和长期的约定，每过 90 天分量减半。',
  'tie.strength': '{strength} 分，满分 100.00 分：五档中的第 {band} 档。',

  'stage.title': '同行阶段',
  'stage.now': '「{stage}」，{date}起。',
  'stage.basis': '只看学习和服务，与交易、资产无关，也不会后退。',
} as const satisfies Readonly<Record<string, string>>;
