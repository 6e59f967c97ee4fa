import { ingestBench } from './ingest.ts';

export const bench = ingestBench({ engine: 'sqlite', bound: 20, openRate: 3000 });
