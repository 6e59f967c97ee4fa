import type { Lease } from './lease.ts';

export interface LoopParts {
  /** Asked after each turn: longer while somebody else sees to the schedule. */
  readonly everyMs: () => number;
  /** The lease, or null while another process has it. */
  readonly hold: () => Promise<Lease | null>;
  readonly run: (lease: Lease) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Runs one job again and again, never twice at once; a wake-up during a run causes one more run after it. */
export class JobLoop {
  readonly #parts: LoopParts;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #isWoken = false;
  #isStopped = true;

  constructor(parts: LoopParts) {
    this.#parts = parts;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  start(): void {
    this.#isStopped = false;
    this.wake();
  }

  wake(): void {
    if (this.#isStopped) return;
    this.#isWoken = true;
    if (this.#running === null) this.#begin();
  }

  /** Resolves when nothing runs and nothing more is wanted. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.idle();
  }

  #begin(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#running = this.#turns().finally(() => {
      this.#running = null;
      if (this.#isStopped) return;
      if (this.#isWoken) this.#begin();
      else this.#timer = setTimeout(() => this.#begin(), this.#parts.everyMs());
    });
  }

  async #turns(): Promise<void> {
    do {
      this.#isWoken = false;
      try {
        const lease = await this.#parts.hold();
        if (lease !== null) await this.#parts.run(lease);
      } catch (error) {
        this.#parts.onError(error);
        return;
      }
    } while (this.#isWoken && !this.#isStopped);
  }
}
