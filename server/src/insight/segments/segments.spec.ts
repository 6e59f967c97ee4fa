import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SegmentMembersQuery } from '@siyu/shared/contracts/segments';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { Configuration } from '../../foundation/configuration/index.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { ReviewList, Reviews } from '../../foundation/reviews/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import type { Principal, Scope } from '../../platform/http/index.ts';
import type { MemberRecord } from '../../records/identity/index.ts';
import { openStaff } from '../../testing/callers.ts';
import { describeOnEngines, TEST_NOW } from '../../testing/index.ts';
import { Scoring } from '../scoring/index.ts';
import { SegmentHistories } from './segment-history.ts';
import { SegmentLists } from './segment-lists.ts';
import { SegmentMembership } from './segment-membership.entity.ts';
import { all, drawSegments, is } from './testing/defined-segments.ts';
import { openSegmentFirm, type SegmentFirm } from './testing/segment-firm.ts';
import { TIER_RUN_JOB } from './tier-run.ts';

const DAY = 86_400_000;
const WAN = 1_000_000;
const TODAY = dayOfInstant(TEST_NOW);
const FIRM: Scope = { kind: 'firm' };
const staff = (id: string): Principal => ({
  audience: 'staff',
  id,
  memberNo: null,
  roles: ['operator'],
  scope: FIRM,
  sessionId: null,
});

