import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PurchaseVerdicts } from '@siyu/shared/contracts/transactions';
import { describeOnEngines } from '../../testing/index.ts';
import { CORE_TOKEN, openRecords, type RecordsWorld } from '../testing/index.ts';
import { Transactions } from './transactions.service.ts';

type Verdict = PurchaseVerdicts['verdicts'][number];

describe('purchases of the core system', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let memberNo = 0;
    const purchase = (change: Record<string, unknown> = {}) => ({
      sourceId: 'P-1',
      coreCustomerId: 'C-1',
      occurredAt: '2026-11-23T16:00:00Z',
      productCode: 'FUND-INDEX',
      amountFen: 1_000_000,
      benefitFen: -500,
      ...change,
    });
    const send = (purchases: readonly object[], token = CORE_TOKEN) =>
      world.call('POST', '/v1/core/purchases', { token, body: { purchases } });
    beforeAll(async () => {
      world = await openRecords(engine);
      const { member } = await world.signIn('buyer', ['SERVICE', 'SENSITIVE']);
      memberNo = await world.memberNoOf(member.memberId);
      await world.call('POST', '/v1/core/customer-links', {
        token: CORE_TOKEN,
        body: { memberId: member.memberId, coreCustomerId: 'C-1', verifiedBy: 'counter' },
      });
    }, 60_000);
    afterAll(() => world.close());

    it('A-06 records each source id once, ticks the clock of its member and refuses strangers', async () => {
      const before = (await world.identity.seqOf([memberNo])).get(memberNo) ?? 0;
      const batch = [
        purchase(),
        purchase({ sourceId: 'P-2', coreCustomerId: 'C-9' }),
        purchase({ sourceId: 'P-3' }),
      ];
      const answers = await Promise.all(Array.from({ length: 4 }, () => send(batch)));
      const verdicts: Verdict[] = answers.flatMap(({ body }) => body.verdicts);
      const of = (sourceId: string, verdict: string) =>
        verdicts.filter((each: Verdict) => each.sourceId === sourceId && each.verdict === verdict).length;
      expect([of('P-1', 'recorded'), of('P-1', 'duplicate')]).toEqual([1, 3]);
      expect([of('P-3', 'recorded'), of('P-3', 'duplicate')]).toEqual([1, 3]);
      expect(of('P-2', 'refused')).toBe(4);
      expect(verdicts.find((each) => each.sourceId === 'P-2')?.code).toBe('transactions.unknown_customer');
      expect((await world.identity.seqOf([memberNo])).get(memberNo)).toBe(before + 1);
    });

    it('refuses another content under a known source id', async () => {
      const answer = await send([purchase({ amountFen: 2_000_000 })]);
      expect(answer.body.verdicts[0]).toMatchObject({
        verdict: 'refused',
        code: 'transactions.source_differs',
      });
    });

    it('gives scoring the Shanghai day of a purchase and exact fen', async () => {
      const facts = await world.app.get(Transactions, { strict: false }).listPurchases([memberNo]);
      expect(facts.get(memberNo)?.[0]).toEqual({
        factId: 'P-1',
        on: 20_781,
        amountFen: 1_000_000,
        benefitFen: -500,
      });
    });

    it('lets nobody in without the token of the core system', async () => {
      expect((await send([purchase()], `${CORE_TOKEN}x`)).status).toBe(401);
    });
  });
});
