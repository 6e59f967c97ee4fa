import { segmentCountBench } from './segment-count.ts';

export const bench = segmentCountBench('sqlite');
