import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportRow } from '@siyu/shared/contracts/imports';
import { Database } from '../../platform/database/index.ts';
import { createTestPlace, describeOnEngines } from '../../testing/index.ts';
import { type ImportWorld, openImports, TRANSACTION_HEADER } from '../testing/import-desk.ts';

const LINES = 6_000;
const CUSTOMERS = 40;
/** Transactions that do not get through: single ones and several in a row, in the middle and towards the end. */
const STOPS = new Set([3, 7, 8, 14, 22, 24]);

/** One line in a hundred is bad; every thirtieth tells the one before it again. */
function fileOf(prefix: string): string {
  const lines = Array.from({ length: LINES }, (_, at) => {
    const told = at % 30 === 7 ? at - 1 : at;
    const day = String(1 + (told % 28)).padStart(2, '0');
    const amount = at % 100 === 50 ? 'much' : `${1 + told}.00`;
    return `${prefix}${told},plan_deduction,${prefix}${told % CUSTOMERS},2026-10-${day}T10:00:00+08:00,,FUND,,PLAN,${amount},,`;
  });
  return `${TRANSACTION_HEADER}\n${lines.join('\n')}\n`;
}

describe('an import that is stopped half-way', () => {
  describeOnEngines((engine) => {
    let world: ImportWorld;
    let stops = 0;
    beforeAll(async () => {
      world = await openImports(engine);
    }, 60_000);
    afterAll(() => world.close());

    /** Breaks the connection, as it were, at the commit of some transactions: nothing of it is there afterwards. */
    const stopNowAndThen = (database: Database): (() => void) => {
      const run = database.runInTransaction.bind(database);
      let count = 0;
      database.runInTransaction = async <T>(work: Parameters<typeof run<T>>[0]): Promise<T> => {
        count += 1;
        const isStopped = STOPS.has(count);
        return run<T>(async (tx) => {
          const result = await work(tx);
          if (!isStopped) return result;
          stops += 1;
          throw new Error('the process ended here');
        });
      };
      return () => {
        database.runInTransaction = run;
      };
    };
    const contentOf = async (prefix: string) => {
      const facts = await world.rows(
        'SELECT source_id, occurred_at, amount_fen, seq, member_no FROM transaction_facts WHERE source_id LIKE ? ORDER BY source_id',
        [`${prefix}%`],
      );
      return createHash('sha256').update(JSON.stringify(facts).replaceAll(prefix, '')).digest('hex');
    };

    it('C-02 fault 27 goes on where it was, and in the end everything is as if it had never been stopped', async () => {
      const whole = await world.take('transactions', fileOf('whole-'));
      const restore = stopNowAndThen(world.database);
      let row;
      try {
        const { importId } = ImportRow.parse(
          await (await world.upload('transactions', fileOf('stopped-'))).json(),
        );
        row = await world.ended(importId);
      } finally {
        restore();
      }
      expect(stops).toBeGreaterThan(3);
      const numbers = ({ recorded, waiting, duplicates, rejected, linesDone, state }: ImportRow) => {
        return { recorded, waiting, duplicates, rejected, linesDone, state };
      };
      expect(numbers(row)).toEqual(numbers(whole));
      expect(row.recorded + row.duplicates + row.rejected).toBe(LINES);
      expect(await contentOf('stopped-')).toBe(await contentOf('whole-'));
      const reasons = async (importId: string) =>
        (await world.rejects(importId)).map((line) => line.split(',').slice(0, 2).join());
      expect(await reasons(row.importId)).toEqual(await reasons(whole.importId));
    }, 120_000);

    it('C-02 a server that starts again takes it up where the one before it stopped', async () => {
      const place = await createTestPlace(engine);
      const first = await openImports(engine, place);
      const { importId } = ImportRow.parse(await (await first.upload('transactions', fileOf('r'))).json());
      let before = 0;
      while (before === 0) {
        const [row] = await first.rows('SELECT recorded FROM imports WHERE import_id = ?', [importId]);
        before = row.recorded;
        await pause(1);
      }
      await first.close();
      const second = await openImports(engine, place);
      const [stopped] = await second.rows('SELECT started_at AS startedAt FROM imports');
      const row = await second.ended(importId);
      expect(before).toBeLessThan(5_740);
      expect(row).toMatchObject({ state: 'DONE', recorded: 5_740, duplicates: 200, rejected: 60 });
      expect(Date.parse(row.startedAt ?? '')).toBe(Number(stopped.startedAt));
      const [{ count }] = await second.rows('SELECT COUNT(*) AS count FROM transaction_facts');
      expect(Number(count)).toBe(5_740);
      await second.close();
      await place.release();
    }, 120_000);
  });
});
