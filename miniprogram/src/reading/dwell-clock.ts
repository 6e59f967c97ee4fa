/**
 * Counts the seconds a lesson is in view. It is asked regularly; a long silence means that the phone slept,
 * and sleep is not reading, so no step counts for more than twice the interval.
 */
export class DwellClock {
  private countedMs = 0;
  private lastAt: number | null = null;

  constructor(
    private readonly intervalMs: number,
    private readonly now: () => number,
  ) {}

  begin(): void {
    this.lastAt = this.now();
  }

  step(): void {
    if (this.lastAt === null) return;
    const at = this.now();
    this.countedMs += Math.min(Math.max(at - this.lastAt, 0), this.intervalMs * 2);
    this.lastAt = at;
  }

  end(): void {
    this.step();
    this.lastAt = null;
  }

  /** Whole seconds since the last taking; the rest stays for the next. */
  takeSeconds(): number {
    const seconds = Math.floor(this.countedMs / 1000);
    this.countedMs -= seconds * 1000;
    return seconds;
  }
}