describeOnEngines((engine) => {
  let firm: SegmentFirm;
  const countsOf = async (scope: Scope = FIRM, asOf?: string) => {
    const { rows } = await firm.app
      .get(SegmentLists)
      .listSegments(scope, { ...(asOf && { asOf }), days: 30 });
    return Object.fromEntries(
      rows
        .filter(({ members, entered, left }) => members + entered + left > 0)
        .map(({ key, members, entered, left }) => [key, [members, entered, left]]),
    );
  };
  const membersOf = async (key: string, query: Partial<SegmentMembersQuery> = {}, scope: Scope = FIRM) =>
    firm.app.get(SegmentLists).listMembers(scope, key, { limit: 50, days: 30, ...query });
  const staysOf = ({ memberNo }: MemberRecord, like = '%') =>
    firm.database.read
      .createQueryBuilder(SegmentMembership, 'stay')
      .where('stay.memberNo = :memberNo AND stay.segmentKey LIKE :like', { memberNo, like })
      .orderBy('stay.fromAsOf')
      .addOrderBy('stay.fromSeq')
      .addOrderBy('stay.segmentKey')
      .getMany();

  describe('built-in segments', () => {
    beforeAll(async () => {
      firm = await openSegmentFirm(engine);
    }, 60_000);
    afterAll(() => firm.close());

    it('C-07 a member is in one segment of each kind; the counts agree with the facts', async () => {
      const [large, small, none] = [await firm.join(), await firm.join(), await firm.join()];
      await firm.buy(large, 12 * WAN, 3);
      await firm.buy(small, WAN / 2, 3);
      await firm.drain();
      const keysOf = async (member: MemberRecord) => (await staysOf(member)).map((stay) => stay.segmentKey);
      expect(await keysOf(large)).toEqual([
        'amount.4',
        'benefit.1',
        'frequency.1',
        'group.KEY_DEVELOP',
        'stage.STRANGER',
        'tier.MASS',
      ]);
      expect(await keysOf(small)).toContain('group.POTENTIAL');
      expect(await keysOf(none)).toContain('group.LONG_TAIL');
      const facts: { key: string; total: number | string }[] = await firm.database.read.query(
        `SELECT group_code AS 'key', COUNT(*) AS total FROM member_facts WHERE group_code IS NOT NULL GROUP BY group_code`,
      );
      const counts = await countsOf();
      for (const { key, total } of facts) expect(counts[`group.${key}`]?.[0]).toBe(Number(total));
      expect(counts).toMatchObject({
        'group.KEY_DEVELOP': [1, 1, 0],
        'group.POTENTIAL': [1, 1, 0],
        'group.LONG_TAIL': [1, 1, 0],
        'stage.STRANGER': [3, 3, 0],
      });
    });

    it('C-07 keeps who came and went, with the day boundary and clock of each, for facts and for the calendar', async () => {
      const member = await firm.join();
      await firm.buy(member, WAN, 0);
      await firm.drain();
      firm.clock.set(TEST_NOW + 90 * DAY);
      await firm.app.get(Scoring).scoreMembers([member.memberNo], 'NIGHTLY');
      await firm.buy(member, 20 * WAN, 0);
      await firm.drain();
      const moves = (await staysOf(member, 'group.%')).map((stay) => {
        const { segmentKey, fromAsOf, fromSeq, toAsOf, toSeq } = stay;
        return [segmentKey, fromAsOf - TODAY, fromSeq, toAsOf === null ? null : toAsOf - TODAY, toSeq];
      });
      const seq = (await firm.identity.seqOf([member.memberNo])).get(member.memberNo) ?? 0;
      expect(moves).toEqual([
        ['group.POTENTIAL', 1, seq - 1, 91, seq - 1],
        ['group.LONG_TAIL', 91, seq - 1, 91, seq],
        ['group.KEY_DEVELOP', 91, seq, null, null],
      ]);
      // What did not change was not written again.
      expect(await staysOf(member, 'stage.%')).toHaveLength(1);

      const ids = async (key: string, query: Partial<SegmentMembersQuery>) =>
        (await membersOf(key, query)).rows.filter(({ memberId }) => memberId === member.memberId);
      expect(await ids('group.POTENTIAL', { which: 'left' })).toMatchObject([
        { enteredOn: formatDay(TODAY), leftOn: formatDay(addDays(TODAY, 90)) },
      ]);
      expect(await ids('group.KEY_DEVELOP', { which: 'entered' })).toMatchObject([{ leftOn: null }]);
      expect(await ids('group.POTENTIAL', {})).toEqual([]);
      // As of an earlier day the member is where it was.
      const then = { asOf: formatDay(addDays(TODAY, 30)) };
      expect(await ids('group.POTENTIAL', then)).toMatchObject([{ leftOn: null }]);
      expect(await ids('group.KEY_DEVELOP', then)).toEqual([]);
      firm.clock.set(TEST_NOW);
    });

    it('F-02 day by day tells who came and went, and was on each day as many as the counts of that day say', async () => {
      firm.clock.set(TEST_NOW + 90 * DAY);
      const end = addDays(TODAY, 91);
      const [then, now] = [
        await countsOf(FIRM, formatDay(addDays(TODAY, 1))),
        await countsOf(FIRM, formatDay(end)),
      ];
      const keys = ['group.POTENTIAL', 'group.KEY_DEVELOP', 'stage.STRANGER'];
      for (const key of keys) {
        const query = { asOf: formatDay(end), days: 100 };
        const { days } = await firm.app.get(SegmentHistories).getHistory(FIRM, key, query);
        const today = days.find(({ day }) => day === formatDay(TODAY));
        expect(days.map(({ day }) => day)).toEqual(
          Array.from({ length: 100 }, (_, at) => formatDay(addDays(end, at - 100))),
        );
        expect(days[0]).toMatchObject({ members: 0, entered: 0, left: 0 });
        expect([today?.members, today?.entered]).toEqual([then[key]?.[0] ?? 0, then[key]?.[1] ?? 0]);
        const last = days.slice(-30);
        const sum = (name: 'entered' | 'left') => last.reduce((total, each) => total + each[name], 0);
        expect([key, last.at(-1)?.members, sum('entered'), sum('left')]).toEqual([key, ...(now[key] ?? [])]);
      }
      expect(now['group.POTENTIAL']?.[2]).toBeGreaterThan(0);
      firm.clock.set(TEST_NOW);
    });

    it('C-07 gives the members of a segment page by page, each once, and only those in the scope', async () => {
      const organisation = firm.app.get(Organisation);
      const east = await firm.database.runInTransaction((tx) =>
        organisation.createBranch(tx, { path: '/east/', name: '东部' }),
      );
      const joined: string[] = [];
      for (let index = 0; index < 7; index += 1) joined.push((await firm.join(east)).memberId);
      await firm.drain();
      const scope: Scope = { kind: 'branch', branchPath: '/east/' };
      expect((await countsOf(scope))['stage.STRANGER']).toEqual([7, 7, 0]);
      expect((await countsOf({ kind: 'book', staffId: joined[0] ?? '' }))['stage.STRANGER']).toBeUndefined();
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await membersOf('stage.STRANGER', { limit: 3, ...(cursor && { cursor }) }, scope);
        expect(page.total).toBe(7);
        seen.push(...page.rows.map(({ memberId }) => memberId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(joined);
    });

    it('C-07 a merged registration leaves its segments, the person is in theirs, and back', async () => {
      const [kept, other] = [await firm.join(undefined, ['SERVICE', 'PROFILING']), await firm.join()];
      await firm.decide(kept, 'SENSITIVE', true);
      await firm.buy(other, 30 * WAN, 2);
      await firm.drain();
      const open = async (member: MemberRecord) =>
        (await staysOf(member)).filter(({ toAsOf }) => toAsOf === null).map(({ segmentKey }) => segmentKey);
      expect(await open(kept)).toEqual(['stage.STRANGER']);
      expect(await open(other)).toContain('group.KEY_DEVELOP');
      await firm.database.runInTransaction((tx) =>
        firm.identity.mergeMembers(tx, other.memberNo, kept.memberNo),
      );
      await firm.drain();
      expect(await open(other)).toEqual([]);
      expect(await open(kept)).toContain('group.KEY_DEVELOP');
      await firm.database.runInTransaction((tx) => firm.identity.unmergeMembers(tx, other.memberNo));
      await firm.drain();
      expect(await open(other)).toContain('group.KEY_DEVELOP');
      expect(await open(kept)).toEqual(['stage.STRANGER']);
    });
  });

  describe('tiers', () => {
    beforeAll(async () => {
      firm = await openSegmentFirm(engine, { RUNS_JOBS: 'true' });
    }, 60_000);
    afterAll(() => firm.close());
    const settled = async () => {
      for (let turn = 0; turn < 200; turn += 1) {
        if ((await firm.identity.claimDue(1)).length === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error('members are still due');
    };
    const tierOf = async (member: MemberRecord) =>
      (await staysOf(member, 'tier.%')).map(({ segmentKey, toAsOf, configVersion }) => [
        segmentKey,
        toAsOf === null,
        configVersion,
      ]);

    it('C-07 a tier begins at its cut; without an account that may be looked at there is none', async () => {
      const members = [];
      for (const amount of [50 * WAN - 1, 50 * WAN, 600 * WAN - 1, 600 * WAN]) {
        const member = await firm.join();
        await firm.hold(member, amount);
        members.push(member);
      }
      const [unread, stranger] = [await firm.join(), await firm.join(undefined, ['SERVICE', 'PROFILING'])];
      await firm.hold(unread, 900 * WAN);
      await firm.decide(unread, 'SENSITIVE', false);
      await settled();
      const open = async (member: MemberRecord) =>
        (await tierOf(member)).filter(([, isOpen]) => isOpen).map(([key]) => key);
      expect((await Promise.all(members.map(open))).flat()).toEqual([
        'tier.MASS',
        'tier.AFFLUENT',
        'tier.AFFLUENT',
        'tier.HIGH_NET_WORTH',
      ]);
      expect([await open(unread), await open(stranger)]).toEqual([[], []]);
    });

    it('C-07 a tier follows what is held of all products, under every registration of the person', async () => {
      const other = await firm.join();
      await firm.hold(other, 30 * WAN, 'FUND-A');
      await firm.hold(other, 30 * WAN, 'FUND-B');
      await settled();
      expect((await tierOf(other)).at(-1)?.[0]).toBe('tier.AFFLUENT');
      await firm.hold(other, 0, 'FUND-B');
      await settled();
      expect((await tierOf(other)).filter(([, isOpen]) => isOpen)).toEqual([['tier.MASS', true, 1]]);
      const person = await firm.join(undefined, ['SERVICE', 'PROFILING']);
      await firm.decide(person, 'SENSITIVE', true);
      await firm.hold(other, 700 * WAN, 'FUND-B');
      await firm.database.runInTransaction((tx) =>
        firm.identity.mergeMembers(tx, other.memberNo, person.memberNo),
      );
      await settled();
      expect((await tierOf(person)).filter(([, isOpen]) => isOpen)).toEqual([
        ['tier.HIGH_NET_WORTH', true, 1],
      ]);
    });

    it('C-07 F-02 new cuts go through a second person, place everybody anew, by rule too, and leave the old stays on record', async () => {
      const desk = drawSegments(firm, await openStaff(firm, 'operator'));
      const mass = await desk.open('大众', all(is('tier', '=', 'MASS')));
      await desk.seek();
      const member = await firm.join();
      await firm.hold(member, 60 * WAN);
      await settled();
      const [author, decider] = [
        staff('01900000-0000-7000-8000-00000000000a'),
        staff('01900000-0000-7000-8000-00000000000b'),
      ];
      const propose = (affluentFromFen: number, highNetWorthFromFen: number) =>
        firm.database.runInTransaction((tx) =>
          firm.app.get(Configuration).propose(tx, {
            key: 'segments.tiers',
            json: { affluentFromFen, highNetWorthFromFen },
            validFrom: firm.clock.now(),
            author,
          }),
        );
      await expect(propose(600 * WAN, 50 * WAN)).rejects.toThrow('affluentFromFen');
      await propose(100 * WAN, 600 * WAN);
      const { rows } = await firm.app.get(ReviewList).listReviews({ limit: 1, state: 'OPEN' });
      await firm.database.runInTransaction(async (tx) => {
        for (const { reviewId, subjectSha256: sha256 } of rows)
          await firm.app
            .get(Reviews)
            .decide(tx, { reviewId, isApproved: true, comment: '', sha256, decider });
      });
      firm.app.get(Jobs).wake(TIER_RUN_JOB);
      const isPlaced = async () =>
        (await tierOf(member)).some(([, isOpen, version]) => isOpen && version === 2);
      for (let turn = 0; turn < 200 && !(await isPlaced()); turn += 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
      const stays = await tierOf(member);
      expect(stays).toContainEqual(['tier.AFFLUENT', false, 1]);
      expect(stays.filter(([, isOpen]) => isOpen)).toEqual([['tier.MASS', true, 2]]);
      const byRule = (await staysOf(member, mass.key)).map(({ toAsOf, configVersion }) => [
        toAsOf,
        configVersion,
      ]);
      expect(byRule.at(-1)).toEqual([null, 1]);
      const left = await membersOf('tier.AFFLUENT', { which: 'left' });
      expect(left.rows.map(({ memberId }) => memberId)).toContain(member.memberId);
      expect((await countsOf())['tier.AFFLUENT']?.[2]).toBe(left.total);
      expect((await firm.app.get(SegmentLists).listSegments(FIRM, { days: 30 })).tiers).toEqual({
        affluentFromFen: 100 * WAN,
        highNetWorthFromFen: 600 * WAN,
        version: 2,
      });
    });
  });
});
