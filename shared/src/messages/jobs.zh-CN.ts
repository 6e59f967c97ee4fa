import type { JobState } from '../contracts/jobs.limits.ts';

/** Where a background job stands. */
export const jobStateNames = {
  WAITING: '等待下一次',
  RUNNING: '进行中',
  FAILED: '上次失败',
  STOPPED: '已暂停',
  OVERDUE: '没有按时运行',
} as const satisfies Record<JobState, string>;

/** Background jobs for staff: what each is called and what it does. One without a row here shows its code. */
export const jobNames: Readonly<Record<string, { readonly name: string; readonly does: string }>> = {
  'score-due': { name: '跟进评分', does: '客户有新记录后，几秒内更新他的阶段和综合分。' },
  'score-nightly': { name: '夜间评分', does: '每天零点后，更新当天会变化的客户。' },
  'score-full': { name: '全员重算评分', does: '评分口径变更后，把所有客户重算一遍。' },
  'segment-placing': { name: '客群重算', does: '客群启用、修改或停用后，逐位客户核对是否在其中。' },
  'segment-tiers': { name: '资产分级重排', does: '分级界线变更后，把所有客户重新分级。' },
  imports: { name: '数据导入', does: '逐行写入已上传的文件。' },
  exports: { name: '数据导出', does: '生成已通过复核的导出文件，到期后删除。' },
  'copy-orders': { name: '资料文件', does: '生成客户申请的个人资料文件，到期后删除。' },
  'seal-audit': { name: '封存留痕', does: '每秒把新的留痕封存，使改动可以被发现。' },
  'verify-trail': { name: '校验留痕', does: '有人要求时，重新核对全部留痕。' },
  'purge-sessions': { name: '清理过期登录', does: '每小时删除已过期的登录。' },
  'purge-outdated': {
    name: '清理到期资料',
    does: '每天按留存期限表删除到期的行为明细；依法要保存的不动。',
  },
  'purge-report-pictures': {
    name: '清理举报图片',
    does: '每小时删除没有提交的图片，以及处理满半年的举报的图片。',
  },
  'purge-professional-pictures': {
    name: '清理专业投资者材料',
    does: '每小时删除上传后没有提交的材料图片。',
  },
  'require-elder-call-backs': {
    name: '安排高龄客户先行回访',
    does: '每天为新到规定年龄的客户安排一次先行回访。',
  },
  'outbox:professional-notices': {
    name: '专业投资者申请通知',
    does: '申请有了决定，就告诉客户。',
  },
  'purge-complaint-pictures': { name: '清理投诉图片', does: '每小时删除上传后没有提交的图片。' },
  'suitability-reminders': {
    name: '风险测评到期',
    does: '每天几次，找出快到期和已过期的风险测评，各告诉客户一次。',
  },
  'outbox:assessment-notices': {
    name: '风险测评提醒',
    does: '等级有变化、核实有结果或测评到期后，准备给客户的提醒。',
  },
  'notice-rounds': { name: '新课提醒', does: '新课上线后，逐批通知要过提醒的客户。' },
  'outbox:lesson-reminders': { name: '新课上线', does: '课程发布后，准备新课提醒。' },
  'lesson-corrections': { name: '更正说明', does: '内容撤下后，逐批告诉读过的客户。' },
  'path-completions': {
    name: '路径学完',
    does: '学习路径少了一课以后，逐批记下其余课程都已学完的客户。',
  },
  'points-rounds': {
    name: '积分账',
    does: '每分钟让到时的积分生效、到期的积分失效，一天过完就汇总，一月过完就月结。',
  },
  backtests: { name: '激励规则回测', does: '有人要求时，用过去发生的事试算一份规则草稿，只写回测结果。' },
  'incentive-effects': {
    name: '激励效果',
    does: '每天一次，数一数每条规则送的客户和留出的对照客户后来各有多少学会了。',
  },
  'live-attendance': { name: '直播观看统计', does: '直播结束后，逐批记下看过的客户和分钟数，每人一次。' },
  'live-reminders': { name: '直播提醒', does: '开播前一刻钟，通知要过提醒的客户。' },
  'scheduled-lessons': {
    name: '定时发布',
    does: '到了约定的时间，发布已通过复核的内容；作者登记失效的不发布，并告诉作者。',
  },
  'scheduled-paths': {
    name: '定时发布路径',
    does: '到了约定的时间，发布已通过复核的学习路径；其中的课已在别处的不发布，并写明原因。',
  },
  'campaign-sending': {
    name: '发送推送计划',
    does: '到了时间，把复核通过的推送计划逐位再核对一次，能收的才发，不能收的写明原因。',
  },
  'staff-handovers': {
    name: '离职交接',
    does: '把离职同事的客户、客户群和企业微信联系人，逐批交给接手的同事。',
  },
  'campaign-post-watch': {
    name: '看住群发和朋友圈',
    does: '发送人点发送之前，反复核对看得到的人；来了不适合看的人就收回。',
  },
  'campaign-outcomes': {
    name: '推送结果',
    does: '推送计划的观察期一过，把打开、读完等结果数清楚，只数一次。',
  },
  'outbox:product-level-notices': {
    name: '产品等级变化',
    does: '产品的风险等级变了，告诉收到过或可以买这个产品的客户。',
  },
  'platform-sends': { name: '平台发送', does: '把计划好的消息发给微信和企业微信，每条至多一次。' },
  'purge-platform-events': { name: '清理平台通知', does: '每小时删除过期的平台通知和签名记录。' },
  'outbox:settle-subscribe-sends': { name: '订阅消息结果', does: '按微信的通知核定结果未知的订阅消息。' },
  'outbox:notifications-popup': { name: '订阅弹窗结果', does: '把客户在微信弹窗里的选择记到提醒额度上。' },
  'outbox:notifications-change': {
    name: '订阅设置变化',
    does: '客户在微信设置里关闭或打开通知后，照此更新。',
  },
  'communities-sync': { name: '核对客户群', does: '每半小时向企业微信核对客户群、群主和群成员。' },
  'wecom-lookups': {
    name: '查询企业微信',
    does: '有群或联系人变动时，向企业微信问清是谁；没有回应就隔一会儿再问。',
  },
  'outbox:communities-chat-create': { name: '新建客户群', does: '企业微信说有新群时，记下并查询群成员。' },
  'outbox:communities-chat-update': { name: '客户群变动', does: '企业微信说群有变动时，重新查询群成员。' },
  'outbox:communities-chat-dismiss': { name: '解散客户群', does: '企业微信说群已解散时，照此更新。' },
  'outbox:communities-contact-added': {
    name: '新增联系人',
    does: '员工在企业微信添加了客户后，查询是不是已有的客户。',
  },
  'archive-pull': { name: '拉取会话存档', does: '企业微信有新会话时，以及每分钟，读入已同意存档的会话。' },
  'outbox:archive-notify': { name: '会话存档通知', does: '企业微信说有新会话时，立即去读。' },
  'outbox:archive-consents': { name: '存档同意', does: '客户同意存档后，记下从何时起。' },
  'outbox:awards': { name: '发放奖励', does: '客户有学习记录后，按生效中的激励规则送出积分和权益。' },
  'outbox:feed-outcomes': { name: '推荐反馈', does: '把客户学完的课程告诉首页推荐。' },
};
