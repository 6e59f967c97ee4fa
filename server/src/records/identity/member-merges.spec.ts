import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';

describe('registrations that are one person', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    const register = async (externalId: string) =>
      (
        await world.database.runInTransaction((tx) =>
          world.identity.registerOrFind(tx, { kind: 'wechat_openid', issuer: 'merge', externalId }),
        )
      ).memberNo;
    const tick = (memberNo: number) =>
      world.database.runInTransaction((tx) => world.identity.advanceClock(tx, memberNo));
    const merge = (memberNo: number, into: number) =>
      world.database.runInTransaction((tx) => world.identity.mergeMembers(tx, memberNo, into));
    const unmerge = (memberNo: number) =>
      world.database.runInTransaction((tx) => world.identity.unmergeMembers(tx, memberNo));
    const seqsOf = async (...memberNos: number[]) => {
      const seqs = await world.identity.seqOf(memberNos);
      return memberNos.map((memberNo) => seqs.get(memberNo));
    };
    beforeAll(async () => {
      world = await openRecords(engine);
    }, 60_000);
    afterAll(() => world.close());

    it('C-03 tick together while they are merged, so that one seq bounds the facts of both for a replay', async () => {
      const [kept, other] = [await register('a-kept'), await register('a-other')];
      for (const memberNo of [kept, kept, kept, other]) await tick(memberNo);
      await merge(other, kept);
      expect(await seqsOf(kept, other)).toEqual([4, 4]);
      await tick(other);
      await tick(kept);
      expect(await seqsOf(kept, other)).toEqual([6, 6]);
      const due = await world.identity.claimDue(1000);
      expect(due.filter(({ memberNo }) => memberNo === kept || memberNo === other)).toEqual([
        { memberNo: kept, wantedSeq: 6 },
        { memberNo: other, wantedSeq: 6 },
      ]);
      await unmerge(other);
      await tick(other);
      expect(await seqsOf(kept, other)).toEqual([7, 8]);
      const at = (seq: number) => world.identity.numbersAt(kept, seq);
      expect([await at(3), await at(4), await at(6), await at(7)]).toEqual([
        [kept],
        [kept, other],
        [kept, other],
        [kept],
      ]);
    });

    it('C-03 are read as one person from either number, and as two again afterwards', async () => {
      const [kept, one, two, alone] = [
        await register('b-kept'),
        await register('b-one'),
        await register('b-two'),
        await register('b-alone'),
      ];
      await merge(one, kept);
      await merge(two, kept);
      const person = { memberNo: kept, numbers: [kept, one, two] };
      expect(await world.identity.personsOf([kept, one, two, alone])).toEqual(
        new Map([
          [kept, person],
          [one, person],
          [two, person],
          [alone, { memberNo: alone, numbers: [alone] }],
        ]),
      );
      expect(await world.identity.resolveMember(one)).toBe(kept);
      await unmerge(one);
      expect(await world.identity.numbersOf(kept)).toEqual([kept, two]);
      expect(await world.identity.resolveMember(one)).toBe(one);
    });

    it('C-03 never form a chain, a ring or two answers, however many merge at once', async () => {
      const [a, b, c] = [await register('c-a'), await register('c-b'), await register('c-c')];
      await merge(a, b);
      for (const [from, into] of [
        [b, c],
        [c, a],
        [a, c],
        [b, a],
        [c, c],
      ] as const)
        await expect(merge(from, into)).rejects.toThrow('identity.already_merged');
      await unmerge(a);
      const outcomes = await Promise.allSettled([merge(a, b), merge(b, c), merge(c, a), merge(a, c)]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const open = await world.rows(
        'SELECT member_no FROM member_links WHERE valid_to IS NULL AND member_no IN (?, ?, ?)',
        [a, b, c],
      );
      expect(open).toHaveLength(1);
    });
  });
});
