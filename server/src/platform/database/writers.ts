import type { DataSource, EntityManager } from 'typeorm';
import { isLostConnection, LostBeforeCommit } from './failures.ts';
import { Fifo } from './fifo.ts';

/**
 * How one engine runs a unit of work on a connection of its own: committed when `work` resolves, undone when it
 * throws, and `LostBeforeCommit` when the connection went before it could be either.
 */
export interface Writer {
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

/** SQLite has one writing connection: units of work queue for it, or a rollback of one would undo its neighbours. */
export class SqliteWriter implements Writer {
  readonly #source: DataSource;
  readonly #queue = new Fifo();

  constructor(source: DataSource) {
    this.#source = source;
  }

  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      const runner = this.#source.createQueryRunner();
      await runner.query('BEGIN IMMEDIATE');
      try {
        const result = await work(runner.manager);
        await runner.query('COMMIT');
        return result;
      } catch (error) {
        await runner.query('ROLLBACK');
        throw error;
      }
    });
  }
}

export class MysqlWriter implements Writer {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.#source.createQueryRunner();
    let isCommitting = false;
    try {
      await runner.startTransaction();
      const result = await work(runner.manager);
      isCommitting = true;
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A lost connection has rolled back by itself; its error is worth more than that of the rollback.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      if (!isCommitting && isLostConnection(error)) throw new LostBeforeCommit(error);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
