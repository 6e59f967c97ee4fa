export { Col, type ColOptions, gradeOf } from './columns.ts';
export { Database, type Engine } from './database.ts';
export { isDuplicate, isFull, isRetryable, isUnreachable, TooMuchContention } from './failures.ts';
export { type Fragment, JointRead, type Question } from './joint-read.ts';
export { type Grade, GRADES } from './kinds.ts';
export { type OpenOptions, openDatabase } from './open.ts';
export { DatabaseInUse, lockForWriting } from './process-lock.ts';
export { col, table, TablesMigration } from './tables.ts';
export type { Transaction } from './transaction.ts';
export { DatabaseModule } from './database.module.ts';
export { databasePlace } from './database-place.ts';
export { isMigrated, migrate } from './migrate.ts';
export { DatabaseMissing, readSnapshot } from './read-snapshot.ts';
export {
  isRestoreUnfinished,
  markRestoreFinished,
  markRestoreUnfinished,
  RestoreUnfinished,
  UNFINISHED_RESTORE,
} from './unfinished-restore.ts';
export { addColumns, openColumns } from './add-columns.ts';
export { insertRows } from './insert-rows.ts';
export { upsertRows } from './upsert-rows.ts';
export { among, selectRows } from './select-rows.ts';
