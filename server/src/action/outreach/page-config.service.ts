import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PageConfig } from '@siyu/shared/contracts/sidebar';
import { SIDEBAR_PATH } from '@siyu/shared/contracts/sidebar.limits';
import { WechatError, WecomApi } from '../../foundation/wechat/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { foreignAddress, wecomAbsent, wecomUnavailable } from './outreach.errors.ts';

/** Signs the page beside a chat, so that WeCom's client lets it in. */
@Injectable()
export class PageConfigs {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly wecom: WecomApi,
  ) {}

  /**
   * @param url of the page as the browser has it
   * @param host that the request came to
   * @throws {AppError} outreach.wecom_absent, outreach.foreign_address, outreach.wecom_unavailable
   */
  async sign(url: string, host: string | undefined): Promise<PageConfig> {
    const { wecom, publicUrl } = this.config;
    if (wecom === null || wecom.page === null) throw wecomAbsent();
    const page = new URL(url);
    const isOwn = page.host === host || page.origin === new URL(publicUrl).origin;
    // A signature for another site would let that site write in our chats.
    if (!isOwn || page.pathname !== SIDEBAR_PATH) throw foreignAddress();
    const [corp, agent] = await Promise.all([
      this.wecom.pageTicket('corp'),
      this.wecom.pageTicket('agent'),
    ]).catch((error: unknown) => {
      throw error instanceof WechatError ? wecomUnavailable() : error;
    });
    const { agentId, scripts } = wecom.page;
    return {
      corpId: wecom.corpId,
      agentId,
      scripts: [...scripts],
      corp: this.#signed(corp, url),
      agent: this.#signed(agent, url),
    };
  }

  #signed(ticket: string, url: string) {
    const timestamp = Math.floor(this.clock.now() / 1_000);
    const nonceStr = Buffer.from(this.randomness.bytes(12)).toString('hex');
    return { timestamp, nonceStr, signature: pageSignature({ ticket, nonceStr, timestamp, url }) };
  }
}

/** The fields in the order of their names, as WeCom puts them together; what follows a # is not part of the address. */
export function pageSignature(given: {
  readonly ticket: string;
  readonly nonceStr: string;
  readonly timestamp: number;
  readonly url: string;
}): string {
  const { ticket, nonceStr, timestamp, url } = given;
  const address = url.split('#')[0] ?? '';
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${address}`;
  return createHash('sha1').update(text).digest('hex');
}
