/** Looks again and again, one look after the other; a look that fails is told to `onError` and followed by the next. */
export class Poll {
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #isStopped = true;

  constructor(
    private readonly everyMs: number,
    private readonly look: () => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.#isStopped = false;
    this.#wait();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#looking;
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.look()
        .catch(this.onError)
        .finally(() => {
          if (!this.#isStopped) this.#wait();
        });
    }, this.everyMs);
  }
}
