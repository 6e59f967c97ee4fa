import type { WordingFault, WordingLevel } from '../contracts/moderation.limits.ts';

/** What a wording fault is called, for staff. */
export const wordingFaultNames: Readonly<Record<WordingFault, string>> = {
  promise: '承诺收益',
  stock_tip: '荐股',
  private_payment: '私下收款或联系',
  inducement: '诱导交易或分享',
};

/** Why words may not reach members, by reason code; a reason that a firm's own dictionary adds has the fault's name. */
export const wordingReasons: Readonly<Record<string, string>> = {
  'promise.reads_like': '整句读起来像在承诺收益',
  'promise.sure_profit': '读起来像在保证赚钱',
  'promise.capital_safe': '读起来像在保证本金或说没有风险',
  'promise.insider': '提到内部消息',
  'promise.loss_borne': '读起来像在承诺承担损失',
  'promise.profit_shared': '读起来像在约定分成',
  'promise.fixed_return': '读起来像在承诺固定收益',
  'promise.doubling': '读起来像在承诺翻倍',
  'promise.sure_income': '读起来像在承诺稳定进账',
  'promise.hit_rate': '用胜率招揽',
  'stock_tip.reads_like': '整句读起来像在荐股',
  'stock_tip.tip_word': '读起来像荐股',
  'stock_tip.named_security': '对具体的证券或板块给出买卖意见',
  'stock_tip.outlook': '预测具体的涨跌',
  'stock_tip.timing': '给出买卖时点',
  'stock_tip.position': '给出仓位意见',
  'stock_tip.price_target': '给出目标价或买卖价',
  'stock_tip.limit_up': '用涨停招揽',
  'stock_tip.recommended': '推荐或分发股票代码',
  'stock_tip.holding': '给出持有意见',
  'stock_tip.follow': '招揽跟单',
  'private_payment.reads_like': '整句读起来像在引导私下收款或联系',
  'private_payment.personal_account': '引导向个人付款',
  'private_payment.private_contact': '引导到私人联系方式',
  'private_payment.off_platform': '引导绕开公司',
  'private_payment.advance_fee': '先收款再给内容',
  'private_payment.card_number': '出现收款账号',
  'private_payment.account_control': '索要密码或代为操作账户',
  'private_payment.cash': '收取现金',
  'private_payment.coin': '用虚拟货币收付',
  'private_payment.outside_software': '引导使用外部软件交易',
  'private_payment.payment_code': '出现收款码',
  'inducement.reads_like': '整句读起来像在诱导',
  'inducement.gift_for_trade': '用礼品或返现换取开户、交易',
  'inducement.chance': '含抽奖等碰运气的奖励',
  'inducement.rewarded_sharing': '用奖励换取分享、拉人',
  'inducement.pressure': '用限时、限量催促',
  'inducement.purchase_push': '投资者教育不能推动购买',
  'inducement.contest': '按交易排名给奖',
  'inducement.assessment': '影响风险测评的结果',
  'inducement.paid_praise': '用好处换好评',
};

/** What becomes of a text with such a finding, for staff. */
export const wordingLevelNames: Readonly<Record<WordingLevel, string>> = {
  refused: '不能发布',
  review: '需复核人再看',
};

/** The sentence for one finding; `pieces` are those that weighed most where nobody entered the words. */
export function wordingSentence(
  fault: WordingFault,
  reasonCode: string,
  pieces: readonly string[] = [],
): string {
  const because = pieces.length === 0 ? '' : `（主要因为${pieces.map((piece) => `“${piece}”`).join('')}）`;
  return `${faultSentence(fault, reasonCode)}${because}`;
}

function faultSentence(fault: WordingFault, reasonCode: string): string {
  const reason = Object.hasOwn(wordingReasons, reasonCode) ? wordingReasons[reasonCode] : undefined;
  return reason === undefined ? wordingFaultNames[fault] : `${wordingFaultNames[fault]}，${reason}`;
}
