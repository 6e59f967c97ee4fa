import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Loads the whole demo firm with the built command and returns the seconds it took, its start included.
 * @param databaseUrl an empty database; without one a SQLite file
 * @throws {Error} when the command fails
 */
export async function secondsToLoad(databaseUrl = ''): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'siyu-demo-firm-'));
  const started = performance.now();
  const command = spawn(process.execPath, ['server/dist/cli/demo-generate.js', '--members', '3000'], {
    env: { ...process.env, SIYU_DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => command.once('exit', resolve));
  const seconds = (performance.now() - started) / 1000;
  rmSync(dataDir, { recursive: true, force: true });
  if (code !== 0) throw new Error(`demo:generate ended with ${String(code)}`);
  return seconds;
}
