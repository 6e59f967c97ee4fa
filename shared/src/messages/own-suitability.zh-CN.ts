import type { OwnAssessmentState, StatementKind } from '../contracts/suitability.limits.ts';
import type { InvestorLevel, Reassessment } from '../suitability/index.ts';
import { investorLevelNames } from './suitability.zh-CN.ts';

type Words =
  | `copy.level.${InvestorLevel}`
  | `copy.statement.${StatementKind}`
  | `suit.meaning.${InvestorLevel}`
  | `suit.state.${OwnAssessmentState}`
  | `suit.wait.${Extract<Reassessment, { isAllowed: false }>['reason']}`;

/** What the phone says of a member's risk assessment. */
export const ownSuitabilityMessages = {
  'suit.title': '风险测评',
  'suit.result': '测评结果',
  'suit.none': '还没有做过风险测评',
  'suit.none.hint': '法律要求我们先了解您，才能向您介绍产品。大约三分钟就能答完。',
  'suit.start': '开始测评',
  'suit.again': '重新测评',
  'suit.wait.PER_DAY': '今天已经做过测评，{date}起可以再做。',
  'suit.wait.PER_YEAR': '这一年里测评的次数已经用完，{date}起可以再做。',
  'suit.to_result': '看我的结果',

  'suit.intro': '请按您本人的真实情况回答。答案只用来判断哪些产品适合您，与积分和权益无关。',
  'suit.several': '可以选多项',
  'suit.choose': '请先选择',
  'suit.next': '下一题',
  'suit.previous': '上一题',
  'suit.hand_in': '提交',
  'suit.handing_in': '正在提交',
  'suit.refuse': '我不想提供这些信息',
  'suit.refuse.confirm': '不提供',
  'suit.refuse.keep': '继续答题',

  'suit.score': '得分 {score}',
  'suit.until': '{date}之前有效',
  'suit.lowest': '因为您选择了不能承受任何亏损，所以属于最低类别。',
  'suit.confirm_result': '确认这个结果',
  'suit.confirming': '正在确认',
  'suit.confirmed': '已确认',
  'suit.held': '这次的等级比不久前高了不少。我们会先请同事核实，核实之前仍按原来的等级。',
  'suit.refused': '这次测评没有通过核实，不会使用。您可以重新测评，或联系客服了解原因。',
  'suit.expired': '您的测评已过期。重新测评之前，我们不能向您介绍产品。',
  'suit.facts_changed': '您的情况有变化，原来的结果不再使用，请重新测评。',
  'suit.information_refused': '您没有提供信息，所以我们不能向您介绍产品。完成一次测评，就能恢复。',
  'suit.in_use': '现在使用的等级',
  'suit.changed': '我的情况有变化',
  'suit.changed.confirm': '有变化',
  'suit.changed.keep': '没有变化',
  'suit.note': '测评结果不是投资建议。产品都有风险，请先看清楚再决定。',
  'suit.history': '测评记录',
  'suit.more': '再看 20 条',

  'suit.meaning.C1_LOWEST': '您不能承受亏损。与您匹配的只有 R1 低风险产品，谁都不能破例。',
  'suit.meaning.C1': '您很看重本金安全，希望尽量少亏。与您匹配的是 R1 低风险产品。',
  'suit.meaning.C2': '您能接受很小的起伏。与您匹配的是 R1、R2 产品。',
  'suit.meaning.C3': '您能接受一定的起伏和亏损。与您匹配的是 R1 至 R3 产品。',
  'suit.meaning.C4': '您能接受较大的起伏和亏损。与您匹配的是 R1 至 R4 产品。',
  'suit.meaning.C5': '您能接受很大的起伏和亏损。与您匹配的是 R1 至 R5 产品。',

  'copy.level.C1_LOWEST': investorLevelNames.C1_LOWEST,
  'copy.level.C1': investorLevelNames.C1,
  'copy.level.C2': investorLevelNames.C2,
  'copy.level.C3': investorLevelNames.C3,
  'copy.level.C4': investorLevelNames.C4,
  'copy.level.C5': investorLevelNames.C5,
  'copy.statement.INFORMATION_REFUSED': '不提供信息',
  'copy.statement.FACTS_CHANGED': '情况有变化',

  'suit.state.TO_CONFIRM': '等您确认',
  'suit.state.HELD': '正在核实',
  'suit.state.REFUSED': '没有通过核实',
  'suit.state.COUNTS': '使用中',
  'suit.state.EXPIRED': '已过期',
  'suit.state.REPLACED': '已有新的结果',
} as const satisfies Readonly<Record<Words, string>> & Readonly<Record<string, string>>;
