/**
 * What a score says to staff, advisers among them: how it came about, never what a member would have to buy for
 * another one. The steps to the next band are in a catalogue of their own.
 */
export const scoreMessages = {
  'axis.amount': '数量',
  'axis.frequency': '质量',
  'axis.benefit': '效益',
  'axis.amount.meaning': '窗口内投入的金额',
  'axis.frequency.meaning': '窗口内购买的频率',
  'axis.benefit.meaning': '这些购买给公司带来的收入',
  'axis.share': '权重 {percent}%，贡献 {contribution} 分',
  'score.mean': '三个档位的加权平均，最高 6.00',
  'score.sum': '三项贡献相加就是综合分：{contributions} = {score}',

  // By the decision table of the model, then by the row that matched.
  'score.reason.FREQUENCY_FIRST.row1':
    '每 {perDays} 天买 {frequency} 次，质量第 {frequencyBand} 档，达到第 {fHigh} 档的界线，所以是{group}。',
  'score.reason.FREQUENCY_FIRST.row2':
    '窗口内投入 {amount}，数量第 {amountBand} 档，达到第 {aHigh} 档的界线，而质量只有第 {frequencyBand} 档，所以是{group}。',
  'score.reason.FREQUENCY_FIRST.row3':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档都不到界线，但最近一次购买在 {recencyDays} 天内（界线 {recentDays} 天），所以是{group}。',
  'score.reason.FREQUENCY_FIRST.row4':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档都不到界线，最近 {recentDays} 天也没有购买，所以是{group}。',

  'score.reason.AMOUNT_FIRST.row1':
    '窗口内投入 {amount}，数量第 {amountBand} 档，达到第 {aHigh} 档的界线，所以是{group}。',
  'score.reason.AMOUNT_FIRST.row2':
    '每 {perDays} 天买 {frequency} 次，质量第 {frequencyBand} 档，达到第 {fHigh} 档的界线，而数量只有第 {amountBand} 档，所以是{group}。',
  'score.reason.AMOUNT_FIRST.row3':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档都不到界线，但最近一次购买在 {recencyDays} 天内（界线 {recentDays} 天），所以是{group}。',
  'score.reason.AMOUNT_FIRST.row4':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档都不到界线，最近 {recentDays} 天也没有购买，所以是{group}。',

  'score.reason.BENEFIT_COUNTS.row1':
    '每 {perDays} 天买 {frequency} 次，质量第 {frequencyBand} 档，达到第 {fHigh} 档的界线，所以是{group}。',
  'score.reason.BENEFIT_COUNTS.row2':
    '数量第 {amountBand} 档（界线第 {aHigh} 档）、效益第 {benefitBand} 档（界线第 {bHigh} 档），有一项达到界线，而质量只有第 {frequencyBand} 档，所以是{group}。',
  'score.reason.BENEFIT_COUNTS.row3':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档、效益第 {benefitBand} 档都不到界线，但最近一次购买在 {recencyDays} 天内（界线 {recentDays} 天），所以是{group}。',
  'score.reason.BENEFIT_COUNTS.row4':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档、效益第 {benefitBand} 档都不到界线，最近 {recentDays} 天也没有购买，所以是{group}。',

  'score.reason.GREATER_MARGIN.row1':
    '质量第 {frequencyBand} 档（界线第 {fHigh} 档），数量第 {amountBand} 档（界线第 {aHigh} 档）；质量达到界线，高出的档数不比数量少，所以是{group}。',
  'score.reason.GREATER_MARGIN.row2':
    '数量第 {amountBand} 档（界线第 {aHigh} 档），质量第 {frequencyBand} 档（界线第 {fHigh} 档）；数量达到界线，高出的档数比质量多，所以是{group}。',
  'score.reason.GREATER_MARGIN.row3':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档都不到界线，但最近一次购买在 {recencyDays} 天内（界线 {recentDays} 天），所以是{group}。',
  'score.reason.GREATER_MARGIN.row4':
    '数量第 {amountBand} 档、质量第 {frequencyBand} 档都不到界线，最近 {recentDays} 天也没有购买，所以是{group}。',
} as const satisfies Readonly<Record<string, string>>;

/** Sets of cuts by their names in the models; others are shown as they are named. */
export const presetNames: Readonly<Record<string, string>> = {
  paper: '论文表 2',
  retail: '零售营业部',
  relative: '全司分位',
};
