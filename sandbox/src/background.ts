/** Work that goes on after an answer has gone out; a test waits until it is done. */
export class Background {
  private readonly running = new Set<Promise<void>>();

  run(work: () => Promise<void>): void {
    const done: Promise<void> = work().finally(() => {
      this.running.delete(done);
    });
    this.running.add(done);
  }

  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}
