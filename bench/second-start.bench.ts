import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../tools/bench.ts';
import { freePort } from '../tools/mariadb.ts';

let dataDir: string | undefined;

/** Starts the whole, and returns the seconds until it said that it was ready. */
async function secondsToReady(data: string): Promise<number> {
  const started = performance.now();
  const whole = spawn(process.execPath, ['tools/bootstrap.mjs', 'start'], {
    env: {
      ...process.env,
      PORT: String(await freePort()),
      SANDBOX_PORT: String(await freePort()),
      SIYU_DATA_DIR: data,
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

export const bench: Bench = {
  name: 'second-start',
  measures: 'npm start with the data kept, until ready',
  unit: 's',
  bound: 10,
  runs: 5,
  measure: async () => {
    if (dataDir === undefined) {
      dataDir = mkdtempSync(join(tmpdir(), 'siyu-second-start-'));
      await secondsToReady(dataDir);
    }
    return secondsToReady(dataDir);
  },
};
