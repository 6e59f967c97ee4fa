import { createConnection } from 'mysql2/promise';
import type { Bench } from '../tools/bench.ts';
import { startMariaDb } from '../tools/mariadb.ts';
import { secondsToLoad } from './load-demo-firm.ts';

export const bench: Bench = {
  name: 'demo-firm-mariadb',
  measures: 'the demo firm of 3,000 members into an empty MariaDB that flushes every commit, scored',
  unit: 's',
  bound: 30,
  runs: 5,
  measure: async () => {
    const mariadb = await startMariaDb('disk');
    try {
      const connection = await createConnection(mariadb.url);
      await connection.query('CREATE DATABASE siyu CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
      await connection.end();
      return await secondsToLoad(`${mariadb.url}siyu`);
    } finally {
      await mariadb.stop();
    }
  },
};
