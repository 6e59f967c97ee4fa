import { segmentIntakeBench } from './segment-intake.ts';

export const bench = segmentIntakeBench('mariadb');
