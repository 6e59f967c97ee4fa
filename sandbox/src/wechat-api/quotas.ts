import type { Clock } from '../clock.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** WeChat counts days as Shanghai does, which has no summer time. */
const SHANGHAI_MS = 8 * 3_600_000;

/** How many calls a key may make in one minute and in one day of Shanghai. */
export interface Limits {
  readonly perMinute?: number;
  readonly perDay?: number;
}

export type QuotaVerdict = 'taken' | 'minute_full' | 'day_full';

/** Counters that begin anew with each minute and each day; a refused call is not counted. */
export class Quotas {
  private readonly counters = new Map<string, { window: number; used: number }>();

  constructor(private readonly clock: Clock) {}

  take(key: string, limits: Limits): QuotaVerdict {
    const now = this.clock.now();
    const minute = this.counter(`${key} m`, Math.floor(now / MINUTE_MS));
    const day = this.counter(`${key} d`, Math.floor((now + SHANGHAI_MS) / DAY_MS));
    if (day.used >= (limits.perDay ?? Infinity)) return 'day_full';
    if (minute.used >= (limits.perMinute ?? Infinity)) return 'minute_full';
    minute.used += 1;
    day.used += 1;
    return 'taken';
  }

  private counter(key: string, window: number): { window: number; used: number } {
    const known = this.counters.get(key);
    if (known?.window === window) return known;
    const fresh = { window, used: 0 };
    this.counters.set(key, fresh);
    return fresh;
  }
}
