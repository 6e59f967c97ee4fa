import type {
  AnswerFault,
  AssessmentStanding,
  InvestorKind,
  InvestorLevel,
  Match,
  MatchReason,
  NoticeKind,
  QuestionnaireFault,
  Reassessment,
  RiskLevel,
} from '../suitability/index.ts';

/** Raised with every change of a sentence that members are told with below: each decision stores it. */
export const SUITABILITY_TEXT_VERSION = 1;

export const riskLevelNames = {
  R1: 'R1 低风险',
  R2: 'R2 中低风险',
  R3: 'R3 中风险',
  R4: 'R4 中高风险',
  R5: 'R5 高风险',
} as const satisfies Record<RiskLevel, string>;

export const investorLevelNames = {
  C1_LOWEST: 'C1 最低类别',
  C1: 'C1 保守型',
  C2: 'C2 谨慎型',
  C3: 'C3 稳健型',
  C4: 'C4 积极型',
  C5: 'C5 进取型',
} as const satisfies Record<InvestorLevel, string>;

/** What an assessment is worth today, for staff. */
export const investorStandingNames = {
  NOT_ASSESSED: '未测评',
  ASSESSMENT_EXPIRED: '测评已过期',
  FACTS_CHANGED: '情况有变化，需重新测评',
  VALID: '有效',
} as const satisfies Record<AssessmentStanding, string>;

export const investorKindNames = {
  ORDINARY: '普通投资者',
  PROFESSIONAL: '专业投资者',
} as const satisfies Record<InvestorKind, string>;

export const matchVerdictNames = {
  SUITABLE: '适当',
  NEEDS_WARNING: '需要警示',
  UNSUITABLE: '不适当',
} as const satisfies Record<Match['verdict'], string>;

/** Why not, as the member reads it. */
export const matchReasonSentences = {
  INFORMATION_REFUSED: '您没有提供法律要求我们了解的信息，所以我们不能向您介绍或销售产品。',
  NOT_ASSESSED: '您还没有做风险测评，做完以后才能看产品。',
  ASSESSMENT_EXPIRED: '您的风险测评已经过期，请重新做一次。',
  FACTS_CHANGED: '您的基本情况有变化，请重新做一次风险测评。',
  CALL_BACK_DUE: '我们会先给您打一个回访电话，之后再谈产品。',
  PRODUCT_UNRATED: '这个产品还没有评定风险等级，现在不能买。',
  PRODUCT_LEVEL_EXPIRED: '这个产品的风险等级需要重新评定，现在不能买。',
  PRODUCT_NOT_ON_SALE: '这个产品现在不在售。',
  PRIVATE_PRODUCT: '这个产品只面向经过认定、测评有效的合格投资者。',
  LOWEST_HARD_STOP: '您的风险承受能力属于最低类别，只能买 R1 的产品，谁都不能破例。',
  LEVEL_TOO_HIGH: '这个产品的风险高于您的风险承受能力。',
  GOALS_UNKNOWN: '我们还不知道您的投资目标，请重新做一次风险测评。',
  HORIZON: '这个产品要放的时间，与您打算投资的时间不符。',
  TYPE: '这类产品不在您的投资目标里。',
  ASKING_MISSING: '这个产品的风险高于您的风险承受能力，只有您自己先提出来，才能往下办。',
  CONTACTED_FIRST: '在您自己提出之前，已经有工作人员向您介绍过这个产品，所以不能往下办。',
} as const satisfies Record<MatchReason, string>;

/** The same in a word, for staff. */
export const matchReasonNames = {
  INFORMATION_REFUSED: '拒绝提供信息',
  NOT_ASSESSED: '未测评',
  ASSESSMENT_EXPIRED: '测评已过期',
  FACTS_CHANGED: '基本情况有变化',
  CALL_BACK_DUE: '等待回访',
  PRODUCT_UNRATED: '产品未评级',
  PRODUCT_LEVEL_EXPIRED: '产品评级已过期',
  PRODUCT_NOT_ON_SALE: '产品不在售',
  PRIVATE_PRODUCT: '私募产品，不是合格投资者',
  LOWEST_HARD_STOP: '最低类别，只能是 R1',
  LEVEL_TOO_HIGH: '风险高于承受能力',
  GOALS_UNKNOWN: '投资目标不明',
  HORIZON: '期限不符',
  TYPE: '品种不符',
  ASKING_MISSING: '本人没有先提出',
  CONTACTED_FIRST: '员工先作了介绍',
} as const satisfies Record<MatchReason, string>;

export const suitabilityNoticeNames = {
  MORE_INFORMATION: '补充了解',
  NOT_SUITABLE: '不适当告知',
  SPECIAL_RISK_WARNING: '特别风险警示',
  RISK_POINTS: '特别风险点',
  CONFIRMATION: '本人确认',
} as const satisfies Record<NoticeKind, string>;

/** What a member reads and confirms, one after the other. */
export const suitabilityNoticeTexts = {
  MORE_INFORMATION: '这是高风险产品。请您再告诉我们：这笔钱占您资产的多少，最多能亏多少，多久以后要用。',
  NOT_SUITABLE: '这个产品的风险高于您的风险承受能力，不适合您。我们没有向您推荐它。',
  SPECIAL_RISK_WARNING: '买这个产品，您可能亏损的钱会超出您能承受的程度，直到全部本金。请您再想一想。',
  RISK_POINTS:
    '请逐条看清：价格可能大起大落；急用钱时可能卖不出去；结构复杂，不容易看懂；最坏时会亏掉全部本金。',
  CONFIRMATION: '我知道这个产品不适合我。是我自己要买，没有人劝我，可能的亏损由我自己承担。',
} as const satisfies Record<NoticeKind, string>;

/** Why an assessment cannot be done again today. */
export const reassessmentRefusalSentences = {
  PER_DAY: '今天已经做过风险测评了，请改天再做。',
  PER_YEAR: '这一年里做风险测评的次数已经用完，请过些日子再做。',
} as const satisfies Record<Extract<Reassessment, { isAllowed: false }>['reason'], string>;

export const answerFaultSentences = {
  unanswered: '这一题还没有回答。',
  answered_twice: '这一题回答了两次，请重新选择。',
  several_options: '这一题只能选一项。',
  option_repeated: '同一项选了两次，请重新选择。',
  unknown_option: '没有这个选项，请重新选择。',
  unknown_question: '问卷里没有这一题，请重新打开问卷。',
} as const satisfies Record<AnswerFault['fault'], string>;

/** What is wrong with a questionnaire, for whoever writes it. */
export const questionnaireFaultSentences = {
  question_repeated: '两道题的编号相同。',
  option_repeated: '这一题里两个选项的编号相同。',
  cuts_not_rising: '各等级的起点分数要从低到高。',
  level_out_of_reach: '答案的最高总分达不到这个等级的起点。',
  unknown_lowest_answer: '最低类别的答案不在问卷里。',
} as const satisfies Record<QuestionnaireFault['fault'], string>;
