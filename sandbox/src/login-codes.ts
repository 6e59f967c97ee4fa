import type { Clock } from './clock.ts';
import type { MiniProgram } from './mini-programs.ts';
import { hex, type Randomness } from './randomness.ts';

/** A code of wx.login lives five minutes. */
export const CODE_LIFE_MS = 5 * 60_000;

export interface LoginCode {
  readonly code: string;
  readonly appId: string;
  readonly account: string;
  readonly openid: string;
  readonly unionid: string | null;
  readonly sessionKey: string;
  readonly issuedAt: number;
  usedAt: number | null;
}

/**
 * Codes handed out to phones, and the one session_key that is valid per person and app.
 * Issuing a code already replaces the key: the strictest reading of wx.checkSession.
 */
export class LoginCodes {
  private readonly codes = new Map<string, LoginCode>();
  private readonly currentKeys = new Map<string, string>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  issue(app: MiniProgram, account: string): LoginCode {
    this.forgetOld();
    const issued: LoginCode = {
      code: `0${hex(this.randomness, 15)}w`,
      appId: app.appId,
      account,
      openid: `${app.openidPrefix}${account}`,
      unionid: app.isBoundToOpenPlatform ? `usbx-${account}` : null,
      sessionKey: Buffer.from(this.randomness.bytes(16)).toString('base64'),
      issuedAt: this.clock.now(),
      usedAt: null,
    };
    this.codes.set(issued.code, issued);
    this.currentKeys.set(`${app.appId} ${issued.openid}`, issued.sessionKey);
    return issued;
  }

  find(code: string): LoginCode | null {
    return this.codes.get(code) ?? null;
  }

  isExpired(code: LoginCode): boolean {
    return this.clock.now() - code.issuedAt > CODE_LIFE_MS;
  }

  isCurrentKey(appId: string, openid: string, sessionKey: string): boolean {
    return this.currentKeys.get(`${appId} ${openid}`) === sessionKey;
  }

  /** Codes dead for an hour answer 40029 as unknown ones do, so nothing is lost by dropping them. */
  private forgetOld(): void {
    const horizon = this.clock.now() - CODE_LIFE_MS - 3_600_000;
    for (const [key, code] of this.codes) {
      if (code.issuedAt >= horizon) return;
      this.codes.delete(key);
    }
  }
}
