import { QueryFailedError } from 'typeorm';

/** 1213 deadlock · 1205 lock wait timed out · 1020 snapshot conflict: nothing was committed, the closure may run again. */
const RETRYABLE = new Set([1213, 1205, 1020]);
/** The server said that it takes this connection down: 1053 it is shutting down · 1927 the connection was killed. */
const TAKEN_DOWN = new Set([1053, 1927]);
/** No room left on its disk: 1114 the table is full · 1021 the disk is full. */
const FULL = new Set([1114, 1021]);
/** The database is away, or does not answer. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'PROTOCOL_CONNECTION_LOST',
  'ENOTFOUND',
  'POOL_CLOSED',
]);

function field(error: unknown, name: string): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  const found: unknown = Reflect.get(error, name);
  if (found !== undefined) return found;
  return error instanceof QueryFailedError ? field(error.driverError, name) : undefined;
}

function hasErrno(error: unknown, among: ReadonlySet<number>): boolean {
  const errno = field(error, 'errno');
  return typeof errno === 'number' && among.has(errno);
}

export function isRetryable(error: unknown): boolean {
  return hasErrno(error, RETRYABLE);
}

export function isUnreachable(error: unknown): boolean {
  const code = field(error, 'code');
  if (typeof code === 'string' && UNREACHABLE.has(code)) return true;
  // mysql2 names no code when it is asked on a connection that broke between two statements.
  const isBroken =
    field(error, 'fatal') === true && code === undefined && field(error, 'errno') === undefined;
  return isBroken || hasErrno(error, TAKEN_DOWN);
}

/** Whether it is of use to ask again at once: a database that did not answer in time would be waited for again. */
export function isLostConnection(error: unknown): boolean {
  return isUnreachable(error) && field(error, 'code') !== 'ETIMEDOUT';
}

/** Whether the database refused a write for want of room; reads go on. */
export function isFull(error: unknown): boolean {
  return hasErrno(error, FULL) || field(error, 'code') === 'SQLITE_FULL';
}

/** Whether a write was refused by a UNIQUE constraint. */
export function isDuplicate(error: unknown): boolean {
  const code = field(error, 'code');
  return (
    field(error, 'errno') === 1062 ||
    code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  );
}

/** Thrown when a transaction met contention at every try: the caller answers 503 with Retry-After. */
export class TooMuchContention extends Error {
  constructor(attempts: number, options: ErrorOptions) {
    super(`the transaction met contention ${attempts} times`, options);
    this.name = 'TooMuchContention';
  }
}

/** Thrown by a writer whose connection was lost before it sent COMMIT: nothing was committed. */
export class LostBeforeCommit extends Error {
  constructor(cause: unknown) {
    super('the connection was lost before the commit', { cause });
    this.name = 'LostBeforeCommit';
  }
}
