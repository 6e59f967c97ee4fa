import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { In } from 'typeorm';
import { heavyCheck } from '../../../../../tools/heavy-check.ts';
import { AppModule } from '../../../app.module.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import { SeededRandom } from '../../../demo/seeded-random.ts';
import { openRecords, type RecordsWorld } from '../../../records/testing/index.ts';
import { hirePerson } from '../../../records/testing/staff-people.ts';
import { describeOnEngines } from '../../../testing/index.ts';
import { PointsBalance } from '../ledger/points-balance.entity.ts';
import { PointsBooks } from '../ledger/points-books.ts';
import { PointsLedger } from '../ledger/points-ledger.ts';
import { Budgets } from '../rules/budgets.ts';
import type { CatalogueItem } from './catalogue-item.entity.ts';
import { ItemStock } from './item-stock.ts';

const check = heavyCheck('redemption-race');
const SIZES = {
  small: { operations: 192, awards: 40, withinMs: 120_000 },
  full: { operations: 10_000, awards: 2_000, withinMs: 3_600_000 },
} as const;
const size = SIZES[check.size];
const CLIENTS = 64;
const PRICE = 10;
const RULE_NO = 9_001;
const SHARE = { awards: 1, points: 2 * PRICE, valueFen: 2 * PRICE };
const DAY = 86_400_000;
/** Fewer than are asked for at any moment, so that the last one is always fought for. */
const STOCK = 24;

/** What everybody must not do: look how many are left, and then write down what that makes. */
class ReadThenWrite extends ItemStock {
  override async take(
    tx: Transaction,
    { itemId }: Pick<CatalogueItem, 'itemId' | 'version'>,
  ): Promise<boolean> {
    const [row]: { taken: number; stock: number }[] = await this.database.read.query(
      'SELECT taken, stock FROM catalogue_items WHERE item_id = ?',
      [itemId],
    );
    if (row === undefined || row.taken >= row.stock) return false;
    await tx.manager.query('UPDATE catalogue_items SET taken = ? WHERE item_id = ?', [row.taken + 1, itemId]);
    return true;
  }
}

/** The same with points: a balance is looked at, nobody is kept from it, and what it makes is written down. */
class UnheldBooks extends PointsBooks {
  override async hold(
    _: Transaction,
    memberNos: readonly number[],
  ): Promise<ReadonlyMap<number, PointsBalance>> {
    const rows = await this.database.read.findBy(PointsBalance, { memberNo: In([...memberNos]) });
    return new Map(rows.map((row) => [row.memberNo, row]));
  }
}

