import { Injectable } from '@nestjs/common';

/** Answers true when what it watches is in order. */
export type ReadinessCheck = () => Promise<boolean>;

/** Modules register what must be in order before this process may be sent work. */
@Injectable()
export class Readiness {
  readonly #checks = new Map<string, ReadinessCheck>();
  #isLeaving = false;

  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  /** From now on this process is not to be sent work: it is about to end. */
  leave(): void {
    this.#isLeaving = true;
    this.add('is-staying', async () => false);
  }

  add(name: string, check: ReadinessCheck): void {
    this.#checks.set(name, check);
  }

  /** The state of each check by name; a check that throws is not in order. */
  async report(): Promise<Readonly<Record<string, boolean>>> {
    const states = await Promise.all(
      [...this.#checks].map(async ([name, check]): Promise<[string, boolean]> => [
        name,
        await check().catch(() => false),
      ]),
    );
    return Object.fromEntries(states);
  }
}
