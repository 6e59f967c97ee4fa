import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../../platform/config/index.ts';
import { withinTime } from '../../platform/http/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { codeInvalid, wechatUnavailable } from './wechat.errors.ts';
import { WechatSession } from './wechat-session.ts';

const REAL_WECHAT = 'https://api.weixin.qq.com';
const TIMEOUT_MS = 5000;
const BUSY = -1;
/** 40029: unknown, expired or another app's code; 40163: the code was used before. */
const CODE_INVALID: readonly number[] = [40029, 40163];

/** `errcode` is absent or 0 on success; HTTP status is 200 even for refusals. */
const Answer = z.object({
  errcode: z.int().default(0),
  errmsg: z.string().default(''),
  openid: z.string().min(1).max(128).optional(),
  unionid: z.string().min(1).max(128).optional(),
  session_key: z.string().min(1).optional(),
});
type Answer = z.infer<typeof Answer>;

/** Client of WeChat's code2Session. */
@Injectable()
export class WechatLogin {
  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /**
   * Exchanges the code of wx.login for who the person is. A busy WeChat is asked once more; nothing else is
   * repeated, since a code works once.
   * @throws wechat.code_invalid (401), wechat.unavailable (503)
   */
  async code2Session(code: string): Promise<WechatSession> {
    let answer = await this.#ask(code);
    if (answer.errcode === BUSY) answer = await this.#ask(code);
    const { errcode, openid, session_key: sessionKey } = answer;
    if (errcode === 0 && openid !== undefined && sessionKey !== undefined) {
      return new WechatSession(openid, answer.unionid ?? null, sessionKey);
    }
    this.logger.warn('code2Session refused', { errcode, errmsg: answer.errmsg });
    throw CODE_INVALID.includes(errcode) ? codeInvalid() : wechatUnavailable();
  }

  async #ask(code: string): Promise<Answer> {
    const { appId, appSecret } = this.config.wechat;
    const query = new URLSearchParams({
      appid: appId,
      secret: appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    const base = this.config.sandboxUrl ?? REAL_WECHAT;
    try {
      const text = await withinTime(TIMEOUT_MS, async (signal) => {
        const answer = await fetch(`${base}/sns/jscode2session?${query.toString()}`, {
          signal,
          redirect: 'error',
        });
        return answer.text();
      });
      // The content type is text/plain: the text itself is parsed.
      return Answer.parse(JSON.parse(text));
    } catch (error) {
      // Neither the URL (it holds the secret) nor the answer (it may hold a session key) is logged.
      const reason = error instanceof Error ? error.name : 'unknown';
      this.logger.warn('code2Session not answered', { reason });
      throw wechatUnavailable();
    }
  }
}
