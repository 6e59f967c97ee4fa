import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../tools/bench.ts';
import { secondsToReady } from './start-whole.ts';

export const bench: Bench = {
  name: 'fresh-start',
  measures: 'npm start in a fresh clone: install, build, migrate, demo firm, until ready',
  unit: 's',
  bound: 7 * 60,
  aim: 4 * 60,
  runs: 5,
  isLong: true,
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'siyu-fresh-start-'));
    const started = performance.now();
    execFileSync('git', ['clone', '--quiet', '.', join(folder, 'siyu')]);
    const cloned = (performance.now() - started) / 1000;
    const seconds = cloned + (await secondsToReady(join(folder, 'siyu'), join(folder, 'data')));
    rmSync(folder, { recursive: true, force: true });
    return seconds;
  },
};