describe('races on points and stock', () => {
  const counts: Record<string, number | string> = {};
  afterAll(() => check.record(counts));

  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let itemId: string;
    const clients: { token: string; memberNo: number }[] = [];
    beforeAll(async () => {
      world = await openRecords(engine, { also: [AppModule] });
      if (process.env['SIYU_SABOTAGE'] === 'stock-read-then-write')
        Object.setPrototypeOf(world.app.get(ItemStock, { strict: false }), ReadThenWrite.prototype);
      if (process.env['SIYU_SABOTAGE'] === 'points-read-then-write')
        Object.setPrototypeOf(world.app.get(PointsBooks, { strict: false }), UnheldBooks.prototype);
      const operator = await hirePerson(world, 'operator', ['operator']);
      const compliance = await hirePerson(world, 'compliance', ['compliance']);
      const iso = (days: number): string => new Date(world.clock.now() + days * DAY).toISOString();
      const draft = {
        kind: 'DATA_RIGHT',
        target: null,
        title: '数据权限三十天',
        summary: '在交易软件里看到更细的数据，由营业部开通。',
        points: PRICE,
        valueFen: 0,
        stock: STOCK,
        perMember: 100,
        from: iso(-1),
        until: iso(300),
        validDays: null,
      };
      ({ itemId } = (await operator.call('POST', '/v1/console/catalogue-items', draft)).body);
      await operator.call('POST', `/v1/console/catalogue-items/${itemId}/submission`);
      const { rows } = (await compliance.call('GET', '/v1/console/reviews?state=OPEN')).body;
      const [{ reviewId, subjectSha256 }] = rows;
      const decision = { isApproved: true, comment: '可以', subjectSha256 };
      await compliance.call('POST', `/v1/console/reviews/${reviewId}/decision`, decision);
      await world.database.runInTransaction((tx) =>
        world.app.get(Budgets, { strict: false }).bound(tx, RULE_NO, {
          awardsMax: size.awards,
          valueFenMax: size.awards * SHARE.valueFen,
        }),
      );
      const racers = Array.from({ length: CLIENTS }, async (_, number) => {
        const { token, member } = await world.signIn(`racer-${number}`);
        return { token, memberNo: await world.memberNoOf(member.memberId) };
      });
      clients.push(...(await Promise.all(racers)));
    }, 300_000);
    afterAll(() => world.close());

    const one = async (sql: string): Promise<number> => Number((await world.rows(sql))[0].n);
    const earn = (memberNo: number): Promise<void> =>
      world.database.runInTransaction(async (tx) => {
        if (!(await world.app.get(Budgets, { strict: false }).take(tx, RULE_NO, SHARE))) return;
        await world.app.get(PointsLedger, { strict: false }).credit(tx, [
          {
            memberNo,
            points: SHARE.points,
            costFen: SHARE.valueFen,
            pendingUntil: null,
            expiresOn: null,
            sourceKind: 'AWARD',
            sourceId: randomUUID(),
            at: world.clock.now(),
          },
        ]);
      });

    it(
      'G-07 fault 23 REQ-INC-5 64 clients at once earn, redeem and cancel on one budget and one stock: the ledger sums to nothing, the budget is exact, nothing is oversold, nobody falls below nothing',
      async () => {
        let left = size.operations;
        const statuses = new Map<number, number>();
        const client = async (
          { token, memberNo }: (typeof clients)[number],
          number: number,
        ): Promise<void> => {
          const random = new SeededRandom(check.seed + number);
          const held: string[] = [];
          const put = (id: string) =>
            world.call('PUT', `/v1/redemptions/${id}`, { token, body: { itemId, couponId: null } });
          while (left > 0) {
            left -= 1;
            const dice = random.next();
            if (dice < 0.3) await earn(memberNo);
            else if (dice < 0.7 || held.length === 0) {
              const id = randomUUID();
              // Some are sent twice at the same moment, as a phone does that heard no answer.
              const sent = dice < 0.4 ? [put(id), put(id)] : [put(id)];
              const answers = await Promise.all(sent);
              if (answers[0]?.status === 200) held.push(id);
              for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
            } else {
              const id = held.pop() ?? '';
              const cancel = () => world.call('POST', `/v1/redemptions/${id}/cancellation`, { token });
              const answers = await Promise.all(dice < 0.8 ? [cancel(), cancel()] : [cancel()]);
              for (const { status } of answers) expect(status).toBe(200);
            }
          }
        };
        await Promise.all(clients.map(client));

        expect([...statuses.keys()].filter((status) => status !== 200 && status !== 409)).toEqual([]);
        expect(await one('SELECT SUM(points) AS n FROM points_entries')).toBe(0);
        const awarded = await one("SELECT COUNT(*) AS n FROM points_postings WHERE kind = 'EARNED'");
        expect(awarded).toBeLessThanOrEqual(size.awards);
        expect(await one(`SELECT awards_used AS n FROM incentive_budgets WHERE rule_no = ${RULE_NO}`)).toBe(
          awarded,
        );
        expect(await one(`SELECT points_used AS n FROM incentive_budgets WHERE rule_no = ${RULE_NO}`)).toBe(
          awarded * SHARE.points,
        );
        expect(await one('SELECT COUNT(*) AS n FROM points_balances WHERE available_points < 0')).toBe(0);
        const standing = await one("SELECT COUNT(*) AS n FROM redemptions WHERE state = 'DONE'");
        expect(standing).toBeLessThanOrEqual(STOCK);
        expect(await one(`SELECT taken AS n FROM catalogue_items`)).toBe(standing);
        expect(await one('SELECT SUM(taken) AS n FROM catalogue_takers')).toBe(standing);
        expect(await one("SELECT COUNT(*) AS n FROM entitlements WHERE state = 'GRANTED'")).toBe(standing);
        // What a member has is what came in, less what stands exchanged.
        expect(
          await one(
            `SELECT COUNT(*) AS n FROM points_balances b WHERE b.redeemed_points <> ${PRICE} *
               (SELECT COUNT(*) FROM redemptions r WHERE r.member_no = b.member_no AND r.state = 'DONE')`,
          ),
        ).toBe(0);
        expect(
          await one(
            `SELECT COUNT(*) AS n FROM points_balances b WHERE b.available_points <>
               (SELECT COALESCE(SUM(e.points), 0) FROM points_entries e
                 WHERE e.member_no = b.member_no AND e.account = 'AVAILABLE')`,
          ),
        ).toBe(0);
        counts[`${engine}_awarded`] = awarded;
        counts[`${engine}_operations`] = size.operations;
        counts[`${engine}_redeemed`] = statuses.get(200) ?? 0;
        counts[`${engine}_refused`] = statuses.get(409) ?? 0;
        counts[`${engine}_standing`] = standing;
      },
      size.withinMs,
    );
  });
});
