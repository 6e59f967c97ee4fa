import type { EntityManager } from 'typeorm';

/** One transaction on one connection; every write of the house goes through such a handle. */
export interface Transaction {
  readonly manager: EntityManager;
  /** Runs once after the commit, never after a rollback; for wake-ups, never for effects that must happen. */
  afterCommit(run: () => void): void;
}

/** A handle that refuses to be used once its transaction has ended. */
export class OpenTransaction implements Transaction {
  #manager: EntityManager | null;
  readonly #afterCommit: (() => void)[] = [];

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  get manager(): EntityManager {
    if (this.#manager === null) throw new Error('the transaction of this handle has ended');
    return this.#manager;
  }

  afterCommit(run: () => void): void {
    this.#afterCommit.push(run);
  }

  end(): readonly (() => void)[] {
    this.#manager = null;
    return this.#afterCommit;
  }
}
