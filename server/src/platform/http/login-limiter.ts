import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.ts';
import { Config } from '../config/index.ts';
import { AppError } from './app-error.ts';

const MINUTE = 60_000;
const KEYS_MAX = 10_000;

/** A bucket of attempts per route and address that refills steadily: guessing passwords becomes slow. */
@Injectable()
export class LoginLimiter {
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws {AppError} `http.too_many_requests` when the bucket is empty. */
  take(key: string): void {
    const now = this.clock.now();
    const capacity = this.config.loginsPerMinute;
    const bucket = this.#buckets.get(key) ?? { left: capacity, at: now };
    // A clock that was set back refills nothing for a while; it must not empty the bucket for days.
    const passed = Math.max(0, now - bucket.at);
    const refilled = Math.min(capacity, bucket.left + (passed / MINUTE) * capacity);
    // Re-inserting keeps the map ordered by last use, so that the oldest keys can be dropped.
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: Math.max(0, refilled - 1), at: now });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= KEYS_MAX) break;
      this.#buckets.delete(oldest);
    }
    if (refilled < 1)
      throw new AppError('http.too_many_requests', 429, { retryAfterSeconds: Math.ceil(60 / capacity) });
  }
}
