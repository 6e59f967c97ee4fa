import { Injectable } from '@nestjs/common';
import { WechatApi, WechatError } from '../../foundation/wechat/index.ts';
import { Moderation, type PlacedFinding } from './moderation.service.ts';

/** WeChat's word for what people say under something. */
const COMMENT = 2;

/** What both readers say of a text that a member wrote. */
export interface MemberTextReading {
  readonly findings: readonly PlacedFinding[];
  /** What WeChat says; null: it could not be asked. */
  readonly platformVerdict: 'pass' | 'review' | 'risky' | null;
}

/** What members write for others to read: by our own check, and by WeChat's. What follows is for whoever shows it. */
@Injectable()
export class MemberTexts {
  constructor(
    private readonly moderation: Moderation,
    private readonly wechat: WechatApi,
  ) {}

  /** @param openid of the writer in the mini-program; undefined: WeChat knows nobody to ask about */
  async read(openid: string | undefined, text: string): Promise<MemberTextReading> {
    const { findings } = await this.moderation.check([{ path: 'text', text, isMarkedWrong: false }]);
    return { findings, platformVerdict: openid === undefined ? null : await this.#verdictOn(openid, text) };
  }

  async #verdictOn(openid: string, text: string): Promise<MemberTextReading['platformVerdict']> {
    try {
      return (await this.wechat.msgSecCheck(openid, text, COMMENT)).suggest;
    } catch (error) {
      if (error instanceof WechatError) return null;
      throw error;
    }
  }
}
