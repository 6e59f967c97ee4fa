/** Epoch milliseconds from outside, so that a spec can wait five minutes in no time. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The one clock of the box: it runs with real time until a person advances, sets or stops it. */
export class VirtualClock implements Clock {
  private aheadMs = 0;
  private stoppedAt: number | null = null;

  constructor(private readonly real: Clock) {}

  now(): number {
    return this.stoppedAt ?? this.real.now() + this.aheadMs;
  }

  get isRunning(): boolean {
    return this.stoppedAt === null;
  }

  advance(ms: number): void {
    this.set(this.now() + ms);
  }

  set(at: number): void {
    if (this.stoppedAt === null) this.aheadMs = at - this.real.now();
    else this.stoppedAt = at;
  }

  stop(): void {
    this.stoppedAt = this.now();
  }

  /** Goes on from where it stands. */
  run(): void {
    this.aheadMs = this.now() - this.real.now();
    this.stoppedAt = null;
  }

  /** Back to the time of everybody else. */
  followRealTime(): void {
    this.aheadMs = 0;
    this.stoppedAt = null;
  }
}
