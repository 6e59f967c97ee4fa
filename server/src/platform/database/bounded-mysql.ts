import { EventEmitter } from 'node:events';
import { Duplex } from 'node:stream';
import mysql2 from 'mysql2';

/** The code is that of a connection that does not answer: whoever asked is told to come again. */
function tooLong(what: string, waitMs: number): Error {
  return Object.assign(new Error(`${what} took longer than ${waitMs} ms`), { code: 'ETIMEDOUT' });
}

/** A statement without an answer ends its connection: nobody could tell a late answer from that of the next one. */
function boundStatements(connection: mysql2.PoolConnection, waitMs: number): void {
  const query = connection.query.bind(connection);
  Reflect.set(connection, 'query', (...given: readonly unknown[]): unknown => {
    const command: unknown = Reflect.apply(query, connection, given);
    const timer = setTimeout(() => {
      const stream: unknown = Reflect.get(connection, 'stream');
      if (stream instanceof Duplex) stream.destroy(tooLong('a statement', waitMs));
    }, waitMs);
    if (command instanceof EventEmitter) command.once('end', () => clearTimeout(timer));
    timer.unref();
    return command;
  });
}

/** A pool keeps those waiting for ever who find every connection taken. */
function boundWaiting(pool: mysql2.Pool, waitMs: number): void {
  const acquire = pool.getConnection.bind(pool);
  type Answer = (error: Error | null, connection?: mysql2.PoolConnection) => void;
  Reflect.set(pool, 'getConnection', (answer: Answer) => {
    let isGivenUp = false;
    const timer = setTimeout(() => {
      isGivenUp = true;
      answer(tooLong('waiting for a connection', waitMs));
    }, waitMs);
    acquire((error, connection) => {
      clearTimeout(timer);
      if (!isGivenUp) answer(error, connection);
      else if (error === null) connection.release();
    });
  });
}

/** How many wait for a connection since all are taken. */
export class WaitingLine {
  #waiting = 0;

  get isEmpty(): boolean {
    return this.#waiting === 0;
  }

  /** Counts those who wait at this pool. */
  watch(pool: mysql2.Pool): void {
    const acquire = pool.getConnection.bind(pool);
    type Answer = (error: Error | null, connection: mysql2.PoolConnection) => void;
    Reflect.set(pool, 'getConnection', (answer: Answer) => {
      this.#waiting += 1;
      acquire((error, connection) => {
        this.#waiting -= 1;
        answer(error, connection);
      });
    });
  }
}

export interface BoundedOptions {
  /** Longest wait for a connection, and for the answer to a statement; null: no end. */
  readonly waitMs: number | null;
  readonly line: WaitingLine;
  /** Sent on every new connection before anything else. */
  readonly greeting?: string;
}

/** mysql2 as TypeORM wants it, with an end to every wait for a database that is frozen or gone without a word. */
export function boundedMysql({ waitMs, line, greeting }: BoundedOptions): {
  createPool(options: mysql2.PoolOptions): mysql2.Pool;
} {
  return {
    ...mysql2,
    createPool(options: mysql2.PoolOptions): mysql2.Pool {
      const pool = mysql2.createPool(options);
      line.watch(pool);
      if (waitMs !== null) boundWaiting(pool, waitMs);
      pool.on('connection', (connection) => {
        // Its statements are told of its end; with nobody listening here the process would end as well.
        connection.on('error', () => undefined);
        if (waitMs !== null) boundStatements(connection, waitMs);
        if (greeting !== undefined) connection.query(greeting);
      });
      return pool;
    },
  };
}
