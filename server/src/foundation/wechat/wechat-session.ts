/** What WeChat says about a login code. The session key is no own property, so no answer and no log line can carry it. */
export class WechatSession {
  readonly openid: string;
  readonly unionid: string | null;
  readonly #sessionKey: string;

  constructor(openid: string, unionid: string | null, sessionKey: string) {
    this.openid = openid;
    this.unionid = unionid;
    this.#sessionKey = sessionKey;
  }

  /** Base64 text of 16 bytes, as WeChat sent it; never leaves the server. */
  get sessionKey(): string {
    return this.#sessionKey;
  }
}
