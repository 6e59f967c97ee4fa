import type { Clock } from '../clock.ts';

const SENT_WINDOW_MS = 48 * 3_600_000;
const SENT_ALLOWS = 5;
const ENTERED_WINDOW_MS = 60_000;
const ENTERED_ALLOWS = 2;

interface Opening {
  readonly until: number;
  left: number;
}

/** How many customer messages each person may still be sent, by what they did last. */
export class Conversations {
  private readonly openings = new Map<string, Opening[]>();

  constructor(private readonly clock: Clock) {}

  /** A person wrote: five messages in 48 hours, counted anew. */
  wrote(key: string): void {
    this.open(key, { until: this.clock.now() + SENT_WINDOW_MS, left: SENT_ALLOWS });
  }

  /** A person came into the conversation: two messages in a minute. */
  entered(key: string): void {
    const rest = (this.openings.get(key) ?? []).filter(({ until }) => until > this.clock.now());
    this.openings.set(key, [...rest, { until: this.clock.now() + ENTERED_WINDOW_MS, left: ENTERED_ALLOWS }]);
  }

  /** Whether the person may be answered at all now. */
  isOpen(key: string): boolean {
    return (this.openings.get(key) ?? []).some(({ until }) => until > this.clock.now());
  }

  /** Takes one message, from what ends first; why not when there is none. */
  take(key: string): 'taken' | 'out_of_time' | 'used_up' {
    const open = (this.openings.get(key) ?? [])
      .filter(({ until }) => until > this.clock.now())
      .sort((a, b) => a.until - b.until);
    if (open.length === 0) return 'out_of_time';
    const usable = open.find(({ left }) => left > 0);
    if (usable === undefined) return 'used_up';
    usable.left -= 1;
    return 'taken';
  }

  private open(key: string, opening: Opening): void {
    this.openings.set(key, [opening]);
  }
}
