/**
 * The smallest change to the next band, for analysts and compliance only, who judge whether the cuts are right
 * (Securities Law 57: nobody who speaks with a member may be shown what that member would have to buy).
 */
export const scoreStepMessages = {
  'step.amount': '再增加 {step}，进入第 {band} 档',
  'step.frequency': '窗口内再多 {step} 次购买，进入第 {band} 档',
  'step.benefit': '再带来 {step}的收入，进入第 {band} 档',
  'step.none': '已是最高档',
  'step.note': '到下一档的差额只给分析岗和合规岗，用来检验界线是否合适；不告诉客户和顾问，也不写进任务。',
} as const satisfies Readonly<Record<string, string>>;
