import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import type { PlatformTokens, TokenSource } from '../platform-tokens.ts';
import { type RawAnswer, askPlatform } from './ask-platform.ts';
import { readAnswer } from './answer.ts';
import type { Breaker } from './breaker.ts';
import { Pace } from './pace.ts';
import { type PlatformName, WechatError } from './wechat-error.ts';

export interface PlatformCall {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Absent: GET. */
  readonly body?: object;
  readonly perMinute: number;
  /** A question, or an act that may be done twice: asked again when nobody knows whether it was heard. */
  readonly isRepeatable: boolean;
}
export interface ClientParts {
  readonly platform: PlatformName;
  readonly base: string;
  readonly tokens: PlatformTokens;
  readonly breaker: Breaker;
  /** Between 0 and 1. */
  readonly random: () => number;
}

const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 200;

/** Calls one platform: token, pace, breaker, time-out, and no more attempts than are safe. */
export class PlatformClient {
  readonly #pace = new Pace();
  #probe: (() => Promise<unknown>) | null = null;

  constructor(private readonly parts: ClientParts) {}

  /** Whether the platform is taken to be well. */
  get isWell(): boolean {
    return this.parts.breaker.isClosed;
  }

  /** What is asked to find out whether the platform answers again: something that may be asked any number of times. */
  probeBy(ask: () => Promise<unknown>): void {
    this.#probe = ask;
  }

  /** After a rest the platform is asked something harmless, so that no message is spent on finding out. */
  async answersAgain(): Promise<boolean> {
    const { breaker, platform } = this.parts;
    if (breaker.isClosed) return true;
    const ask = this.#probe;
    if (breaker.isResting || ask === null) return false;
    return breaker.run({ platform, api: 'probe' }, ask).then(
      () => true,
      () => false,
    );
  }

  /** @throws {WechatError} */
  async call<Shape extends z.ZodType>(
    source: TokenSource,
    call: PlatformCall,
    shape: Shape,
  ): Promise<z.output<Shape>> {
    return this.#run(source, call, ({ bytes }, names) => readAnswer(bytes.toString('utf8'), shape, names));
  }

  /**
   * For calls whose success is a picture.
   * @throws {WechatError}
   */
  async picture<Shape extends z.ZodType>(
    source: TokenSource,
    call: PlatformCall,
    refusal: Shape,
  ): Promise<Buffer> {
    return this.#run(source, call, ({ isJson, bytes }, names) => {
      if (!isJson) return bytes;
      readAnswer(bytes.toString('utf8'), refusal, names);
      throw new WechatError({ ...names, kind: 'unanswered', hint: 'no picture' });
    });
  }

  async #run<Result>(
    source: TokenSource,
    call: PlatformCall,
    read: (answer: RawAnswer, names: { platform: PlatformName; api: string }) => Result,
  ): Promise<Result> {
    const { platform, base, tokens, breaker, random } = this.parts;
    const names = { platform, api: call.path };
    const { path, body } = call;
    let stale: string | null = null;
    for (let attempt = 1; ; attempt += 1) {
      const token = await tokens.token(source, stale);
      await this.#pace.wait(names, call.perMinute);
      try {
        return await breaker.run(names, async () => {
          const query = { access_token: token, ...call.query };
          return read(await askPlatform({ base, path, query, body }, names), names);
        });
      } catch (error) {
        if (!(error instanceof WechatError)) throw error;
        // Once only: a second refusal of a fresh token is about something else.
        if (error.isStaleToken && stale === null) {
          stale = token;
          attempt -= 1;
          continue;
        }
        const isSafe = call.isRepeatable && (error.isUnknown || error.code === -1);
        if (!isSafe || attempt === ATTEMPTS) throw error;
        await wait(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + random()));
      }
    }
  }
}
