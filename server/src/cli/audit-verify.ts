import 'reflect-metadata';
import { describeVerdict, verifyAudit } from '../foundation/audit/index.ts';
import { SystemClock } from '../platform/clock/index.ts';
import { ConfigError, loadStorageConfig } from '../platform/config/index.ts';
import { databasePlace, DatabaseMissing, isUnreachable, readSnapshot } from '../platform/database/index.ts';

/** Recomputes every seal of the audit trail, also while the server runs; exit 1 when anything was changed. */
async function main(): Promise<number> {
  const verdict = await readSnapshot(databasePlace(loadStorageConfig(process.env)), verifyAudit);
  const lines = describeVerdict(verdict, new SystemClock().now());
  (verdict.firstBreak === null ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  return verdict.firstBreak === null ? 0 : 1;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseMissing) return error.message;
  if (isUnreachable(error)) return 'The database of DATABASE_URL does not answer.';
  return error instanceof Error ? `The trail cannot be read: ${error.message}` : String(error);
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  return 1;
});
