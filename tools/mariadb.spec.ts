import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { hasMariaDb, removeTemplate, startMariaDb } from './mariadb.ts';

afterAll(removeTemplate);

const when = hasMariaDb() ? it : it.skip;

describe('the private MariaDB of the tests', () => {
  when(
    'A-03 runs the quick suites without flushing in memory and the durable ones flushed on disk',
    async () => {
      for (const [kind, flush] of [
        ['memory', '0'],
        ['disk', '1'],
      ] as const) {
        const database = await startMariaDb(kind);
        const connection = await createConnection(database.url);
        const [rows] = await connection.query(
          "SHOW VARIABLES WHERE Variable_name IN ('innodb_flush_log_at_trx_commit', 'datadir', 'collation_server')",
        );
        await connection.end();
        await database.stop();
        expect(rows).toEqual(
          expect.arrayContaining([
            { Variable_name: 'innodb_flush_log_at_trx_commit', Value: flush },
            { Variable_name: 'collation_server', Value: 'utf8mb4_bin' },
            {
              Variable_name: 'datadir',
              Value: expect.stringMatching(kind === 'memory' ? /^\/dev\/shm\// : /^\/(?!dev\/shm)/),
            },
          ]),
        );
      }
    },
    60_000,
  );

  when(
    'A-03 one that starts leaves the temporary tables of the others alone',
    async () => {
      // What it finds of that name in its own folder for them it takes for its own of before.
      const another = join(tmpdir(), '#sql-temptable-of-another.MAI');
      writeFileSync(another, '');
      if (process.getuid?.() === 0) execFileSync('chown', ['nobody', another]);
      const database = await startMariaDb('memory');
      const isThere = existsSync(another);
      rmSync(another, { force: true });
      await database.stop();
      expect(isThere).toBe(true);
    },
    60_000,
  );
});
