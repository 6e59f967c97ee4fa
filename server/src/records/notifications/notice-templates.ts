import { Injectable } from '@nestjs/common';
import { NOTICE_KINDS, type NoticeKind, TEMPLATE_ID_MAX } from '@siyu/shared/contracts/notifications.limits';
import { z } from 'zod';
import { Configuration, type ConfigurationKey } from '../../foundation/configuration/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { FIELD_PATTERN, fitValue } from './fit-value.ts';

/** What can be said of each kind; a template takes of it what its fields are for. */
const FACTS = {
  NEW_LESSON: ['path', 'lesson', 'time'],
  LIVE_STARTING: ['live', 'time', 'host'],
  ACCOUNT_LINKED: ['event', 'time', 'advice'],
  ASSESSMENT: ['event', 'time', 'advice'],
  PRODUCT_LEVEL: ['event', 'time', 'product'],
} as const satisfies Readonly<Record<NoticeKind, readonly string[]>>;

const Template = z
  .object({
    kind: z.enum(NOTICE_KINDS),
    /** As WeChat's console gives it; empty while there is none, and nobody is asked then. */
    templateId: z
      .string()
      .max(TEMPLATE_ID_MAX)
      .regex(/^[A-Za-z0-9_-]*$/),
    title: z.string().min(1).max(20),
    /** Where a touch on the message leads, without a slash in front. */
    page: z
      .string()
      .max(128)
      .regex(/^[a-z][a-z0-9-]*(\/[a-z0-9-]+)+$/),
    fields: z
      .array(
        z
          .object({
            key: z.string().regex(FIELD_PATTERN, '不是微信模板的字段名'),
            fact: z.string().max(32),
            label: z.string().min(1).max(10),
          })
          .strict(),
      )
      .min(1)
      .max(5),
  })
  .strict();
const Templates = z
  .object({ templates: z.array(Template).max(NOTICE_KINDS.length) })
  .strict()
  .superRefine(({ templates }, context) => {
    const refuse = (path: (string | number)[], message: string) => {
      context.addIssue({ code: 'custom', path: ['templates', ...path], message });
    };
    for (const [at, { kind, templateId, title, fields }] of templates.entries()) {
      const before = templates.slice(0, at);
      if (before.some((each) => each.kind === kind)) refuse([at, 'kind'], '这一种已经有模板');
      // WeChat leaves out the second of two templates of the same title.
      if (before.some((each) => each.title === title)) refuse([at, 'title'], '标题重复');
      if (templateId !== '' && before.some((each) => each.templateId === templateId))
        refuse([at, 'templateId'], '模板重复');
      const facts: readonly string[] = FACTS[kind];
      for (const [place, field] of fields.entries()) {
        if (!facts.includes(field.fact)) refuse([at, 'fields', place, 'fact'], `只能是 ${facts.join('、')}`);
        if (fields.slice(0, place).some(({ key }) => key === field.key))
          refuse([at, 'fields', place, 'key'], '字段重复');
      }
    }
  });
type Templates = z.infer<typeof Templates>;
export type NoticeTemplate = z.infer<typeof Template>;

/** Templates of the mini-program in the box; a real one's ids are put in by people. */
const initialTemplates = (isBox: boolean): Templates => ({
  templates: [
    {
      kind: 'NEW_LESSON',
      templateId: isBox ? 'sbx-new-lesson' : '',
      title: '新课提醒',
      page: 'lesson/read/index',
      fields: [
        { key: 'thing1', fact: 'path', label: '课程' },
        { key: 'thing2', fact: 'lesson', label: '新一课' },
        { key: 'time3', fact: 'time', label: '上线时间' },
      ],
    },
    {
      kind: 'LIVE_STARTING',
      templateId: isBox ? 'sbx-live' : '',
      title: '直播开始提醒',
      page: 'live/watch/index',
      fields: [
        { key: 'thing1', fact: 'live', label: '直播主题' },
        { key: 'time2', fact: 'time', label: '开播时间' },
        { key: 'thing3', fact: 'host', label: '提示' },
      ],
    },
    {
      kind: 'ACCOUNT_LINKED',
      templateId: isBox ? 'sbx-account-linked' : '',
      title: '账户安全提醒',
      page: 'account/link/index',
      fields: [
        { key: 'thing1', fact: 'event', label: '事项' },
        { key: 'time2', fact: 'time', label: '时间' },
        { key: 'thing3', fact: 'advice', label: '提示' },
      ],
    },
    {
      kind: 'ASSESSMENT',
      templateId: isBox ? 'sbx-assessment' : '',
      title: '风险测评提醒',
      page: 'suitability/result/index',
      fields: [
        { key: 'thing1', fact: 'event', label: '事项' },
        { key: 'time2', fact: 'time', label: '时间' },
        { key: 'thing3', fact: 'advice', label: '提示' },
      ],
    },
    {
      kind: 'PRODUCT_LEVEL',
      templateId: isBox ? 'sbx-product-level' : '',
      title: '产品等级变化提醒',
      page: 'products/list/index',
      fields: [
        { key: 'thing1', fact: 'event', label: '事项' },
        { key: 'time2', fact: 'time', label: '时间' },
        { key: 'thing3', fact: 'product', label: '产品' },
      ],
    },
  ],
});

/** A message as WeChat takes it, and as its lines read. */
export interface FilledTemplate {
  readonly templateId: string;
  readonly title: string;
  readonly page: string;
  readonly data: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

/** Which template of WeChat says what, as configuration. */
@Injectable()
export class NoticeTemplates {
  readonly #key: ConfigurationKey<Templates>;

  constructor(
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    config: Config,
  ) {
    this.#key = configuration.register(
      'notifications.templates',
      Templates,
      initialTemplates(config.sandboxUrl !== null),
    );
  }

  /** The templates that there are, by kind. */
  async current(): Promise<ReadonlyMap<NoticeKind, NoticeTemplate>> {
    const { value } = await this.configuration.get(this.#key, this.clock.now());
    return new Map(
      value.templates.filter(({ templateId }) => templateId !== '').map((each) => [each.kind, each]),
    );
  }
}

/**
 * Puts what is to be said into the fields of a template.
 * @throws {TemplateValueRefused} naming the field that WeChat would refuse
 */
export function fillTemplate(
  { templateId, title, page, fields }: NoticeTemplate,
  facts: Readonly<Record<string, string>>,
): FilledTemplate {
  const filled = fields.map(({ key, fact, label }) => ({
    key,
    label,
    value: fitValue(key, facts[fact] ?? ''),
  }));
  return {
    templateId,
    title,
    page,
    data: Object.fromEntries(filled.map(({ key, value }) => [key, value])),
    lines: filled.map(({ label, value }) => `${label}：${value}`),
  };
}
