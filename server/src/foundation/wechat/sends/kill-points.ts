import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Places at which a test ends the process: before `SENDING` is committed, after it, and after the call. */
type KillPoint = 'sends.claiming' | 'sends.claimed' | 'sends.called';

/**
 * Ends the process as `kill -9` does when a test has put a file of that name into `SIYU_KILL_DIR`; the file is gone
 * afterwards, so that the next process lives. Does nothing outside tests.
 */
export function killHere(point: KillPoint, env: NodeJS.ProcessEnv = process.env): void {
  const folder = env['SIYU_KILL_DIR'];
  if (env['NODE_ENV'] !== 'test' || folder === undefined) return;
  const order = join(folder, point);
  if (!existsSync(order)) return;
  rmSync(order);
  process.kill(process.pid, 'SIGKILL');
}

/** What `npm run prove -- sends --sabotage` takes away: then messages nobody knows the end of are sent again. */
export const sendsUnknownAgain = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env['NODE_ENV'] === 'test' && env['SIYU_SABOTAGE'] === 'resend-unknown';
