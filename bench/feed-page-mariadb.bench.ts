import { feedPageBench } from './feed-page.ts';

export const bench = feedPageBench('mariadb');
