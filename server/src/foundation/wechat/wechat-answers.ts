import { z } from 'zod';

const text = (max: number) => z.string().max(max);

/** What WeChat answers; more fields than these are let pass. */
export const wechatAnswers = {
  nothing: z.looseObject({}),
  token: z.object({ access_token: z.string().min(1).max(1_024), expires_in: z.int().min(1).max(86_400) }),
  sent: z.object({ msgid: z.union([z.string(), z.number()]).optional() }),
  urlLink: z.object({ url_link: z.url() }),
  phone: z.object({
    phone_info: z.object({
      purePhoneNumber: text(32),
      // Declared as text, shown as a number.
      countryCode: z.union([z.string(), z.number()]),
      watermark: z.object({ appid: z.string(), timestamp: z.number() }),
    }),
  }),
  textVerdict: z.object({
    trace_id: text(128),
    result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.number() }),
  }),
  mediaTrace: z.object({ trace_id: text(128) }),
} as const;

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Without a slash in front; may carry a query. */
  readonly page?: string | undefined;
  readonly data: Readonly<Record<string, string>>;
}
export interface UnlimitedCode {
  /** At most 32 visible characters. */
  readonly scene: string;
  readonly page: string;
  readonly width?: number;
  readonly environment?: 'release' | 'trial' | 'develop';
  /** False: the page need not be in the released version. */
  readonly checksPage?: boolean;
}
export interface UrlLink {
  readonly path: string;
  readonly query: string;
  /** 1 to 30. */
  readonly days: number;
}
/** 1 profile, 2 comment, 3 forum, 4 social log. */
export type ContentScene = 1 | 2 | 3 | 4;
export interface TextVerdict {
  readonly suggest: 'pass' | 'review' | 'risky';
  readonly label: number;
  readonly traceId: string;
}
