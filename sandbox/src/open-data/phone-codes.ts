import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { CODE_LIFE_MS } from '../login-codes.ts';
import { hex, type Randomness } from '../randomness.ts';

interface PhoneCode {
  readonly appId: string;
  readonly openid: string;
  readonly account: string;
  readonly issuedAt: number;
}

/** Codes of the getPhoneNumber button: five minutes, one use, one app. */
export class PhoneCodes {
  private readonly codes = new Map<string, PhoneCode>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  issue(appId: string, openid: string, account: string): string {
    const now = this.clock.now();
    for (const [code, { issuedAt }] of this.codes) {
      if (now - issuedAt > CODE_LIFE_MS) this.codes.delete(code);
    }
    const code = hex(this.randomness, 32);
    this.codes.set(code, { appId, openid, account, issuedAt: now });
    return code;
  }

  /** Uses a code up and says whose it is; null when it opens nothing here. */
  redeem(appId: string, code: string, openid: string | null): string | null {
    const known = this.codes.get(code);
    if (known?.appId !== appId || this.clock.now() - known.issuedAt > CODE_LIFE_MS) return null;
    if (openid !== null && openid !== known.openid) return null;
    this.codes.delete(code);
    return known.account;
  }
}

/** The number in the phone of somebody the core system does not know: derived, from a range nobody is given. */
export function inventedPhone(account: string): string {
  const digits = createHash('sha256').update(account).digest().readUInt32BE(0) % 100_000_000;
  return `199${String(digits).padStart(8, '0')}`;
}
