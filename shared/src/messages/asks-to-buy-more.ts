/** Ways to part with money at the firm. */
const BUY =
  '(?:购买|申购|认购|定投|买入|买|投入|投资|追投|加投|下单|交易|成交|入金|转入|存入|充值|加仓|补仓|建仓|追加|增持|签约|开通|持有|持仓|消费|贡献收入|带来)';
/** A number, or a few. */
const AMOUNT = '[0-9一二两三四五六七八九十百千万亿几多些,.]+';
/** What is counted when one buys. */
const MONEY = '(?:元|块|万|亿|笔|单|份|次|手|股)';
const MORE =
  '(?:再|再多|再次|多|更多|继续|接着|另外|额外|加|加大|增加|提高|提升|扩大|追加|补足|补齐|凑够|凑满)';
/** What stands in the way. */
const SHORT = '(?:还差|还缺|还需要?|还要|只差|仅差|只需要?|仅需要?|尚差|尚需|差额|差距|相差|再有|离|距离?)';
const REWARD =
  '(?:即可|就能|就可以?|便可|可以?|能)?(?:升|晋|达到|进入|进到|解锁|成为|跻身|迈入|得到?|获得?|获赠|领|送|赠|返|抽|换|享)';
const GRADE = '(?:档|级|等级|层级|重要客户|核心客户|资格|权益|待遇|门槛|标准|分组|组别|界线)';
/** Within one clause. */
const NEAR = '[^。！？；，、,;!?]{0,12}';

/** A blank of a template that is filled with money. */
const MONEY_BLANK = /\{(?:amount|step|money|fen|yuan|benefit|raw)[A-Za-z]*\}/gi;

const PATTERNS = [
  // 再买两笔 · 多申购一些 · 继续定投 · 增加投入 · 再增加 {step}
  `${MORE}${NEAR}${BUY}`,
  `${MORE}${NEAR}${AMOUNT}\\s*${MONEY}?${NEAR}${GRADE}`,
  // 再增加 5 万元 · 再多 3 笔
  `再(?:次|度)?(?:增加|增|添|加|多|来)${NEAR}${AMOUNT}\\s*${MONEY}`,
  // 还差 5 万元 · 距下一档还差 {amount}
  `${SHORT}${NEAR}${AMOUNT}\\s*${MONEY}`,
  `${SHORT}${NEAR}${BUY}`,
  // 买满 10 万元即可升级 · 投入达到 5 万可进入
  `${BUY}${NEAR}(?:满|够|达到?|超过?|至)${NEAR}${AMOUNT}[^。！？；]{0,8}${REWARD}`,
  `${BUY}${NEAR}(?:满|够)${NEAR}${AMOUNT}`,
  // 升到第 4 档需要再投入 · 想进入下一档请多买
  `(?:升|晋|进入?|达到|迈入|冲)${NEAR}${GRADE}[^。！？；]{0,6}(?:需|要|请|只要|应|须|得)${NEAR}${BUY}`,
  // 快来买 · 抓紧申购 · 建议买入 · 赶快下单
  `(?:快来?|赶快|赶紧|抓紧|尽快|马上|立即|立刻|现在就|不妨|建议您?|推荐您?|劝|引导|鼓励|督促|请您?)${NEAR}${BUY}`,
  // 买得越多 · 投资越多
  `${BUY}得?越(?:多|频繁|大|勤)`,
].map((source) => new RegExp(source));

/**
 * Tells whether a sentence asks for more purchases, hints at them, or says how many are missing for a better place.
 * Such a sentence has no place before members and advisers (Securities Law 57: no inducing of unnecessary trades).
 * Variant: patterns over one sentence in Chinese, templates with `{name}` places included; made to be strict, so that
 * a harmless sentence may have to be worded anew. No judge of meaning: what hides its wish is not found.
 *
 * @example
 * asksToBuyMore('再投入 5 万元进入第 4 档') // => true
 * asksToBuyMore('窗口内投入 5 万元，数量第 3 档。') // => false
 */
export function asksToBuyMore(sentence: string): boolean {
  const text = sentence
    .replace(MONEY_BLANK, '9 元')
    .replace(/\{[A-Za-z]+\}/g, '9')
    .replace(/\s+/g, ' ');
  return PATTERNS.some((pattern) => pattern.test(text));
}
