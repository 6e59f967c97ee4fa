import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import type { Corp, WecomApp } from './corp.ts';
import { WecomRefusal } from './refusal.ts';

export const TOKEN_LIFE_MS = 7_200_000;

interface Token {
  readonly app: WecomApp;
  readonly value: string;
  readonly expiresAt: number;
}

/** One token per app: asking again gives the same until it expires. */
export class WecomTokens {
  private readonly current = new Map<WecomApp, Token>();
  /** All that were ever given: an expired token is told from one that never was. */
  private readonly given = new Map<string, Token>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly corp: Corp,
  ) {}

  issue(corpId: string | null, secret: string | null): { access_token: string; expires_in: number } {
    if (corpId === null) throw new WecomRefusal(41002);
    if (secret === null) throw new WecomRefusal(41004);
    if (corpId !== this.corp.corpId) throw new WecomRefusal(40013);
    const app = this.corp.apps.find((each) => each.secret === secret);
    if (app === undefined) throw new WecomRefusal(40001);
    const now = this.clock.now();
    let token = this.current.get(app);
    if (token === undefined || token.expiresAt <= now) {
      token = { app, value: hex(this.randomness, 32), expiresAt: now + TOKEN_LIFE_MS };
      this.current.set(app, token);
      this.given.set(token.value, token);
    }
    return { access_token: token.value, expires_in: Math.ceil((token.expiresAt - now) / 1000) };
  }

  /** The app that calls; refuses what is missing, foreign or expired. */
  appOf(value: string | null): WecomApp {
    if (value === null) throw new WecomRefusal(41001);
    const token = this.given.get(value);
    if (token === undefined) throw new WecomRefusal(40014);
    if (token.expiresAt <= this.clock.now()) throw new WecomRefusal(42001);
    return token.app;
  }

  /** Makes every token void before its time, as WeCom does when it must; holders learn it by 40014. */
  revokeAll(): void {
    this.current.clear();
    this.given.clear();
  }
}
