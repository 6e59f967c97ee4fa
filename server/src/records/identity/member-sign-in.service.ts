import { Injectable } from '@nestjs/common';
import { SessionKeys, WechatLogin } from '../../foundation/wechat/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { closedAmong } from './closed-accounts.ts';
import { type ExternalIdentity, MemberRegister } from './member-register.service.ts';
import { type OpenedSession, Sessions } from './session.service.ts';

/** Turns a login code of the phone into a session. Someone new is registered: who they are, nothing else. */
@Injectable()
export class MemberSignIn {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly wechat: WechatLogin,
    private readonly sessionKeys: SessionKeys,
    private readonly register: MemberRegister,
    private readonly sessions: Sessions,
  ) {}

  async openSession(code: string): Promise<OpenedSession & { readonly memberNo: number }> {
    const fromWechat = await this.wechat.code2Session(code);
    const { openid, unionid } = fromWechat;
    const sessionKey = await this.sessionKeys.seal(fromWechat);
    const issuer = this.config.wechat.appId;
    const identity = { kind: 'wechat_openid', issuer, externalId: openid } as const;
    const also: readonly ExternalIdentity[] =
      unionid === null ? [] : [{ kind: 'wechat_unionid', issuer: 'wechat', externalId: unionid }];
    // Looked up outside the transaction first, so that those who return do not queue with those who register.
    // A unionid that came later than the openid has still to be noted.
    const known = (await this.register.areKnown([identity, ...also]))
      ? await this.register.findByIdentities([identity])
      : null;
    return this.database.runInTransaction(async (tx) => {
      const isClosed = known !== null && (await closedAmong(tx.manager, [known.memberNo])).size > 0;
      const member =
        known !== null && !isClosed ? known : await this.register.registerOrFind(tx, identity, also);
      await this.sessionKeys.keep(tx, sessionKey, member.memberNo);
      const session = await this.sessions.open(tx, { audience: 'member', memberNo: member.memberNo });
      return { ...session, memberNo: member.memberNo };
    });
  }
}
