import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEngines, createTestApp, TEST_NOW, type TestApp } from '../../../testing/index.ts';
import { LedgerModule } from './ledger.module.ts';
import { PointsBalance } from './points-balance.entity.ts';
import { type PointsCredit, PointsLedger } from './points-ledger.ts';
import { PointsEntry, PointsPosting } from './points-posting.entity.ts';

const DAY = 20_781;

describeOnEngines((engine) => {
  let app: TestApp;
  let ledger: PointsLedger;
  beforeAll(async () => {
    app = await createTestApp({ engine, modules: [LedgerModule] });
    ledger = app.app.get(PointsLedger);
  });
  afterAll(() => app.close());

  const award = (memberNo: number, sourceId: string, points: number, more: Partial<PointsCredit> = {}) => ({
    memberNo,
    points,
    costFen: points,
    pendingUntil: null,
    expiresOn: null,
    sourceKind: 'AWARD' as const,
    sourceId,
    at: TEST_NOW,
    ...more,
  });
  const credit = (...credits: PointsCredit[]) =>
    app.database.runInTransaction((tx) => ledger.credit(tx, credits));
  const spend = (memberNo: number, sourceId: string, points: number) =>
    app.database.runInTransaction((tx) => ledger.spend(tx, { memberNo, sourceId, points }));
  const giveBack = (sourceId: string) =>
    app.database.runInTransaction((tx) => ledger.giveBack(tx, { sourceId }));
  const reverse = (sourceId: string) =>
    app.database.runInTransaction((tx) =>
      ledger.reverse(tx, { sourceKind: 'AWARD', sourceId, reason: 'FACT_WITHDRAWN' }),
    );
  const balanceOf = async (memberNo: number) => {
    const { availablePoints, pendingPoints, redeemedPoints, reversedPoints } =
      await app.database.read.findOneByOrFail(PointsBalance, { memberNo });
    return [availablePoints, pendingPoints, redeemedPoints, reversedPoints];
  };

  it('G-05 REQ-INC-5 an award is credited once however often it is asked for, and each movement has two sides that sum to nothing', async () => {
    await credit(award(1, 'a1', 30), award(2, 'a2', 5), award(1, 'a3', 7, { pendingUntil: TEST_NOW + 1 }));
    await credit(award(1, 'a1', 30), award(1, 'a4', 3));
    expect(await balanceOf(1)).toEqual([33, 7, 0, 0]);
    expect(await balanceOf(2)).toEqual([5, 0, 0, 0]);
    const entries = await app.database.read.find(PointsEntry, {
      where: { memberNo: 1 },
      order: { entryNo: 1 },
    });
    expect(entries.map(({ account, points, balanceAfter }) => [account, points, balanceAfter])).toEqual([
      ['ISSUANCE', -30, -30],
      ['AVAILABLE', 30, 30],
      ['ISSUANCE', -7, -37],
      ['PENDING', 7, 7],
      ['ISSUANCE', -3, -40],
      ['AVAILABLE', 3, 33],
    ]);
    expect(entries.map(({ entryNo }) => entryNo)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('G-05 REQ-INC-5 spending takes the points that expire first, once, and never more than there are', async () => {
    await credit(award(3, 'b1', 10, { costFen: 11 }), award(3, 'b2', 10, { expiresOn: DAY + 30 }));
    expect(await spend(3, 'r1', 21)).toBe(false);
    expect(await spend(3, 'r1', 13)).toBe(true);
    expect(await spend(3, 'r1', 13)).toBe(true);
    expect(await balanceOf(3)).toEqual([7, 0, 13, 0]);
    const spent = await app.database.read.findBy(PointsEntry, { memberNo: 3, account: 'REDEEMED' });
    expect(spent.map(({ lotNo, points, costFen }) => [lotNo, points, costFen])).toEqual([
      [2, 10, 10],
      [1, 3, 3],
    ]);
    expect([await giveBack('r1'), await giveBack('r1'), await giveBack('r0')]).toEqual([true, false, false]);
    expect(await balanceOf(3)).toEqual([20, 0, 0, 0]);
    expect(await app.database.read.findOneBy(PointsBalance, { memberNo: 3 })).toMatchObject({
      availableFen: 21,
    });
  });

  it('G-05 an award taken back takes what is there of it, then other points, and says what was gone', async () => {
    await credit(award(4, 'c1', 20), award(4, 'c2', 4));
    await spend(4, 'r2', 18);
    expect(await reverse('c1')).toEqual({ memberNo: 4, reversed: 6, writtenOff: 14 });
    expect(await reverse('c1')).toBeNull();
    expect(await reverse('c0')).toBeNull();
    expect(await balanceOf(4)).toEqual([0, 0, 18, 6]);
    // What was written off does not come back with a cancelled redemption.
    await giveBack('r2');
    expect(await balanceOf(4)).toEqual([4, 0, 0, 20]);
    const postings = await app.database.read.find(PointsPosting, {
      where: { memberNo: 4 },
      order: { postingNo: 1 },
    });
    expect(
      postings.map(({ kind, writtenOffPoints, availableAfter }) => [kind, writtenOffPoints, availableAfter]),
    ).toEqual([
      ['EARNED', 0, 20],
      ['EARNED', 0, 24],
      ['REDEEMED', 0, 6],
      ['REVERSED', 14, 0],
      ['RETURNED', -14, 4],
    ]);
  });
});
