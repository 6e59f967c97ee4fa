import type { CallBackState, SafetyReason, TrustedRelation } from '../contracts/elder.limits.ts';

export const trustedRelationNames = {
  SPOUSE: '配偶',
  CHILD: '子女',
  SIBLING: '兄弟姐妹',
  RELATIVE: '其他亲属',
  FRIEND: '朋友',
  OTHER: '其他',
} as const satisfies Record<TrustedRelation, string>;

/** Whether somebody calls before products are spoken of, for staff. */
export const callBackNames = {
  AGE_UNKNOWN: '还没有填写出生年份，先不谈产品',
  NOT_NEEDED: '不需要先回访',
  WAITING: '等待回访，回访前不谈产品',
  DONE: '已经回访',
} as const satisfies Record<CallBackState, string>;

export const safetyReasonNames = {
  SUSPECTED_FRAUD: '疑似遇到诈骗',
  UNREACHABLE: '多次联系不上本人',
  UNUSUAL_BEHAVIOUR: '操作反常，担心不是本人',
} as const satisfies Record<SafetyReason, string>;

/** Words of the elder rule on the member's screens. */
export const elderMessages = {
  'elder.title': '年龄与安全联系人',
  'elder.row': '年龄与安全联系人',
  'elder.year': '您的出生年份',
  'elder.year.hint': '只问年份，不问生日和证件号。填写以后，我们才能谈产品。',
  'elder.year.placeholder': '例如 1962',
  'elder.year.send': '保存出生年份',
  'elder.year.change': '更正出生年份',
  'elder.year.said': '您填写的出生年份：{year} 年',
  'elder.callBack.AGE_UNKNOWN': '还不知道您的年龄，所以暂时不谈产品。',
  'elder.callBack.NOT_NEEDED': '未满 {age} 岁，谈产品前不需要先回访。',
  'elder.callBack.WAITING':
    '年满 {age} 岁，谈产品之前，公司会先由不服务您的同事给您打一个电话，确认您的想法。',
  'elder.callBack.DONE': '电话回访已经完成，可以看产品了。',
  'elder.contact': '安全联系人',
  'elder.contact.intro':
    '疑似遇到诈骗、或联系不上您时，我们会打电话给这位联系人。只用于您的安全，不会向他介绍产品，也不会告诉他您的资产。',
  'elder.contact.name': '姓名',
  'elder.contact.name.hint': '您信任的人',
  'elder.contact.relation': '与您的关系',
  'elder.contact.relation.SPOUSE': trustedRelationNames.SPOUSE,
  'elder.contact.relation.CHILD': trustedRelationNames.CHILD,
  'elder.contact.relation.SIBLING': trustedRelationNames.SIBLING,
  'elder.contact.relation.RELATIVE': trustedRelationNames.RELATIVE,
  'elder.contact.relation.FRIEND': trustedRelationNames.FRIEND,
  'elder.contact.relation.OTHER': trustedRelationNames.OTHER,
  'elder.contact.phone': '联系电话',
  'elder.contact.phone.hint': '手机号，或带区号的座机',
  'elder.contact.agreed': '对方知道并同意',
  'elder.contact.send': '保存联系人',
  'elder.contact.change': '换一位联系人',
  'elder.contact.forget': '删除联系人',
  'elder.contact.shown': '{relation} · {name} · 尾号 {tail}',
  'elder.saving': '正在保存',
  'elder.notices': '联系过安全联系人',
  'elder.notice.SUSPECTED_FRAUD': '疑似遇到诈骗',
  'elder.notice.UNREACHABLE': '多次联系不上您',
  'elder.notice.UNUSUAL_BEHAVIOUR': '操作反常，担心不是您本人',
} as const;
