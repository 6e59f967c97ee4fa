import { Injectable } from '@nestjs/common';
import { Randomness } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { Metrics } from '../../platform/metrics/index.ts';
import { Breaker } from './client/breaker.ts';
import { PlatformClient } from './client/platform-client.ts';
import type { PlatformName } from './client/wechat-error.ts';
import { PlatformTokens } from './platform-tokens.ts';

const REAL_WECHAT = 'https://api.weixin.qq.com';
const REAL_WECOM = 'https://qyapi.weixin.qq.com';

/** One client a platform: its breaker and its paces are of the whole process. */
@Injectable()
export class PlatformClients {
  readonly wechatBase: string;
  readonly wecomBase: string;
  readonly wechat: PlatformClient;
  readonly wecom: PlatformClient;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly randomness: Randomness,
    private readonly tokens: PlatformTokens,
  ) {
    this.wechatBase = config.sandboxUrl ?? REAL_WECHAT;
    // WeChat and WeCom have paths in common: the box serves the second below one of its own.
    this.wecomBase = config.sandboxUrl === null ? REAL_WECOM : `${config.sandboxUrl}/qyapi`;
    this.wechat = this.#clientOf('wechat', this.wechatBase);
    this.wecom = this.#clientOf('wecom', this.wecomBase);
  }

  #clientOf(platform: PlatformName, base: string): PlatformClient {
    this.metrics.platformRests.set({ platform }, 0);
    const breaker = new Breaker(this.config.platformRestMs, (isOpen) => {
      this.metrics.platformRests.set({ platform }, isOpen ? 1 : 0);
      this.logger.warn(isOpen ? 'platform is left alone for a while' : 'platform is asked again', {
        platform,
      });
    });
    const random = () => Buffer.from(this.randomness.bytes(4)).readUInt32BE() / 2 ** 32;
    return new PlatformClient({ platform, base, tokens: this.tokens, breaker, random });
  }
}
