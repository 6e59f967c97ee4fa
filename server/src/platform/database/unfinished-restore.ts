import { Table, TableColumn } from 'typeorm';
import type { Database } from './database.ts';

/** A table that is there while a backup is being put back into a MySQL database, where no rename ends the work. */
export const UNFINISHED_RESTORE = 'unfinished_restore';

/** Said when a server is started on a database that was only half put back. */
export class RestoreUnfinished extends Error {
  constructor() {
    super(
      'A restore into the database of DATABASE_URL has not finished: wait for it, or drop the database, create it again and restore once more.',
    );
    this.name = 'RestoreUnfinished';
  }
}

export async function isRestoreUnfinished(database: Database): Promise<boolean> {
  const runner = database.schemaSource.createQueryRunner();
  try {
    return await runner.hasTable(UNFINISHED_RESTORE);
  } finally {
    await runner.release();
  }
}

export async function markRestoreUnfinished(database: Database): Promise<void> {
  const runner = database.schemaSource.createQueryRunner();
  try {
    const column = new TableColumn({ name: 'mark', type: 'int', isPrimary: true });
    await runner.createTable(new Table({ name: UNFINISHED_RESTORE, columns: [column] }));
  } finally {
    await runner.release();
  }
}

export async function markRestoreFinished(database: Database): Promise<void> {
  const runner = database.schemaSource.createQueryRunner();
  try {
    await runner.dropTable(UNFINISHED_RESTORE);
  } finally {
    await runner.release();
  }
}
