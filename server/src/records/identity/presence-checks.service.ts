import { Injectable } from '@nestjs/common';
import { SessionKeys, WechatLogin } from '../../foundation/wechat/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { ExternalIds } from './external-ids.service.ts';
import { MemberLinks } from './member-links.service.ts';

/** Whether the person themselves is there now, by a fresh login code of their WeChat: a session may be lent or stolen. */
@Injectable()
export class PresenceChecks {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly wechat: WechatLogin,
    private readonly sessionKeys: SessionKeys,
    private readonly externalIds: ExternalIds,
    private readonly links: MemberLinks,
  ) {}

  /** @param code from `wx.login`, good once */
  async isPresent(memberNo: number, code: string): Promise<boolean> {
    const fromWechat = await this.wechat.code2Session(code);
    const found = await this.externalIds.findMember({
      kind: 'wechat_openid',
      issuer: this.config.wechat.appId,
      externalId: fromWechat.openid,
    });
    const numbers = (await this.links.personsOf([memberNo])).get(memberNo)?.numbers ?? [memberNo];
    if (found === null || !numbers.includes(found.memberNo)) return false;
    // The code has made a new key of the session there; the old one opens nothing any more.
    const sessionKey = await this.sessionKeys.seal(fromWechat);
    await this.database.runInTransaction((tx) => this.sessionKeys.keep(tx, sessionKey, found.memberNo));
    return true;
  }
}
