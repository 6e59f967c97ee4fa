import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { isRetryable, LostBeforeCommit, TooMuchContention } from './failures.ts';
import { OpenTransaction, type Transaction } from './transaction.ts';
import type { Writer } from './writers.ts';

export type Engine = 'sqlite' | 'mysql';
const ATTEMPTS = 5;

export interface DatabaseParts {
  readonly engine: Engine;
  readonly writing: DataSource;
  readonly reading: DataSource;
  readonly writer: Writer;
  /** A number in [0, 1) that spreads retries. */
  readonly jitter: () => number;
  /** Told of an error thrown by an afterCommit callback: the transaction is committed all the same. */
  readonly onCallbackError: (error: unknown) => void;
  readonly onRetry: (error: unknown) => void;
  /** Whether somebody waits now for a connection, all being taken. */
  readonly isWaitedFor: () => boolean;
  readonly close: () => Promise<void>;
}

/** The database behind one door for writes and one for reads. */
export class Database {
  readonly engine: Engine;
  readonly #parts: DatabaseParts;
  readonly #inside = new AsyncLocalStorage<true>();

  constructor(parts: DatabaseParts) {
    this.engine = parts.engine;
    this.#parts = parts;
  }

  /** Reads outside transactions; sees committed rows only. It cannot write. */
  get read(): EntityManager {
    return this.#parts.reading.manager;
  }

  /** Whether work waits for a connection now since every one is taken. */
  get isWaitedFor(): boolean {
    return this.#parts.isWaitedFor();
  }

  /** For migrations and schema checks only. */
  get schemaSource(): DataSource {
    return this.#parts.writing;
  }

  /**
   * The one door for writes. The whole closure runs again after a deadlock, a lock wait, a snapshot conflict or a
   * connection lost before COMMIT, so it must have no effect outside the database. A COMMIT that got no answer is
   * in doubt and never sent again: the caller's repeat meets its key.
   * @throws {TooMuchContention} after five tries; after five lost connections, what the last one was lost by.
   */
  async runInTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.#inside.getStore() === true) {
      throw new Error('a transaction inside a transaction: pass the handle on instead');
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(work);
      } catch (error) {
        const isLost = error instanceof LostBeforeCommit;
        if (!isLost && !isRetryable(error)) throw error;
        if (attempt === ATTEMPTS)
          throw isLost ? error.cause : new TooMuchContention(ATTEMPTS, { cause: error });
        this.#parts.onRetry(error);
        await pause(2 ** attempt * 5 * (0.5 + this.#parts.jitter()));
      }
    }
  }

  async close(): Promise<void> {
    await this.#parts.close();
    // Until then each promise of the whole process is asked for it (Node 20).
    this.#inside.disable();
  }

  async #attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    let callbacks: readonly (() => void)[] = [];
    const result = await this.#parts.writer.run(async (manager) => {
      const transaction = new OpenTransaction(manager);
      try {
        return await this.#inside.run(true, () => work(transaction));
      } finally {
        callbacks = transaction.end();
      }
    });
    for (const run of callbacks) {
      try {
        run();
      } catch (error) {
        this.#parts.onCallbackError(error);
      }
    }
    return result;
  }
}
