import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../tools/bench.ts';
import { secondsToReady } from './start-whole.ts';

let dataDir: string | undefined;

export const bench: Bench = {
  name: 'second-start',
  measures: 'npm start with the data kept, until ready',
  unit: 's',
  bound: 10,
  runs: 5,
  measure: async () => {
    if (dataDir === undefined) {
      dataDir = mkdtempSync(join(tmpdir(), 'siyu-second-start-'));
      await secondsToReady('.', dataDir);
    }
    return secondsToReady('.', dataDir);
  },
};
