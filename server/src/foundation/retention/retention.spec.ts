import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Lease } from '../../platform/jobs/index.ts';
import { LeaseLost } from '../../platform/jobs/index.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { RETENTION_TABLE, RetentionModule } from './index.ts';
import { PurgeRefused, Purges } from './purges.ts';
import { retentionCut } from './retention-cut.ts';
import { RetentionRun } from './retention-run.ts';

const DAY = 86_400_000;
const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('what is past its time', () => {
  it('F-08 REQ-PI-6 is what was there before this civil day so many months ago', () => {
    expect(retentionCut(at('2026-11-29T09:30:00'), 24)).toBe(at('2024-11-29T00:00:00'));
    expect(retentionCut(at('2026-01-31T00:00:00'), 11)).toBe(at('2025-02-28T00:00:00'));
    expect(retentionCut(at('2028-02-29T23:59:59'), 24)).toBe(at('2026-02-28T00:00:00'));
  });

  it('F-08 REQ-PI-5 REQ-SEC-4 REQ-SUIT-14 REQ-ADV-13 nothing that the law keeps, or that ends otherwise, gets a purge', () => {
    const step = () => Promise.resolve({ removed: 0, through: null });
    const refused = RETENTION_TABLE.filter(({ end }) => end !== 'PURGE').map(({ code }) => code);
    expect(refused).toEqual(expect.arrayContaining(['trail', 'consents', 'duties', 'transactions']));
    for (const line of refused) expect(() => new Purges().register({ line, step })).toThrow(PurgeRefused);
    const lawful = RETENTION_TABLE.filter(({ end }) => end === 'LAW');
    expect(lawful.filter(({ keptMonths }) => (keptMonths ?? 0) < 240)).toEqual([]);
    expect(() => new Purges().register({ line: 'behaviour', step })).not.toThrow();
  });
});

describeOnEngines((engine) => {
  describe('the retention job', () => {
    let test: TestApp;
    let run: RetentionRun;
    const asked: [from: number, before: number][] = [];
    let left = 12;
    let stopAfter = Number.POSITIVE_INFINITY;
    let isLost = false;
    const lease: Lease = {
      job: 'purge-outdated',
      fence: 1,
      assertHeld: () => Promise.resolve(),
      progress: () => Promise.resolve(null),
      saveProgress: () => (isLost ? Promise.reject(new LeaseLost('purge-outdated')) : Promise.resolve()),
      isCancelled: () => Promise.resolve(asked.length >= stopAfter),
      isEnding: () => false,
    };
    beforeAll(async () => {
      test = await createTestApp({ engine, modules: [RetentionModule], env: { RUNS_JOBS: 'false' } });
      run = test.app.get(RetentionRun, { strict: false });
      test.app.get(Purges, { strict: false }).register({
        line: 'behaviour',
        // Ten rows a step, a row a day.
        step: (_, from, before) => {
          asked.push([from, before]);
          const removed = Math.min(10, left);
          if (!isLost) left -= removed;
          const through = from === 0 ? before - 100 * DAY : from + removed * DAY;
          return Promise.resolve({ removed, through: removed < 10 ? null : through });
        },
      });
    }, 60_000);
    afterAll(() => test.close());
    const marks = () =>
      test.database.read.query<{ t: number | string; n: number | string; a: number | string; f: unknown }[]>(
        'SELECT purged_through AS t, removed AS n, removed_in_all AS a, finished_at AS f FROM retention_marks',
      );
    const acts = async (): Promise<string[]> => {
      const rows: { inputs: string }[] = await test.database.read.query(
        "SELECT inputs FROM audit_rows WHERE action = 'retention.purge' ORDER BY row_id",
      );
      return rows.map(({ inputs }) => inputs);
    };

    it('F-08 F-11 REQ-PI-6 a step whose lease was lost leaves nothing behind', async () => {
      isLost = true;
      await expect(run.turn(lease)).rejects.toThrow(LeaseLost);
      isLost = false;
      expect(await marks()).toEqual([]);
    });

    it('F-08 F-11 REQ-PI-6 a run that was stopped goes on where it was, and notes in the trail how much went', async () => {
      asked.length = 0;
      stopAfter = 1;
      await run.turn(lease);
      const cut = retentionCut(TEST_NOW, 24);
      const [half] = await marks();
      expect([Number(half?.t), Number(half?.n), half?.f]).toEqual([cut - 100 * DAY, 10, null]);
      expect(await acts()).toEqual([]);
      stopAfter = Number.POSITIVE_INFINITY;
      await run.turn(lease);
      expect(asked).toEqual([
        [0, cut],
        [cut - 100 * DAY, cut],
      ]);
      const [whole] = await marks();
      expect([Number(whole?.t), Number(whole?.n), Number(whole?.f)]).toEqual([cut, 12, TEST_NOW]);
      expect(await acts()).toEqual([JSON.stringify({ before: new Date(cut).toISOString(), rows: 12 })]);
    });

    it('F-08 REQ-PI-6 a day is done once, and the next day walks past nothing it has seen', async () => {
      asked.length = 0;
      await run.turn(lease);
      expect(asked).toEqual([]);
      test.clock.advance(DAY);
      left = 3;
      await run.turn(lease);
      const cut = retentionCut(TEST_NOW, 24);
      expect(asked).toEqual([[cut, cut + DAY]]);
      const [mark] = await marks();
      expect([Number(mark?.n), Number(mark?.a)]).toEqual([3, 15]);
      expect(await acts()).toHaveLength(2);
    });
  });
});
