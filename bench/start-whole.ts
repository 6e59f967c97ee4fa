import { spawn } from 'node:child_process';
import { freePort } from '../tools/mariadb.ts';

/**
 * Runs `npm start` in a checkout, ends it as Ctrl-C does, and returns the seconds until it said that it was ready.
 * @throws {Error} when it ends before
 */
export async function secondsToReady(checkout: string, dataDir: string): Promise<number> {
  const started = performance.now();
  const whole = spawn(process.execPath, ['tools/bootstrap.mjs', 'start'], {
    cwd: checkout,
    env: {
      ...process.env,
      PORT: String(await freePort()),
      SANDBOX_PORT: String(await freePort()),
      SIYU_DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    whole.stdout.on('data', (chunk) => {
      if (String(chunk).includes('ready in')) resolve();
    });
    whole.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  const seconds = (performance.now() - started) / 1000;
  const ended = new Promise((resolve) => whole.once('exit', resolve));
  // The terminal's Ctrl-C reaches the whole group.
  if (whole.pid !== undefined) process.kill(-whole.pid, 'SIGINT');
  await ended;
  return seconds;
}
