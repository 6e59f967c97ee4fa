export { Col, type ColOptions, gradeOf } from './columns.ts';
export { Database, type Engine } from './database.ts';
export { isDuplicate, isRetryable, isUnreachable, TooMuchContention } from './failures.ts';
export { type Grade, GRADES } from './kinds.ts';
export { type OpenOptions, openDatabase } from './open.ts';
export { DatabaseInUse, lockForWriting } from './process-lock.ts';
export { col, table, TablesMigration } from './tables.ts';
export type { Transaction } from './transaction.ts';
