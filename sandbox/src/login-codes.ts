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
  private readonly visits = new Map<string, number>();

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
    this.visits.set(`${app.appId} ${issued.openid}`, issued.issuedAt);
    return issued;
  }

  /** A new session_key for a person who has one: the old is dead; null for somebody who never came. */
  resetKey(appId: string, openid: string): string | null {
    if (this.currentKey(appId, openid) === null) return null;
    const sessionKey = Buffer.from(this.randomness.bytes(16)).toString('base64');
    this.currentKeys.set(`${appId} ${openid}`, sessionKey);
    return sessionKey;
  }

  currentKey(appId: string, openid: string): string | null {
    return this.currentKeys.get(`${appId} ${openid}`) ?? null;
  }

  /** Somebody who has a session comes back without fetching a code. */
  noteVisit(appId: string, openid: string): void {
    this.visits.set(`${appId} ${openid}`, this.clock.now());
  }

  /** When a person was last seen in an app; null when never. */
  lastVisit(appId: string, openid: string): number | null {
    return this.visits.get(`${appId} ${openid}`) ?? null;
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
