/** Timers of one running app: when the app is killed, none of them fires any more. */
export class AppTimers {
  private readonly pending = new Set<NodeJS.Timeout>();

  readonly setTimeout = (run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
    const timer = setTimeout(() => {
      this.pending.delete(timer);
      run(...given);
    }, ms);
    this.pending.add(timer);
    return timer;
  };

  readonly setInterval = (run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
    const timer = setInterval(() => run(...given), ms);
    this.pending.add(timer);
    return timer;
  };

  readonly clear = (timer: NodeJS.Timeout | undefined): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    this.pending.delete(timer);
  };

  end(): void {
    for (const timer of this.pending) clearTimeout(timer);
    this.pending.clear();
  }
}
