import 'reflect-metadata';
import { describePointsVerdict, verifyPoints } from '../action/incentives/index.ts';
import { ConfigError, loadStorageConfig } from '../platform/config/index.ts';
import { databasePlace, DatabaseMissing, isUnreachable, readSnapshot } from '../platform/database/index.ts';

/** Recomputes the ledger of points from its entries, also while the server runs; exit 1 when anything differs. */
async function main(): Promise<number> {
  const verdict = await readSnapshot(databasePlace(loadStorageConfig(process.env)), verifyPoints);
  const isGood = verdict.firstDifference === null;
  (isGood ? process.stdout : process.stderr).write(`${describePointsVerdict(verdict).join('\n')}\n`);
  return isGood ? 0 : 1;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseMissing) return error.message;
  if (isUnreachable(error)) return 'The database of DATABASE_URL does not answer.';
  return error instanceof Error ? `The ledger cannot be read: ${error.message}` : String(error);
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  return 1;
});
