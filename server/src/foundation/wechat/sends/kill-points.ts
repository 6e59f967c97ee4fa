import { existsSync, writeFileSync } from 'node:fs';

/** Places at which a test ends the process: before `SENDING` is committed, after it, and after the call. */
type KillPoint = 'sends.claiming' | 'sends.claimed' | 'sends.called';

/**
 * Ends the process as `kill -9` does, once, when a test asked for it: `SIYU_KILL_AT` is `point=file`, where the file says
 * afterwards that it has happened. Does nothing outside tests.
 */
export function killHere(point: KillPoint, env: NodeJS.ProcessEnv = process.env): void {
  if (env['NODE_ENV'] !== 'test') return;
  const [wanted = '', mark = ''] = (env['SIYU_KILL_AT'] ?? '').split('=');
  if (wanted !== point || mark === '' || existsSync(mark)) return;
  writeFileSync(mark, point);
  process.kill(process.pid, 'SIGKILL');
}
