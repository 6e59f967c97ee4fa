import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countingRules, scoreAfb2023 } from '@siyu/shared/rfm';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import { heavyCheck } from '../../../../tools/heavy-check.ts';
import { describeOnEngines, TEST_NOW } from '../../testing/index.ts';
import { CORE_TOKEN } from '../testing/index.ts';
import { type ImportWorld, openImports, TRANSACTION_HEADER } from '../testing/import-desk.ts';
import { csvLine, type ToldRow } from '../testing/told-rows.ts';
import { Transactions } from './index.ts';

const check = heavyCheck('import-order');
const numRuns = check.size === 'full' ? 200 : 8;
const counts: Record<string, number> = {};
afterAll(() => check.record(counts));
const HEADER = `${TRANSACTION_HEADER},mid_rate`;
const today = dayOfInstant(TEST_NOW);
const asOf = addDays(today, 1);
const HOUR = 3_600_000;

/** What the core system has to tell of two customers, in the right order: nothing names what comes later. */
const story = fc
  .array(
    fc.record({
      customer: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom(
        'purchase',
        'purchase',
        'confirmation',
        'confirmation',
        'refund',
        'redemption',
        'switch',
        'plan_deduction',
        'benefit',
        'holding_snapshot',
      ),
      hoursAgo: fc.integer({ min: 0, max: 24 * 420 }),
      pick: fc.nat(100),
      amount: fc.integer({ min: 1, max: 30_000_000 }),
      isForeign: fc.boolean(),
    }),
    { minLength: 4, maxLength: 40 },
  )
  .map((steps) => {
    const rows: ToldRow[] = [];
    for (const [at, step] of steps.entries()) {
      const { customer, kind, hoursAgo, pick, amount, isForeign } = step;
      const earlier = rows.filter(
        (row) => row.coreCustomerId === customer && row.kind !== 'holding_snapshot',
      );
      const named = earlier[pick % Math.max(1, earlier.length)]?.sourceId;
      const row = {
        sourceId: `${at}`,
        coreCustomerId: customer,
        occurredAt: new Date(TEST_NOW - hoursAgo * HOUR).toISOString(),
        ...(isForeign ? { currency: 'USD', midRate: '7.0845' } : {}),
      };
      const product = { productCode: pick % 5 === 0 ? 'CASH' : `FUND-${pick % 3}` };
      const plan: ToldRow = {
        ...row,
        ...product,
        kind: 'plan_deduction',
        planId: `plan-${pick % 2}`,
        amountFen: amount,
      };
      if (kind === 'confirmation' && named !== undefined) {
        rows.push({ ...row, kind, refSourceId: named, amountFen: pick % 4 === 0 ? 0 : amount });
      } else if (kind === 'refund' && named !== undefined) {
        const { midRate: _, ...home } = { midRate: null, ...row };
        rows.push({ ...home, currency: 'CNY', kind, refSourceId: named });
      } else if (kind === 'benefit') {
        const ref = pick % 3 === 0 || named === undefined ? {} : { refSourceId: named };
        rows.push({ ...row, kind, ...ref, amountFen: amount - 5_000_000, benefitSource: 'trailing_fee' });
      } else if (kind === 'switch') {
        rows.push({ ...row, ...product, kind, targetProductCode: 'FUND-9', amountFen: amount });
      } else if (kind === 'purchase' || kind === 'redemption' || kind === 'holding_snapshot') {
        rows.push({ ...row, ...product, kind, amountFen: amount });
      } else rows.push(plan);
    }
    return rows;
  });

/** How it arrives: in which order, what is told again, in which parts, when the accounts are linked. */
const arrival = fc.record({
  keys: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
  repeated: fc.array(fc.nat(39), { maxLength: 12 }),
  cuts: fc.array(fc.nat(60), { maxLength: 4 }),
  doors: fc.array(fc.constantFrom('file', 'api'), { minLength: 5, maxLength: 5 }),
  linkAfter: fc.record({ a: fc.nat(5), b: fc.nat(5) }),
});

