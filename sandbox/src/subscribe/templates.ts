/** A template of subscribe messages that an app has chosen in WeChat's console. */
export interface Template {
  readonly templateId: string;
  readonly title: string;
  /** One message for each accept, or as many as wanted once accepted. */
  readonly kind: 'one_time' | 'long_term';
  /** Keywords in order: key with its type as prefix, and what stands before it in the message. */
  readonly keywords: readonly { readonly key: string; readonly label: string }[];
  /** Taken away by the platform: what is asked for answers `ban`. */
  readonly isBanned: boolean;
}

const template = (
  templateId: string,
  title: string,
  keywords: Readonly<Record<string, string>>,
  kind: Template['kind'] = 'one_time',
): Template => ({
  templateId,
  title,
  kind,
  keywords: Object.entries(keywords).map(([key, label]) => ({ key, label })),
  isBanned: false,
});

/** What the demo firm has chosen; the ids are those its server knows in the box. */
export const demoTemplates: readonly Template[] = [
  template('sbx-new-lesson', '新课提醒', { thing1: '课程', thing2: '新一课', time3: '上线时间' }),
  template('sbx-account-linked', '账户安全提醒', { thing1: '事项', time2: '时间', thing3: '提示' }),
  template('sbx-assessment', '风险测评提醒', { thing1: '事项', time2: '时间', thing3: '提示' }),
  template('sbx-product-level', '产品等级变化提醒', { thing1: '事项', time2: '时间', thing3: '产品' }),
  template('sbx-live', '直播开始提醒', { thing1: '直播主题', time2: '开播时间', thing3: '提示' }),
  template('sbx-event', '活动报名成功通知', {
    thing1: '活动名称',
    date2: '活动日期',
    thing3: '活动地点',
    phrase4: '报名状态',
  }),
  template('sbx-reply', '留言回复通知', { name1: '回复人', thing2: '回复内容', time3: '回复时间' }),
  template('sbx-bulletin', '服务公告', { thing1: '公告标题', date2: '生效日期' }, 'long_term'),
];
