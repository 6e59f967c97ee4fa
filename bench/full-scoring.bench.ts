import { fullScoringBench } from './full-scoring.ts';

export const bench = fullScoringBench({
  name: 'full-scoring',
  members: 50_000,
  runs: 5,
  isLong: true,
  bound: 600,
});
