import type { OpenOptions } from '../database/index.ts';
import { openMysqlSnapshot } from './mysql-snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { openSqliteSnapshot } from './sqlite-snapshot.ts';

/** Opens a database for reading as it stands now, also beside a server that goes on writing. */
export async function openSnapshot(at: OpenOptions['at']): Promise<Snapshot> {
  return 'url' in at ? openMysqlSnapshot(at.url) : openSqliteSnapshot(at.file);
}
