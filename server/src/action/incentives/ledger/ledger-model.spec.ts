import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { heavyCheck } from '../../../../../tools/heavy-check.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../../testing/index.ts';
import { LedgerModule } from './ledger.module.ts';
import { type PointsCredit, PointsLedger } from './points-ledger.ts';
import { PointsRounds } from './points-rounds.ts';
import { LedgerModel } from './testing/ledger-model.ts';
import { verifyPoints } from './verify-points.ts';

const { size, seed, record } = heavyCheck('ledger-model');
const MEMBERS = size === 'full' ? 5_000 : 40;
/** A smaller number where a machine has no hours to spare; the evidence says how many there were. */
const most = (engine: string): number =>
  Number(process.env[`SIYU_LEDGER_${engine.toUpperCase()}`] ?? 1_000_000);
const FIRST_DAY = 20_781;
const DAY_MS = 86_400_000;
const counts: Record<string, number> = {};

/** mulberry32: small, seeded, good enough to choose with. */
function randomFrom(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

class Undone extends Error {}

describeOnEngines((engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ engine, modules: [LedgerModule], env: { RUNS_JOBS: 'false' } });
  });
  afterAll(() => app.close());

  it('G-05 G-07 agrees with a model after every one of many random operations, and the entries always sum to nothing', async () => {
    const operations = size === 'full' ? most(engine) : 700;
    const ledger = app.app.get(PointsLedger);
    const rounds = app.app.get(PointsRounds);
    const model = new LedgerModel();
    const random = randomFrom(seed);
    const chance = (percent: number): boolean => random(100) < percent;
    const lastEntry = new Map<number, number>();
    let [done, day, awards, redemptions, violations] = [0, FIRST_DAY, 0, 0, 0];
    /** Some operations are undone, as if the process had died before it could commit. */
    const inTransaction = async <Answer>(
      work: Parameters<typeof app.database.runInTransaction<Answer>>[0],
    ) => {
      if (chance(3))
        await app.database
          .runInTransaction(async (tx) => {
            await work(tx);
            throw new Undone();
          })
          .catch((error: unknown) => {
            if (!(error instanceof Undone)) throw error;
          });
      return app.database.runInTransaction(work);
    };
    const compare = async (memberNos: readonly number[]): Promise<void> => {
      for (let at = 0; at < memberNos.length; at += 400) {
        const part = memberNos.slice(at, at + 400);
        const marks = part.map(() => '?').join(',');
        const balances: readonly Record<string, number>[] = await app.database.read.query(
          `SELECT member_no, entry_no, available_points, pending_points, redeemed_points, expired_points, reversed_points
           FROM points_balances WHERE member_no IN (${marks})`,
          [...part],
        );
        const fresh = part.map((no) => `(member_no = ${no} AND entry_no > ${lastEntry.get(no) ?? 0})`);
        const sums: readonly Record<string, unknown>[] = await app.database.read.query(
          `SELECT SUM(points) AS points, SUM(cost_fen) AS fen FROM points_entries WHERE ${fresh.join(' OR ')}`,
        );
        if (Number(sums[0]?.['points']) !== 0 || Number(sums[0]?.['fen']) !== 0) violations += 1;
        for (const memberNo of part) {
          const row = balances.find((each) => each['member_no'] === memberNo);
          const held = ['available', 'pending', 'redeemed', 'expired', 'reversed'].map(
            (name) => row?.[`${name}_points`] ?? 0,
          );
          lastEntry.set(memberNo, row?.['entry_no'] ?? 0);
          if (held.join() !== model.balanceOf(memberNo).join()) violations += 1;
          if (violations > 0)
            throw new Error(
              `member ${memberNo} after ${done}: ${held.join()} not ${model.balanceOf(memberNo).join()}`,
            );
        }
      }
    };
    const credit = async (): Promise<void> => {
      const credits = Array.from({ length: 1 + random(80) }, (): PointsCredit => {
        const isRepeat = awards > 0 && chance(5);
        const no = isRepeat ? random(awards) : awards;
        if (!isRepeat) awards += 1;
        const points = 1 + random(40);
        return {
          // A repeat names the award as it was, and so its member.
          memberNo: 1 + ((no * 7_919) % MEMBERS),
          points,
          costFen: random(2 * points),
          pendingUntil: chance(25) ? TEST_NOW + (day - FIRST_DAY + 1 + random(5)) * DAY_MS : null,
          expiresOn: chance(60) ? day + 10 + random(60) : null,
          sourceKind: 'AWARD',
          sourceId: `a${no}`,
          at: app.clock.now(),
        };
      });
      await inTransaction((tx) => ledger.credit(tx, credits));
      for (const each of credits) model.credit(each);
      done += credits.length;
      await compare([...new Set(credits.map(({ memberNo }) => memberNo))]);
    };
    const spend = async (): Promise<void> => {
      const isRepeat = redemptions > 0 && chance(10);
      const no = isRepeat ? random(redemptions) : redemptions;
      if (!isRepeat) redemptions += 1;
      const memberNo = 1 + ((no * 104_729) % MEMBERS);
      const points = 1 + random(150);
      const wanted = { memberNo, points, sourceId: `r${no}` };
      expect(await inTransaction((tx) => ledger.spend(tx, wanted))).toBe(
        model.spend(memberNo, points, `r${no}`),
      );
      done += 1;
      await compare([memberNo]);
    };
    const giveBack = async (): Promise<void> => {
      const no = random(redemptions + 2);
      const sourceId = `r${no}`;
      expect(await inTransaction((tx) => ledger.giveBack(tx, { sourceId }))).toBe(model.giveBack(sourceId));
      done += 1;
      await compare([1 + ((no * 104_729) % MEMBERS)]);
    };
    const reverse = async (): Promise<void> => {
      const no = random(awards + 2);
      const source = { sourceKind: 'AWARD', sourceId: `a${no}`, reason: 'FACT_WITHDRAWN' } as const;
      expect(await inTransaction((tx) => ledger.reverse(tx, source))).toEqual(model.reverse(`a${no}`));
      done += 1;
      await compare([1 + ((no * 7_919) % MEMBERS)]);
    };
    const pass = async (): Promise<void> => {
      day += 1;
      app.clock.set(TEST_NOW + (day - FIRST_DAY) * DAY_MS);
      await rounds.run(null);
      const touched = model.nextDay(day, app.clock.now());
      done += 1;
      await compare([...touched]);
    };
    while (done < operations) {
      await credit();
      for (let turn = 0; turn < 8; turn += 1)
        await (chance(50) ? spend() : chance(50) ? giveBack() : reverse());
      if (chance(size === 'full' ? 2 : 60)) await pass();
    }
    const verdict = await verifyPoints(app.database.read);
    expect(verdict).toMatchObject({ firstDifference: null });
    expect(violations).toBe(0);
    const { entries, postings, months } = verdict;
    Object.assign(counts, { [`${engine}Operations`]: done, [`${engine}Entries`]: entries });
    Object.assign(counts, { [`${engine}Postings`]: postings, [`${engine}Months`]: months, violations });
    record(counts);
  }, 14_400_000);
});