describe('whatever order it comes in', () => {
  describeOnEngines((engine) => {
    let world: ImportWorld;
    let transactions: Transactions;
    beforeAll(async () => {
      world = await openImports(engine);
      transactions = world.app.get(Transactions, { strict: false });
    }, 60_000);
    afterAll(() => world.close());

    let told = 0;
    /** The same story under names that nobody has used yet. */
    const renamed = (rows: readonly ToldRow[], prefix: string): ToldRow[] =>
      rows.map((row) => ({
        ...row,
        sourceId: `${prefix}${row.sourceId}`,
        coreCustomerId: `${prefix}${row.coreCustomerId}`,
        ...(row.refSourceId ? { refSourceId: `${prefix}${row.refSourceId}` } : {}),
      }));
    const link = (coreCustomerId: string): Promise<number> =>
      world.database.runInTransaction(async (tx) => {
        const identity = { kind: 'wechat_openid', issuer: 'spec', externalId: coreCustomerId } as const;
        const member = await world.identity.registerOrFind(tx, identity);
        await world.identity.grantConsents(tx, member.memberNo, ['SERVICE', 'SENSITIVE'], 'console');
        await world.identity.linkCoreCustomer(tx, 'system', member, coreCustomerId, 'counter');
        return member.memberNo;
      });
    const send = async (rows: readonly ToldRow[], door: string): Promise<void> => {
      if (rows.length === 0) return;
      if (door === 'file') {
        const row = await world.take('transactions', [HEADER, ...rows.map(csvLine)].join('\n'));
        expect([row.state, row.rejected]).toEqual(['DONE', 0]);
        return;
      }
      const body = { transactions: rows };
      const answer = await world.call('POST', '/v1/core/transactions', { token: CORE_TOKEN, body });
      expect(answer.body.verdicts.map((each: { code: unknown }) => each.code)).toEqual(rows.map(() => null));
    };
    /** Everything that readers are told of a customer, under the names of the story. */
    const seen = async (prefix: string, members: Readonly<Record<string, number>>) => {
      const content = [];
      for (const [customer, memberNo] of Object.entries(members)) {
        const nameless = (text: string) => text.replaceAll(prefix, '');
        const each = (await transactions.listPurchases([memberNo])).get(memberNo) ?? [];
        const rules = {
          planCounting: 'plan',
          switchCountsAmount: true,
          cashSweepProducts: ['CASH'],
        } as const;
        const byOtherRules = (await transactions.listPurchases([memberNo], null, rules)).get(memberNo) ?? [];
        const facts = await world.rows(
          `SELECT f.source_id, f.kind, f.occurred_at, f.occurred_on, f.ref_source_id, f.product_code, f.target_product_code, f.plan_id, f.amount_fen, f.benefit_fen, f.benefit_source, f.currency, f.foreign_hundredths, f.mid_rate FROM transaction_facts f JOIN core_accounts a ON a.account_no = f.account_no WHERE a.core_customer_id = ? ORDER BY f.source_id`,
          [`${prefix}${customer}`],
        );
        content.push({
          customer,
          facts: nameless(JSON.stringify(facts)),
          purchases: nameless(JSON.stringify([each, byOtherRules])),
          score: [scoreAfb2023(each, asOf), scoreAfb2023(byOtherRules, asOf)],
          inflow: (await transactions.netInflows([memberNo], addDays(today, -300), asOf, countingRules)).get(
            memberNo,
          ),
          holdings: [...((await transactions.listHoldings([memberNo], asOf)).get(memberNo) ?? [])].sort(),
        });
      }
      return content;
    };

    it(
      'C-02 shuffled, repeated and split into files and batches, the facts and the scores are those of the right order once',
      async () => {
        await fc.assert(
          fc.asyncProperty(story, arrival, async (rows, { keys, repeated, cuts, doors, linkAfter }) => {
            told += 1;
            const [right, other] = [`r${told}-`, `o${told}-`];
            const inOrder = renamed(rows, right);
            await send(inOrder, 'file');
            const expected = await seen(right, { a: await link(`${right}a`), b: await link(`${right}b`) });

            const again = repeated.flatMap((at) => rows[at] ?? []);
            const shuffled = renamed([...rows, ...again], other)
              .map((row, at) => ({ row, key: keys[at] ?? 0 }))
              .sort((one, another) => one.key - another.key)
              .map(({ row }) => row);
            const places = [0, ...cuts.map((cut) => Math.min(cut, shuffled.length)), shuffled.length].sort(
              (one, another) => one - another,
            );
            const members: Record<string, number> = {};
            for (const [part, door] of doors.entries()) {
              for (const customer of ['a', 'b'] as const)
                if (linkAfter[customer] === part) members[customer] = await link(`${other}${customer}`);
              await send(shuffled.slice(places[part] ?? shuffled.length, places[part + 1]), door);
            }
            for (const customer of ['a', 'b'] as const)
              members[customer] ??= await link(`${other}${customer}`);
            expect(await seen(other, { a: members['a'] ?? 0, b: members['b'] ?? 0 })).toEqual(expected);
          }),
          { seed: check.seed, numRuns },
        );
        counts[`${engine}Runs`] = numRuns;
      },
      check.size === 'full' ? 900_000 : 120_000,
    );
  });
});
