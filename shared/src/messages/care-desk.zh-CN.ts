import type {
  CallAct,
  CallOutcome,
  CallReason,
  CallState,
  CallView,
  ComplaintAct,
  ComplaintCategory,
  ComplaintChannel,
  ComplaintOutcome,
  ComplaintState,
  ComplaintView,
  ToldBy,
} from '../contracts/care.limits.ts';

/** Words of complaints and follow-up calls, for staff. */
export const complaintChannelNames: Readonly<Record<ComplaintChannel, string>> = {
  APP: '小程序',
  PHONE: '电话',
  BRANCH: '营业部',
  HOTLINE_12386: '12386',
  FOLLOW_UP: '回访',
};
export const complaintCategoryNames: Readonly<Record<ComplaintCategory, string>> = {
  SERVICE: '服务',
  ADVICE: '投资顾问',
  FEE: '费用',
  PRIVACY: '个人信息',
  SYSTEM: '系统',
  SUGGESTION: '建议',
  OTHER: '其他',
};
export const complaintStateNames: Readonly<Record<ComplaintState, string>> = {
  OPEN: '待分派',
  HANDLING: '处理中',
  ANSWERED: '已答复',
  APPEALED: '申诉待分派',
  REVIEWING: '申诉复核中',
  CLOSED: '已办结',
};
export const complaintActNames: Readonly<Record<ComplaintAct, string>> = {
  REGISTER: '登记',
  ASSIGN: '分派',
  PUT_BACK: '退回待分派（承办人成了客户的服务人员）',
  NOTE: '记录进展',
  ANSWER: '答复',
  APPEAL: '申诉',
  ACCEPT: '客户认可答复',
  CLOSE: '办结',
};
export const complaintOutcomeNames: Readonly<Record<ComplaintOutcome, string>> = {
  UPHELD: '属实',
  PARTLY: '部分属实',
  UNFOUNDED: '不属实',
};
export const toldByNames: Readonly<Record<ToldBy, string>> = {
  APP: '小程序',
  PHONE: '电话',
  IN_PERSON: '当面',
  LETTER: '书面',
};
export const complaintViewNames: Readonly<Record<ComplaintView, string>> = {
  OWED: '待我们处理',
  OVERDUE: '已超期',
  SOON: '快到期',
  ANSWERED: '已答复',
  CLOSED: '已办结',
};
export const callReasonNames: Readonly<Record<CallReason, string>> = {
  SERVICE_CHECK: '服务回访',
  SUITABILITY: '适当性回访',
  ADVICE_CONTRACT: '投顾签约回访',
  COMPLAINT_SETTLED: '投诉办结回访',
  ELDER: '高龄客户先行回访',
};
export const callStateNames: Readonly<Record<CallState, string>> = {
  OPEN: '待分派',
  ASSIGNED: '待回访',
  DONE: '已回访',
  CANCELLED: '已取消',
};
export const callActNames: Readonly<Record<CallAct, string>> = {
  ORDER: '安排回访',
  ASSIGN: '分派',
  PUT_BACK: '退回待分派（回访人成了客户的服务人员）',
  RECORD: '记录结果',
  CANCEL: '取消',
};
export const callOutcomeNames: Readonly<Record<CallOutcome, string>> = {
  IN_ORDER: '没有问题',
  FOUND_WRONG: '发现问题',
  NOT_REACHED: '没有联系上',
};
export const callViewNames: Readonly<Record<CallView, string>> = {
  OWED: '待回访',
  OVERDUE: '已超期',
  SOON: '快到期',
  DONE: '已回访',
  CANCELLED: '已取消',
};
