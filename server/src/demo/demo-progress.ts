const STEP = 5;

/** Percentage lines for the person who waits; not a log. */
export class DemoProgress {
  #last = -STEP;

  constructor(private readonly write: (line: string) => void = (line) => void process.stderr.write(line)) {}

  /** A line for every few percent, and for the end. */
  at(percent: number, what: string): void {
    const whole = Math.floor(percent);
    if (whole < this.#last + STEP && whole < 100) return;
    this.#last = whole;
    this.write(`演示公司 demo firm ${String(whole).padStart(3)} %  ${what}\n`);
  }
}
