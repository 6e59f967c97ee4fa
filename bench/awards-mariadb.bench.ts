import { awardsBench } from './awards.ts';

export const bench = awardsBench('mariadb');
