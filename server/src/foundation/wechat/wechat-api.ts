import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.ts';
import { askPlatform } from './client/ask-platform.ts';
import { readAnswer } from './client/answer.ts';
import type { PlatformCall, PlatformClient } from './client/platform-client.ts';
import { WechatError } from './client/wechat-error.ts';
import { PlatformClients } from './platform-clients.ts';
import type { TokenSource } from './platform-tokens.ts';
import {
  type ContentScene,
  type SubscribeMessage,
  type TextVerdict,
  type UnlimitedCode,
  type UrlLink,
  wechatAnswers,
} from './wechat-answers.ts';

const TOKEN = { platform: 'wechat', api: '/cgi-bin/stable_token' } as const;
/** WeChat's own limits per minute; where none is known, one that stays far below trouble. */
const PER_MINUTE = { usual: 3_000, codes: 5_000, texts: 4_000, media: 2_000 } as const;

/** What the server asks WeChat for its mini-program. Every method throws WechatError and nothing else. */
@Injectable()
export class WechatApi {
  readonly #client: PlatformClient;
  readonly #token: TokenSource;

  constructor(
    private readonly config: Config,
    clients: PlatformClients,
  ) {
    this.#client = clients.wechat;
    const { appId, appSecret } = config.wechat;
    this.#token = {
      platform: 'wechat',
      name: `wechat:${appId}`,
      fetch: async () => {
        const body = {
          grant_type: 'client_credential',
          appid: appId,
          secret: appSecret,
          // Forcing it would kill the token that other nodes work with.
          force_refresh: false,
        };
        const { bytes } = await askPlatform(
          { base: clients.wechatBase, path: TOKEN.api, query: {}, body },
          TOKEN,
        );
        const answer = readAnswer(bytes.toString('utf8'), wechatAnswers.token, TOKEN);
        return { token: answer.access_token, expiresInS: answer.expires_in };
      },
    };
    this.#client.probeBy(this.#token.fetch);
  }

  /** Not repeatable: whether an unanswered one arrived is told by the event, or by nobody. @returns WeChat's id of it */
  async subscribeSend({ openid, templateId, page, data }: SubscribeMessage): Promise<string | null> {
    const values = Object.entries(data).map(([key, value]) => [key, { value }] as const);
    const body = {
      touser: openid,
      template_id: templateId,
      ...(page !== undefined && { page }),
      data: Object.fromEntries(values),
      miniprogram_state: this.config.isProduction ? 'formal' : 'developer',
      lang: 'zh_CN',
    };
    const { msgid } = await this.#client.call(
      this.#token,
      { ...act('/cgi-bin/message/subscribe/send'), body },
      wechatAnswers.sent,
    );
    return msgid === undefined ? null : String(msgid);
  }

  /** @returns the bytes of the picture */
  getUnlimitedCode({ scene, page, width, environment, checksPage }: UnlimitedCode): Promise<Buffer> {
    const body = {
      scene,
      page,
      check_path: checksPage ?? true,
      env_version: environment ?? 'release',
      ...(width !== undefined && { width }),
    };
    const call = { ...question('/wxa/getwxacodeunlimit', PER_MINUTE.codes), body };
    return this.#client.picture(this.#token, call, wechatAnswers.nothing);
  }

  async generateUrlLink({ path, query, days }: UrlLink): Promise<string> {
    const body = { path, query, expire_type: 1, expire_interval: days };
    const call = { ...question('/wxa/generate_urllink'), body };
    return (await this.#client.call(this.#token, call, wechatAnswers.urlLink)).url_link;
  }

  /** The person must have been in the mini-program within two hours. */
  async msgSecCheck(openid: string, content: string, scene: ContentScene): Promise<TextVerdict> {
    const call = {
      ...question('/wxa/msg_sec_check', PER_MINUTE.texts),
      body: { version: 2, openid, scene, content },
    };
    const { result, trace_id } = await this.#client.call(this.#token, call, wechatAnswers.textVerdict);
    return { suggest: result.suggest, label: result.label, traceId: trace_id };
  }

  /** @returns the id under which the verdict comes as the event `wxa_media_check`, within half an hour */
  async mediaCheckAsync(
    openid: string,
    mediaUrl: string,
    kind: 'audio' | 'image',
    scene: ContentScene,
  ): Promise<string> {
    const body = { media_url: mediaUrl, media_type: kind === 'audio' ? 1 : 2, version: 2, scene, openid };
    const call = { ...question('/wxa/media_check_async', PER_MINUTE.media), body };
    return (await this.#client.call(this.#token, call, wechatAnswers.mediaTrace)).trace_id;
  }

  /**
   * The code of the button, which is not that of the login and works once.
   * @returns the number without its country, and the country, such as 86
   */
  async getPhoneNumber(
    code: string,
    openid: string,
  ): Promise<{ readonly number: string; readonly country: string }> {
    const api = '/wxa/business/getuserphonenumber';
    const call = { ...act(api), body: { code, openid } };
    const { phone_info } = await this.#client.call(this.#token, call, wechatAnswers.phone);
    if (phone_info.watermark.appid !== this.config.wechat.appId)
      throw new WechatError({
        platform: 'wechat',
        api,
        kind: 'refused',
        hint: 'the number is of another app',
      });
    return { number: phone_info.purePhoneNumber, country: String(phone_info.countryCode) };
  }

  /** Whether a session key is the one in force. */
  async checkSessionKey(openid: string, sessionKey: string): Promise<boolean> {
    // The key of the HMAC is the text as it came, not its bytes.
    const signature = createHmac('sha256', sessionKey).update('').digest('hex');
    const query = { openid, signature, sig_method: 'hmac_sha256' };
    const call = { ...question('/wxa/checksession'), query };
    return this.#client.call(this.#token, call, wechatAnswers.nothing).then(
      () => true,
      (error: unknown) => {
        if (error instanceof WechatError && error.code === INVALID_SIGNATURE) return false;
        throw error;
      },
    );
  }
}

const INVALID_SIGNATURE = 87009;
const question = (path: string, perMinute: number = PER_MINUTE.usual): PlatformCall => ({
  path,
  perMinute,
  isRepeatable: true,
});
const act = (path: string): PlatformCall => ({ ...question(path), isRepeatable: false });
