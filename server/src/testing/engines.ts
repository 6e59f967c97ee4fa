import { describe, it } from '@jest/globals';
import type { Engine } from '../platform/database/index.ts';

/** Root URL of the MariaDB that the test run started; null when there is none. */
export const mariaDbUrl: string | null = process.env['SIYU_TEST_MARIADB'] ?? null;

/**
 * Runs the same scenarios on both engines. Without a MariaDB its half is skipped in plain sight, and fails when
 * everything is required.
 */
export function describeOnEngines(body: (engine: Engine) => void): void {
  describe('on SQLite', () => body('sqlite'));
  describeOnMariaDb(() => body('mysql'));
}

/** Scenarios of contention that one writer alone cannot show. */
export function describeOnMariaDb(body: () => void): void {
  if (mariaDbUrl !== null) {
    describe('on MariaDB', body);
    return;
  }
  const title = 'on MariaDB: SIYU_TEST_MARIADB names no running MariaDB';
  if (process.env['SIYU_REQUIRE_ALL'] === '1') {
    it(title, () => {
      throw new Error(title);
    });
    return;
  }
  describe.skip(title, body);
}
