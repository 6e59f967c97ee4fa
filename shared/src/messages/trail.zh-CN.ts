import type { TrailBreak } from '../contracts/trail.limits.ts';

/** Acts of the audit trail, for staff, by their code; one without a name shows its code. */
export const trailActionNames: Readonly<Record<string, string>> = {
  'audit.request_verification': '要求校验留痕',
  'audit.found_whole': '校验留痕：完整',
  'audit.found_broken': '校验留痕：有改动',
  'configuration.seed': '写入软件自带的配置',
  'content.create_draft': '上传课程草稿',
  'content.publish': '发布课程',
  'content.save_draft': '保存课程草稿',
  'content.submit': '课程提交复核',
  'content.refuse_wording': '因措辞退回课程',
  'exports.approve': '同意导出',
  'exports.cancel': '取消导出',
  'exports.download': '下载导出文件',
  'exports.end': '导出结束',
  'exports.purge': '到期删除导出文件',
  'exports.refuse': '不同意导出',
  'exports.request': '申请导出',
  'identity.account_closed': '注销账号',
  'identity.confirm_second_factor': '启用两步验证',
  'identity.conflict_dismissed': '搁置账户冲突',
  'identity.conflict_reported': '发现账户冲突',
  'identity.core_customer_linked': '关联核心客户',
  'identity.end_session': '结束一次登录',
  'identity.end_sessions': '结束全部登录',
  'identity.member_restricted': '限制处理客户信息',
  'identity.restriction_lifted': '恢复处理客户信息',
  'identity.members_merged': '合并客户登记',
  'identity.members_separated': '拆分客户登记',
  'identity.open_staff_session': '登录运营台',
  'identity.remove_second_factor': '移除两步验证',
  'imports.cancel': '取消导入',
  'imports.end': '导入结束',
  'imports.read_rejects': '下载退回明细',
  'imports.upload': '上传导入文件',
  'jobs.run': '让后台任务现在运行',
  'jobs.stop': '暂停后台任务',
  'notifications.view_notice': '查看发给客户的通知',
  'organisation.change_password': '修改密码',
  'organisation.create_branch': '新建营业部',
  'organisation.create_staff': '新建员工账号',
  'organisation.reset_password': '重置员工密码',
  'organisation.set_roles': '变更岗位',
  'privacy.download_copy': '下载资料副本',
  'privacy.read_copy': '查看资料副本',
  'reviews.approve': '复核通过',
  'reviews.reject': '复核退回',
  'reviews.request': '提交复核',
  'reviews.supersede': '撤下复核',
  'scoring.replay': '重算历史评分',
  'workspace.list_member_events': '查看客户行为记录',
  'workspace.list_member_facts': '查看客户交易记录',
  'workspace.view_member': '查看客户',
  'workspace.view_panorama': '查看客户全景',
};

/** What an act was done to. */
export const trailSubjectNames: Readonly<Record<string, string>> = {
  audit_trail: '留痕',
  branch: '营业部',
  configuration: '配置',
  export: '导出',
  identity_conflict: '账户冲突',
  import: '导入',
  job: '后台任务',
  lesson: '课程',
  member: '客户',
  review: '复核',
  staff: '员工',
};

/** Who acts when it is nobody of the staff with a name. */
export const actorKindNames: Readonly<Record<string, string>> = {
  system: '系统',
  member: '客户',
  staff: '员工',
  machine: '外部系统',
};

/** What a verification finds first. */
export const trailBreakNames = {
  row_altered: '有记录在封存后被改动',
  row_missing: '有记录被删除',
  row_inserted: '有记录绕过封存写入',
  seal_altered: '有封存被改动',
  seal_missing: '有封存被删除',
} as const satisfies Record<TrailBreak, string>;
