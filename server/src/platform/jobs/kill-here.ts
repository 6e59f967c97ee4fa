import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Ends the process as `kill -9` does when a test has put a file of that name into `SIYU_KILL_DIR`, or freezes it when the
 * file says `SIGSTOP`; the file is gone afterwards, so that the next process lives. Does nothing outside tests.
 * @param point `module.moment`, such as `sends.claimed`
 */
export function killHere(point: string, env: NodeJS.ProcessEnv = process.env): void {
  const folder = env['SIYU_KILL_DIR'];
  if (env['NODE_ENV'] !== 'test' || folder === undefined) return;
  const order = join(folder, point);
  if (!existsSync(order)) return;
  const isFrozen = readFileSync(order, 'utf8') === 'SIGSTOP';
  rmSync(order);
  process.kill(process.pid, isFrozen ? 'SIGSTOP' : 'SIGKILL');
}
