import { Injectable } from '@nestjs/common';
import type { Phrase } from '@siyu/shared/contracts/sidebar';
import { INSERT_PURPOSES, INSERT_TEXT_MAX, PHRASES_MAX } from '@siyu/shared/contracts/sidebar.limits';
import { z } from 'zod';
import { Configuration, type ConfigurationKey } from '../../foundation/configuration/index.ts';

const Phrases = z
  .object({
    phrases: z
      .array(
        z
          .object({
            title: z.string().trim().min(1).max(20),
            text: z.string().trim().min(1).max(INSERT_TEXT_MAX),
            purpose: z.enum(INSERT_PURPOSES),
          })
          .strict(),
      )
      .max(PHRASES_MAX),
  })
  .strict()
  .superRefine(({ phrases }, context) => {
    for (const [at, { title }] of phrases.entries())
      if (phrases.slice(0, at).some((each) => each.title === title))
        context.addIssue({ code: 'custom', path: ['phrases', at, 'title'], message: '标题重复' });
  });
type Phrases = z.infer<typeof Phrases>;

const AdviceWords = z.object({ words: z.array(z.string().trim().min(2).max(20)).max(200) }).strict();
type AdviceWords = z.infer<typeof AdviceWords>;

export const initialPhrases: Phrases = {
  phrases: [
    {
      title: '问候',
      text: '您好，我是您在公司的服务人员，学习或账户上有不清楚的地方，随时在这里问我。',
      purpose: 'SERVICE',
    },
    {
      title: '接着学',
      text: '您上次的课程还没有学完，打开小程序首页就能接着学，学完有一份小测可以看看掌握了多少。',
      purpose: 'SERVICE',
    },
    {
      title: '核对真伪',
      text: '如果有人自称我们的员工联系您，请在小程序「我的」里用「真伪核验」查一查，不要向个人账户转账。',
      purpose: 'SERVICE',
    },
    {
      title: '新课邀请',
      text: '我们新上了一组投资者教育课程，讲怎样看懂产品说明书里的风险等级。您有空可以到小程序学堂看看。',
      purpose: 'MARKETING',
    },
  ],
};

/** What the wording guard lets pass and is an opinion on investing all the same. */
export const initialAdviceWords: AdviceWords = {
  words: [
    '投资建议',
    '建议您配置',
    '建议配置',
    '建议持有',
    '建议买',
    '建议卖',
    '仓位',
    '调仓',
    '加仓',
    '减仓',
    '止盈',
    '止损',
    '逢低',
    '逢高',
    '后市',
    '适合您的组合',
  ],
};

/** What the firm sets about the sidebar, each version of it seen by a second person. */
@Injectable()
export class OutreachConfiguration {
  readonly #phrases: ConfigurationKey<Phrases>;
  readonly #adviceWords: ConfigurationKey<AdviceWords>;

  constructor(private readonly configuration: Configuration) {
    this.#phrases = configuration.register('outreach.phrases', Phrases, initialPhrases);
    this.#adviceWords = configuration.register('outreach.advice-words', AdviceWords, initialAdviceWords);
  }

  async phrases(now: number): Promise<readonly Phrase[]> {
    return (await this.configuration.get(this.#phrases, now)).value.phrases;
  }

  async adviceWords(now: number): Promise<{ readonly version: number; readonly words: readonly string[] }> {
    const { version, value } = await this.configuration.get(this.#adviceWords, now);
    return { version, words: value.words };
  }
}
