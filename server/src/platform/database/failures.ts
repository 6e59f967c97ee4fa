import { QueryFailedError } from 'typeorm';

/** 1213 deadlock · 1205 lock wait timed out · 1020 snapshot conflict: nothing was committed, the closure may run again. */
const RETRYABLE = new Set([1213, 1205, 1020]);
/** The database is away: nothing was begun. */
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

export function isRetryable(error: unknown): boolean {
  const errno = field(error, 'errno');
  return typeof errno === 'number' && RETRYABLE.has(errno);
}

export function isUnreachable(error: unknown): boolean {
  const code = field(error, 'code');
  return typeof code === 'string' && UNREACHABLE.has(code);
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
