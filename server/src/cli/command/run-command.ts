import { BackupRefused } from '../../platform/backup/index.ts';
import { ConfigError } from '../../platform/config/index.ts';
import {
  DatabaseInUse,
  DatabaseMissing,
  isUnreachable,
  RestoreUnfinished,
} from '../../platform/database/index.ts';

const SENTENCES = [BackupRefused, ConfigError, DatabaseInUse, DatabaseMissing, RestoreUnfinished] as const;

/** Why a command failed, for the person who typed it; a stack only for our own mistakes. */
export function explain(error: unknown): string {
  if (isUnreachable(error)) return 'The database of DATABASE_URL does not answer.';
  if (!(error instanceof Error)) return String(error);
  return SENTENCES.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}

/** Wrong words on the command line: answered with the usage. */
export class UsageError extends Error {}

/** Runs a command to its exit code; everything it says about a failure goes to stderr. */
export async function runCommand(usage: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const isUsage =
      error instanceof UsageError ||
      (error instanceof TypeError && 'code' in error && isParseCode(error.code));
    process.stderr.write(isUsage ? `${error.message}\n\n${usage}\n` : `${explain(error)}\n`);
    return isUsage ? 2 : 1;
  }
}

const isParseCode = (code: unknown): boolean => typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
