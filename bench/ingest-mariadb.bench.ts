import { ingestBench } from './ingest.ts';

export const bench = ingestBench({ engine: 'mariadb', bound: 20, openRate: 5000 });
