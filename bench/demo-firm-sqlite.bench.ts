import type { Bench } from '../tools/bench.ts';
import { secondsToLoad } from './load-demo-firm.ts';

export const bench: Bench = {
  name: 'demo-firm-sqlite',
  measures: 'the demo firm of 3,000 members into an empty SQLite file, scored',
  unit: 's',
  bound: 15,
  runs: 5,
  measure: () => secondsToLoad(),
};
