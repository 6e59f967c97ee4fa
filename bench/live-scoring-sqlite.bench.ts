import { liveScoringBench } from './live-scoring.ts';

export const bench = liveScoringBench('sqlite');
