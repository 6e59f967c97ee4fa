import type { Clock } from '../clock.ts';
import type { Randomness } from '../randomness.ts';
import { Quotas, type QuotaVerdict } from '../wechat-api/quotas.ts';

const LIFE_MS = 7_200_000;
/** The platform rotates this long before the end, and the superseded token lives as long beside the new one. */
const OVERLAP_MS = 300_000;
const FORCE_GAP_MS = 30_000;

export const STABLE_LIMITS = { perMinute: 10_000, perDay: 500_000 };
export const PLAIN_LIMITS = { perDay: 2_000 };
export const FORCED_LIMITS = { perDay: 20 };

interface Issued {
  readonly token: string;
  readonly appId: string;
  readonly expiresAt: number;
  /** Earlier than its end when a newer one has taken its place. */
  validUntil: number;
}

export type TokenGrant =
  | { readonly kind: 'granted'; readonly token: string; readonly expiresIn: number }
  | { readonly kind: Exclude<QuotaVerdict, 'taken'> };

export type TokenCheck =
  | { readonly kind: 'valid'; readonly appId: string }
  | { readonly kind: 'malformed' | 'not_latest' | 'expired' };

const SHAPE = /^[0-9]{1,6}_[\w-]{100,500}$/;

/** Tokens of both kinds. A stable token and one of `/cgi-bin/token` know nothing of each other. */
export class AccessTokens {
  private readonly issued = new Map<string, Issued>();
  private readonly current = new Map<string, Issued>();
  private readonly forcedAt = new Map<string, number>();
  private readonly quotas: Quotas;
  private count = 0;

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    this.quotas = new Quotas(clock);
  }

  /** `POST /cgi-bin/stable_token`: the same token while it lives, a new one in its last five minutes. */
  stable(appId: string, isForced: boolean): TokenGrant {
    const quota = this.quotas.take(`stable ${appId}`, STABLE_LIMITS);
    if (quota !== 'taken') return { kind: quota };
    const now = this.clock.now();
    const current = this.current.get(`stable ${appId}`);
    if (isForced && now - (this.forcedAt.get(appId) ?? -Infinity) >= FORCE_GAP_MS) {
      const forced = this.quotas.take(`forced ${appId}`, FORCED_LIMITS);
      if (forced !== 'taken') return { kind: forced };
      this.forcedAt.set(appId, now);
      if (current !== undefined) current.validUntil = Math.min(current.validUntil, now);
      return this.grant(this.issue('stable', appId));
    }
    if (current !== undefined && current.expiresAt - now > OVERLAP_MS) return this.grant(current);
    return this.grant(this.issue('stable', appId));
  }

  /** `GET /cgi-bin/token`: always a new one; the one before lives five minutes more. */
  plain(appId: string): TokenGrant {
    const quota = this.quotas.take(`plain ${appId}`, PLAIN_LIMITS);
    if (quota !== 'taken') return { kind: quota };
    const previous = this.current.get(`plain ${appId}`);
    if (previous !== undefined) {
      previous.validUntil = Math.min(previous.validUntil, this.clock.now() + OVERLAP_MS);
    }
    return this.grant(this.issue('plain', appId));
  }

  check(token: string): TokenCheck {
    if (!SHAPE.test(token)) return { kind: 'malformed' };
    const known = this.issued.get(token);
    const now = this.clock.now();
    if (known === undefined) return { kind: 'not_latest' };
    if (now >= known.expiresAt) return { kind: 'expired' };
    if (now >= known.validUntil) return { kind: 'not_latest' };
    return { kind: 'valid', appId: known.appId };
  }

  private grant(issued: Issued): TokenGrant {
    return {
      kind: 'granted',
      token: issued.token,
      expiresIn: Math.floor((issued.expiresAt - this.clock.now()) / 1000),
    };
  }

  private issue(kind: 'stable' | 'plain', appId: string): Issued {
    const now = this.clock.now();
    for (const [token, { expiresAt }] of this.issued) {
      if (now - expiresAt > LIFE_MS) this.issued.delete(token);
    }
    this.count += 1;
    const expiresAt = now + LIFE_MS;
    const token = `${this.count}_${Buffer.from(this.randomness.bytes(96)).toString('base64url')}`;
    const issued = { token, appId, expiresAt, validUntil: expiresAt };
    this.issued.set(token, issued);
    this.current.set(`${kind} ${appId}`, issued);
    return issued;
  }
}
