import type { WordingRules } from '../wording-dictionary.ts';
import { words } from './words.ts';

const groups: WordingRules['groups'] = {
  buttonWord: words(`
    立即购买 立即申购 立即认购 立即下单 立即开户 立即买入 马上购买 马上申购 马上认购 马上下单 马上开户 点击购买 点击申购 点击认购 点击下单 点击开户 点此购买 点此申购 点此认购 点此开户 一键购买 一键申购 一键认购 一键买入 一键开户 一键跟投 扫码购买 扫码申购 扫码认购 扫码开户 去购买 去申购 前往购买 前往申购 前往认购 前往开户 现在就买 欢迎购买 欢迎申购 欢迎认购 欢迎选购 火热认购 火热发售 火热销售 正在热销 热销中 售罄在即 认购通道 购买链接 申购链接 认购链接 开户链接 购买入口 申购入口 认购入口
  `),
  invite: words(`
    推荐您 建议您 请您 邀请您 欢迎您 欢迎 诚邀 快来 赶快 赶紧 抓紧 尽快 立即 马上 现在就 不妨 可以联系客户经理 联系您的客户经理 联系客户经理
  `),
  buy: words(`购买 申购 认购 选购 下单 买一份 买入本 配置本 配置我们`),
  ours: words(`
    本产品 本基金 本款 这款产品 这款基金 该产品 该基金 我司产品 我们的产品 我司基金 我们的基金 旗下产品 旗下基金 新发基金 新发产品 上述产品 上述基金 以下产品 以下基金
  `),
};

const push = (parts: string[], within: number, anyOrder = false): WordingRules['patterns'][number] => ({
  reason: 'inducement.purchase_push',
  parts,
  within,
  anyOrder,
});

/** REQ-PUB-4: investor education carries no push to buy. */
export const initialPurchasePush: WordingRules = {
  groups,
  patterns: [push(['buttonWord'], 8), push(['invite', 'buy', 'ours'], 16, true), push(['invite', 'buy'], 6)],
};
