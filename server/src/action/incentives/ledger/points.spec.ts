import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Principal } from '../../../platform/http/index.ts';
import { describeOnEngines, createTestApp, TEST_NOW, type TestApp } from '../../../testing/index.ts';
import { LedgerModule } from './ledger.module.ts';
import { PointsBalance } from './points-balance.entity.ts';
import { PointsDays } from './points-days.ts';
import { PointsDesk } from './points-desk.ts';
import { PointsExport } from './points-export.ts';
import { type PointsCredit, PointsLedger } from './points-ledger.ts';
import { PointsEntry, PointsPosting } from './points-posting.entity.ts';
import { PointsRounds } from './points-rounds.ts';
import { PointsSources } from './points-sources.ts';
import { PointsStatements } from './points-statements.ts';
import { describePointsVerdict, verifyPoints } from './verify-points.ts';

const DAY = 20_781;
const DAY_MS = 86_400_000;
const finance: Principal = {
  audience: 'staff',
  id: '01930000-0000-7000-8000-000000000085',
  memberNo: null,
  roles: ['finance'],
  scope: { kind: 'firm' },
  sessionId: null,
};

describeOnEngines((engine) => {
  let app: TestApp;
  let ledger: PointsLedger;
  beforeAll(async () => {
    app = await createTestApp({ engine, modules: [LedgerModule], env: { RUNS_JOBS: 'false' } });
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

  const round = () => app.app.get(PointsRounds).run(null);
  const verify = () => verifyPoints(app.database.read);
  const dayAt = (day: number) => app.clock.set(TEST_NOW + (day - DAY) * DAY_MS);

  it('G-05 fault 12 a clock three days ahead or an hour behind expires nothing early, and the right day does', async () => {
    const twoDays = { expiresOn: DAY + 2, pendingUntil: null };
    await credit(award(5, 'd1', 8, twoDays), award(5, 'd2', 4, { pendingUntil: TEST_NOW + 2 * DAY_MS }));
    dayAt(DAY + 3);
    await round();
    expect(await balanceOf(5)).toEqual([8, 4, 0, 0]);
    const { waitingOn, businessOn } = await app.app.get(PointsDesk).getTotals();
    expect([businessOn, waitingOn]).toEqual(['2026-11-24', '2026-11-27']);
    app.clock.set(TEST_NOW - 3_600_000);
    await round();
    dayAt(DAY + 1);
    await round();
    expect(await balanceOf(5)).toEqual([8, 4, 0, 0]);
    dayAt(DAY + 2);
    await round();
    // The first lot is over, and what was pending can be used.
    expect(await balanceOf(5)).toEqual([4, 0, 0, 0]);
    app.clock.advance(-3_600_000 * 11);
    await credit(award(5, 'd3', 1));
    await round();
    expect(await app.app.get(PointsDays).look()).toEqual({ businessOn: DAY + 2, waitingOn: null });
    expect(await verify()).toMatchObject({ firstDifference: null });
  });

  it('G-05 a member reads what, why, when and the balance after it, page by page', async () => {
    app.app.get(PointsSources).register('AWARD', {
      describe: async (_, ids) =>
        new Map(ids.map((id) => [id, { what: `学完《${id}》`, why: '谢谢您学完' }])),
    });
    const statements = app.app.get(PointsStatements);
    const first = await statements.listPostings(3, { limit: 2 });
    expect(first.rows.map(({ kind, change, availableAfter }) => [kind, change, availableAfter])).toEqual([
      ['RETURNED', 13, 20],
      ['REDEEMED', -13, 7],
    ]);
    const rest = await statements.listPostings(3, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(rest.rows.map(({ what, why, change }) => [what, why, change])).toEqual([
      ['学完《b2》', '谢谢您学完', 10],
      ['学完《b1》', '谢谢您学完', 10],
    ]);
    expect([first.total, rest.nextCursor]).toEqual([4, null]);
    expect(await statements.summaryOf(3)).toEqual({
      available: 20,
      pending: 0,
      expiring: { points: 10, until: '2026-12-23' },
    });
  });

  it('G-05 a month is closed in points and yuan once it is over, and what comes after leaves its figures as they are', async () => {
    const desk = app.app.get(PointsDesk);
    expect((await desk.listClosings({ limit: 5 })).rows).toEqual([]);
    // The server was away: a day that does not follow waits for a person, who looks at the clock.
    dayAt(DAY + 10);
    await round();
    await expect(app.app.get(PointsDays).agree(finance, DAY + 9)).rejects.toMatchObject({
      code: 'points.day_not_waiting',
    });
    await app.app.get(PointsDays).agree(finance, DAY + 10);
    await app.app.get(PointsDays).agree(finance, DAY + 10);
    await round();
    const [november] = (await desk.listClosings({ limit: 5 })).rows;
    const of = (account: string) => november?.lines.find((line) => line.account === account);
    expect(november).toMatchObject({ month: '2026-11', outstandingPoints: 74, outstandingFen: 75 });
    expect(of('AVAILABLE')).toMatchObject({ openingPoints: 0, closingPoints: 74, closingFen: 75 });
    expect(of('EXPIRED')).toMatchObject({ inPoints: 8, outPoints: 0 });
    expect(november?.lines.reduce((sum, line) => sum + line.closingPoints, 0)).toBe(0);
    await reverse('a1');
    await spend(3, 'r9', 2);
    for (const day of [DAY + 11, DAY + 12]) {
      dayAt(day);
      await round();
    }
    expect((await desk.listClosings({ limit: 5 })).rows).toEqual([november]);
    const file = await app.app.get(PointsExport).page(finance, {}, null, 500);
    expect(
      file.rows.map(({ account, closingPoints, closingYuan }) => [account, closingPoints, closingYuan]),
    ).toContainEqual(['可用', '74', '0.75']);
    expect(describePointsVerdict(await verify()).join(' ')).toMatch(/balances: 5 members, \d+ postings/);
  });

  it.each([
    [
      'a balance',
      'UPDATE points_balances SET available_points = available_points + 1 WHERE member_no = 3',
      /^member 3: the balance says 19 points/,
    ],
    [
      'a lot',
      'UPDATE points_lots SET expires_on = 1, available_fen = available_fen + 1 WHERE member_no = 2',
      /^member 2: lot 1 holds/,
    ],
    [
      'an entry',
      'UPDATE points_entries SET points = points + 1 WHERE member_no = 4 AND entry_no = 1',
      /^member 4: entry 1 says/,
    ],
    [
      'a posting',
      'DELETE FROM points_postings WHERE member_no = 5 AND posting_no = 2',
      /^member 5: posting 2 is missing/,
    ],
    [
      'a closed month',
      "UPDATE points_closing_lines SET closing_fen = 1 WHERE account = 'AVAILABLE'",
      /^month 2026-11: closingFen of AVAILABLE/,
    ],
  ])('G-05 ledger:verify names %s that was changed', async (_, change, difference) => {
    class Undone extends Error {}
    const found = app.database.runInTransaction(async ({ manager }) => {
      await manager.query(change);
      const { firstDifference } = await verifyPoints(manager);
      expect(firstDifference).toMatch(difference);
      throw new Undone();
    });
    await expect(found).rejects.toBeInstanceOf(Undone);
  });
});
