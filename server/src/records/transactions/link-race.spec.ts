import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnEngines } from '../../testing/index.ts';
import { CORE_TOKEN, openRecords, type RecordsWorld } from '../testing/index.ts';
import { Transactions } from './index.ts';

describe('a fact and the link of its customer', () => {
  describeOnEngines((engine) => {
    const outside = new AsyncResource('outside every transaction');
    let world: RecordsWorld;
    let transactions: Transactions;
    beforeAll(async () => {
      world = await openRecords(engine);
      transactions = world.app.get(Transactions, { strict: false });
    }, 60_000);
    afterAll(() => world.close());

    const newMember = (name: string) =>
      world.database.runInTransaction(async (tx) => {
        const identity = { kind: 'wechat_openid', issuer: 'spec', externalId: name } as const;
        const member = await world.identity.registerOrFind(tx, identity);
        await world.identity.grantConsents(tx, member.memberNo, ['SERVICE', 'SENSITIVE'], 'console');
        return member;
      });
    const tell = (sourceId: string, coreCustomerId: string) =>
      world.call('POST', '/v1/core/transactions', {
        token: CORE_TOKEN,
        body: {
          transactions: [
            {
              sourceId,
              kind: 'plan_deduction',
              coreCustomerId,
              occurredAt: '2026-11-01T10:00:00+08:00',
              productCode: 'F',
              planId: 'PL',
              amountFen: 500,
            },
          ],
        },
      });
    const stateOf = async (memberNo: number) => {
      const [due] = await world.rows('SELECT wanted_seq AS wanted FROM member_due WHERE member_no = ?', [
        memberNo,
      ]);
      const seq = (await world.identity.seqOf([memberNo])).get(memberNo) ?? 0;
      const counted = (await transactions.listPurchases([memberNo], seq)).get(memberNo)?.length;
      return { isDue: due.wanted === seq, seq, counted };
    };

    it('C-02 meet: a fact that comes while the link is being made waits for it, and ticks the member it finds', async () => {
      const member = await newMember('first');
      await tell('F-0', 'FIRST');
      let isTold = false;
      let telling: Promise<unknown> = Promise.resolve();
      await world.database.runInTransaction(async (tx) => {
        await world.identity.linkCoreCustomer(tx, 'system', member, 'FIRST', 'counter');
        outside.runInAsyncScope(() => {
          telling = tell('F-1', 'FIRST').then(() => (isTold = true));
        });
        await pause(150);
        expect(isTold).toBe(false);
      });
      const linked = (await world.identity.seqOf([member.memberNo])).get(member.memberNo) ?? 0;
      await telling;
      expect(await stateOf(member.memberNo)).toEqual({ isDue: true, seq: linked + 1, counted: 2 });
      const known = await transactions.listPurchases([member.memberNo], linked);
      expect(known.get(member.memberNo)?.map(({ factId }) => factId)).toEqual(['F-0']);
    });

    it('C-02 meet by the hundred: nothing is lost, whoever comes first', async () => {
      const members = [];
      for (let at = 0; at < 12; at += 1) members.push(await newMember(`many-${at}`));
      await Promise.all(
        members.flatMap((member, at) => [
          tell(`${at}-1`, `MANY-${at}`),
          world.database.runInTransaction((tx) =>
            world.identity.linkCoreCustomer(tx, 'system', member, `MANY-${at}`, 'counter'),
          ),
          tell(`${at}-2`, `MANY-${at}`),
          tell(`${at}-2`, `MANY-${at}`),
          tell(`${at}-3`, `MANY-${(at + 1) % 12}`),
        ]),
      );
      for (const { memberNo } of members) {
        const state = await stateOf(memberNo);
        expect(state).toMatchObject({ isDue: true, counted: 3 });
        const rows = await world.rows('SELECT seq FROM transaction_facts WHERE member_no = ?', [memberNo]);
        // One tick for each consent given with the registration is in the clock before the link.
        for (const { seq } of rows) expect(seq).toBeLessThanOrEqual(state.seq);
      }
      const verdicts = await Promise.all(Array.from({ length: 8 }, () => tell('SAME', `MANY-${3}`)));
      expect(verdicts.map(({ body }) => body.verdicts[0].verdict).sort()).toEqual([
        ...Array.from({ length: 7 }, () => 'duplicate'),
        'recorded',
      ]);
    });

    it('C-02 one id told of two customers at the same moment is one fact, and the other telling is refused', async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, at) => tell('TWICE', at % 2 === 0 ? 'ONE' : 'OTHER')),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      const verdicts = answers.map(({ body }) => body.verdicts[0].verdict).sort();
      expect(verdicts.filter((verdict) => verdict === 'recorded')).toHaveLength(1);
      expect(verdicts.filter((verdict) => verdict === 'refused')).toHaveLength(5);
    });
  });
});
