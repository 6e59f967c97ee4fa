import { isFull, isUnreachable, TooMuchContention } from '../database/index.ts';
import { AppError } from '../http/index.ts';

export interface JobFailure {
  /** Its sentence is in the catalogue of errors. */
  readonly code: string;
  readonly hint: string;
}

const HINT_MAX = 120;

/**
 * What may be kept of a failure: a code and the technical name of the error. Never its message: a query that failed
 * carries the values it was asked with.
 */
export function failureOf(error: unknown): JobFailure {
  if (error instanceof AppError) return { code: error.code, hint: '' };
  return { code: codeOf(error), hint: hintOf(error).slice(0, HINT_MAX) };
}

function codeOf(error: unknown): string {
  if (isFull(error)) return 'jobs.disk_full';
  if (isUnreachable(error) || error instanceof TooMuchContention) return 'jobs.database_away';
  return 'jobs.internal_failure';
}

function hintOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = Object.fromEntries(Object.entries(error));
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? `${error.name} ${code}` : error.name;
}
