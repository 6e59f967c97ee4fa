import type { Clock } from './clock.ts';

/** Counts calls of the last sixty seconds per key. */
export class MinuteQuota {
  private readonly calls = new Map<string, number[]>();

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
  ) {}

  /** Takes one call; false when the key has used up its minute. A refused call is not counted. */
  take(key: string): boolean {
    const now = this.clock.now();
    const recent = (this.calls.get(key) ?? []).filter((at) => now - at < 60_000);
    this.calls.set(key, recent);
    if (recent.length >= this.limit) return false;
    recent.push(now);
    return true;
  }
}
