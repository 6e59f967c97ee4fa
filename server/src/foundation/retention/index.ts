export { type PurgedStep, Purges } from './purges.ts';
export { RetentionModule } from './retention.module.ts';
export { RETENTION_TABLE } from './retention-table.ts';
