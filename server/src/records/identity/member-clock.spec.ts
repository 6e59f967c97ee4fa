import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';

describe('member clock, due row, book and links', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    const register = (externalId: string) =>
      world.database.runInTransaction((tx) =>
        world.identity.registerOrFind(tx, { kind: 'wechat_openid', issuer: 'spec', externalId }),
      );
    beforeAll(async () => {
      world = await openRecords(engine);
    }, 60_000);
    afterAll(() => world.close());

    it('A-06 ticks once per transaction though forty write at once, and none of a rolled-back one', async () => {
      const { memberNo } = await register('ticks');
      await Promise.all(
        Array.from({ length: 40 }, () =>
          world.database.runInTransaction((tx) => world.identity.advanceClock(tx, memberNo)),
        ),
      );
      await expect(
        world.database.runInTransaction(async (tx) => {
          await world.identity.advanceClock(tx, memberNo);
          throw new Error('undone');
        }),
      ).rejects.toThrow('undone');
      expect((await world.identity.seqOf([memberNo])).get(memberNo)).toBe(40);
    });

    it('A-06 keeps a member due until the last fact is followed, and again when the day comes', async () => {
      const { memberNo } = await register('due');
      const isDue = async () => (await world.identity.claimDue(100)).find((due) => due.memberNo === memberNo);
      const isDueBy = async (asOf: number) => (await world.identity.listDueBy(asOf, 100)).includes(memberNo);
      expect(await isDue()).toBeUndefined();
      await world.database.runInTransaction((tx) => world.identity.advanceClock(tx, memberNo));
      await world.database.runInTransaction((tx) => world.identity.advanceClock(tx, memberNo));
      expect(await isDue()).toEqual({ memberNo, wantedSeq: 2 });
      const complete = (seq: number, dueOn: number | null) =>
        world.database.runInTransaction((tx) => world.identity.completeDue(tx, [{ memberNo, seq, dueOn }]));
      await complete(1, null);
      expect(await isDue()).toEqual({ memberNo, wantedSeq: 2 });
      await complete(2, 20_786);
      expect(await isDue()).toBeUndefined();
      expect([await isDueBy(20_785), await isDueBy(20_786)]).toEqual([false, true]);
      // What an older computation says comes too late.
      await complete(1, null);
      expect(await isDueBy(20_786)).toBe(true);
      expect(await isDue()).toBeUndefined();
    });

    it('A-06 keeps one adviser at a time and the former ones on record', async () => {
      const { memberNo } = await register('book');
      const [one, two] = ['019ab000-0000-7000-8000-0000000000b1', '019ab000-0000-7000-8000-0000000000b2'];
      for (const staffId of [one, one, two])
        await world.database.runInTransaction((tx) => world.identity.bindAdviser(tx, memberNo, staffId));
      expect((await world.identity.advisersOf([memberNo])).get(memberNo)).toBe(two);
      const rows = await world.rows(
        'SELECT staff_id, unbound_at FROM member_advisers WHERE member_no = ? ORDER BY bound_at',
        [memberNo],
      );
      expect(rows.map((row) => [row.staff_id, row.unbound_at === null])).toEqual([
        [one, false],
        [two, true],
      ]);
    });

    it('A-06 merges and unmerges two registrations without rewriting a fact', async () => {
      const [kept, double] = [await register('kept'), await register('double')];
      const merge = (from: number, into: number) =>
        world.database.runInTransaction((tx) => world.identity.mergeMembers(tx, from, into));
      await merge(double.memberNo, kept.memberNo);
      expect(await world.identity.numbersOf(kept.memberNo)).toEqual([kept.memberNo, double.memberNo]);
      expect((await register('double')).memberNo).toBe(kept.memberNo);
      await expect(merge(kept.memberNo, double.memberNo)).rejects.toThrow('identity.already_merged');
      await world.database.runInTransaction((tx) => world.identity.unmergeMembers(tx, double.memberNo));
      expect(await world.identity.numbersOf(kept.memberNo)).toEqual([kept.memberNo]);
      expect((await register('double')).memberNo).toBe(double.memberNo);
    });
  });
});
