import { fullScoringBench } from './full-scoring.ts';

// Hours; for a night.
export const bench = fullScoringBench({
  name: 'full-scoring-large',
  members: 1_000_000,
  runs: 5,
  isLong: true,
  bound: 4 * 3_600,
});
