import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Keys, openSecret, sealSecret } from '../../platform/keys/index.ts';
import { type PlatformName, WechatError } from './client/wechat-error.ts';
import { PlatformToken } from './platform-token.entity.ts';

export interface TokenSource {
  readonly platform: PlatformName;
  /** Which of the platform's tokens: one per app and secret. */
  readonly name: string;
  readonly fetch: () => Promise<{ readonly token: string; readonly expiresInS: number }>;
}
interface Known {
  readonly token: string;
  readonly until: number;
}

/** A platform makes the next one five minutes before the end; ours is asked for a little after that. */
const EARLY_MS = 200_000;
const FETCH_MS = 15_000;
const LOOK_EVERY_MS = 40;
const KEY = 'platform-tokens';

/** Access tokens in one row each: however many ask on however many nodes, one of them asks the platform. */
@Injectable()
export class PlatformTokens {
  readonly #known = new Map<string, Known>();
  readonly #flights = new Map<string, Promise<Known>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly keys: Keys,
  ) {}

  /**
   * @param stale one that the platform has just refused
   * @returns one that is not stale, unless the platform hands out the stale one again
   * @throws {WechatError}
   */
  async token(source: TokenSource, stale: string | null = null): Promise<string> {
    const isGood = (known: Known | undefined): known is Known =>
      known !== undefined && known.token !== stale && known.until > this.clock.now();
    const known = this.#known.get(source.name);
    if (isGood(known)) return known.token;
    const others = this.#flights.get(source.name);
    if (others !== undefined) {
      const found = await others;
      if (isGood(found)) return found.token;
    }
    // Whatever WeChat hands out now is used, be it the one it refused: it is not asked without end.
    return (await (this.#flights.get(source.name) ?? this.#fly(source, stale))).token;
  }

  #fly(source: TokenSource, stale: string | null): Promise<Known> {
    const flight = this.#obtain(source, stale).finally(() => this.#flights.delete(source.name));
    this.#flights.set(source.name, flight);
    return flight;
  }

  async #obtain(source: TokenSource, stale: string | null): Promise<Known> {
    const key = await this.keys.key(KEY);
    const givenUpAt = performance.now() + FETCH_MS;
    while (performance.now() < givenUpAt) {
      const claim = await this.#claim(source.name, stale, key);
      if (claim.known !== null) {
        this.#known.set(source.name, claim.known);
        return claim.known;
      }
      if (claim.fetcher !== null) return this.#fetch(source, claim.fetcher, key);
      await wait(LOOK_EVERY_MS);
    }
    throw new WechatError({
      platform: source.platform,
      api: 'token',
      kind: 'away',
      hint: 'no token in time',
    });
  }

  /** The token that is there, or the right to fetch the next one, or neither while another one fetches it. */
  async #claim(
    name: string,
    stale: string | null,
    key: Uint8Array,
  ): Promise<{ readonly known: Known | null; readonly fetcher: string | null }> {
    const seen = await this.database.read.findOneBy(PlatformToken, { name });
    const known = this.#open(seen, stale, key);
    if (known !== null) return { known, fetcher: null };
    const now = this.clock.now();
    if (seen !== null && seen.fetcherUntil > now && seen.fetcherUntil <= now + 2 * FETCH_MS)
      return { known: null, fetcher: null };
    const fetcher = this.randomness.uuid();
    return this.database.runInTransaction(async ({ manager }) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(PlatformToken)
        .values({ name, sealed: '', usedUntil: 0, fetcher: null, fetcherUntil: 0 })
        .orIgnore()
        .updateEntity(false)
        .execute();
      const { affected } = await manager
        .createQueryBuilder()
        .update(PlatformToken)
        .set({ fetcher, fetcherUntil: now + FETCH_MS })
        // A claim that ends later than any could was made by a clock that ran ahead.
        .where('name = :name AND (fetcher_until <= :now OR fetcher_until > :tooFar)', {
          name,
          now,
          tooFar: now + 2 * FETCH_MS,
        })
        .execute();
      if (affected === 0) return { known: null, fetcher: null };
      // Between the look and the claim another node may have brought one.
      const brought = this.#open(await manager.findOneBy(PlatformToken, { name }), stale, key);
      if (brought === null) return { known: null, fetcher };
      await manager.update(PlatformToken, { name, fetcher }, { fetcher: null, fetcherUntil: 0 });
      return { known: brought, fetcher: null };
    });
  }

  async #fetch(source: TokenSource, fetcher: string, key: Uint8Array): Promise<Known> {
    const { name } = source;
    const release = { fetcher: null, fetcherUntil: 0 };
    try {
      const { token, expiresInS } = await source.fetch();
      const until = usedUntil(this.clock.now(), expiresInS * 1_000);
      const sealed = sealSecret(token, name, key, this.randomness.bytes(12));
      await this.database.runInTransaction(async ({ manager }) => {
        await manager.update(PlatformToken, { name, fetcher }, { sealed, usedUntil: until, ...release });
      });
      const known = { token, until };
      this.#known.set(name, known);
      return known;
    } catch (error) {
      await this.database
        .runInTransaction(({ manager }) => manager.update(PlatformToken, { name, fetcher }, release))
        .catch(() => undefined);
      throw error;
    }
  }

  #open(row: PlatformToken | null, stale: string | null, key: Uint8Array): Known | null {
    if (row === null || row.sealed === '') return null;
    if (row.usedUntil <= this.clock.now()) return null;
    const token = openSecret(row.sealed, row.name, key);
    return token === stale ? null : { token, until: row.usedUntil };
  }
}

/** One that lives shortly is used to its end. */
const usedUntil = (now: number, lifeMs: number): number =>
  now + (lifeMs > 2 * EARLY_MS ? lifeMs - EARLY_MS : lifeMs);
