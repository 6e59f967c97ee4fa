import type { ExportKindCode, ExportState } from '../contracts/exports.limits.ts';

export const exportStateNames = {
  IN_REVIEW: '等待复核',
  QUEUED: '排队中',
  RUNNING: '生成中',
  DONE: '可以下载',
  REFUSED: '没有通过',
  CANCELLED: '已取消',
  FAILED: '没有生成',
  PURGED: '已到期删除',
} as const satisfies Record<ExportState, string>;

/** Headings of the file, and of the choice of columns. */
export const exportColumnNames: Readonly<Record<ExportKindCode, Readonly<Record<string, string>>>> = {
  members: {
    memberId: '客户编号',
    name: '客户',
    stage: '同行阶段',
    score: '综合分',
    amountBand: '数量档位',
    frequencyBand: '质量档位',
    benefitBand: '效益档位',
    group: '客群',
    lessons: '学完课数',
    lastActive: '最近活动',
    adviser: '投资顾问',
    branch: '营业部',
    registered: '注册日',
    linked: '是否关联账户',
  },
  audit: {
    recordedAt: '时间',
    actor: '操作人',
    action: '操作',
    subjectKind: '对象类型',
    subjectId: '对象',
    reason: '原因',
    inputs: '依据',
    sealed: '是否封存',
  },
  pointsClosings: {
    month: '月份',
    account: '科目',
    openingPoints: '期初积分',
    inPoints: '转入积分',
    outPoints: '转出积分',
    closingPoints: '期末积分',
    openingYuan: '期初金额（元）',
    inYuan: '转入金额（元）',
    outYuan: '转出金额（元）',
    closingYuan: '期末金额（元）',
  },
};
