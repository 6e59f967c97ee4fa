import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisation } from '../../foundation/organisation/index.ts';
import { openSegmentFirm, type SegmentFirm } from '../../insight/segments/testing/segment-firm.ts';
import type { Principal, Scope } from '../../platform/http/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { Workspace } from './workspace.service.ts';

const WAN = 1_000_000;

describeOnEngines((engine) => {
  describe('members that were merged, at the desk', () => {
    let firm: SegmentFirm;
    let workspace: Workspace;
    beforeAll(async () => {
      firm = await openSegmentFirm(engine);
      workspace = firm.app.get(Workspace);
    }, 60_000);
    afterAll(() => firm.close());
    const staff = (scope: Scope, id = '01900000-0000-7000-8000-00000000000a'): Principal => ({
      audience: 'staff',
      id,
      memberNo: null,
      roles: ['branchHead'],
      scope,
      sessionId: null,
    });
    const idsFor = async (scope: Scope) =>
      (await workspace.listMembers(staff(scope), { sort: 'registered' })).rows.map(
        ({ memberId }) => memberId,
      );

    it('C-03 a person stands in the list once, with everything of both registrations, for everybody who serves either', async () => {
      const organisation = firm.app.get(Organisation);
      const [east, west, adviserId] = await firm.database.runInTransaction(async (tx) => [
        await organisation.createBranch(tx, { path: '/e/', name: '东' }),
        await organisation.createBranch(tx, { path: '/w/', name: '西' }),
        await organisation.createStaff(tx, {
          loginName: 'merged-adviser',
          name: '顾问',
          password: 'merged-members-2026',
          roles: ['adviser'],
          scopeKind: 'book',
          branchId: null,
        }),
      ]);
      const kept = await firm.join(east, ['SERVICE', 'PROFILING']);
      await firm.decide(kept, 'SENSITIVE', true);
      const other = await firm.join(west);
      await firm.buy(other, 12 * WAN, 2);
      await firm.database.runInTransaction((tx) =>
        firm.identity.bindAdviser(tx, other.memberNo, adviserId ?? ''),
      );
      await firm.drain();
      const scopes: Scope[] = [
        { kind: 'firm' },
        { kind: 'branch', branchPath: '/e/' },
        { kind: 'branch', branchPath: '/w/' },
        { kind: 'book', staffId: adviserId ?? '' },
      ];
      const seen = () => Promise.all(scopes.map(idsFor));
      const before = await seen();
      expect(before).toEqual([
        expect.arrayContaining([kept.memberId, other.memberId]),
        [kept.memberId],
        [other.memberId],
        [other.memberId],
      ]);
      await firm.database.runInTransaction((tx) =>
        firm.identity.mergeMembers(tx, other.memberNo, kept.memberNo),
      );
      await firm.drain();
      expect(await seen()).toEqual(scopes.map(() => [kept.memberId]));
      // Either id opens the person.
      for (const memberId of [kept.memberId, other.memberId]) {
        expect(await workspace.getMember(staff({ kind: 'firm' }), memberId)).toMatchObject({
          memberId: kept.memberId,
          isAccountLinked: true,
          adviserName: '顾问',
          score: { group: 'KEY_DEVELOP', purchases: 1 },
        });
      }
      await firm.database.runInTransaction((tx) => firm.identity.unmergeMembers(tx, other.memberNo));
      await firm.drain();
      expect(await seen()).toEqual(before);
      expect(await workspace.getMember(staff({ kind: 'firm' }), kept.memberId)).toMatchObject({
        isAccountLinked: false,
        adviserName: null,
        score: null,
      });
    });

    it('C-07 the list shows the members of a segment, and no one who has left it', async () => {
      const [large, small] = [await firm.join(), await firm.join()];
      await firm.buy(large, 12 * WAN, 2);
      await firm.buy(small, WAN, 2);
      await firm.drain();
      const inSegment = async (segment: string) =>
        (
          await workspace.listMembers(staff({ kind: 'firm' }), {
            sort: 'registered',
            segment: segment,
          })
        ).rows.map(({ memberId }) => memberId);
      expect(await inSegment('amount.4')).toContain(large.memberId);
      expect(await inSegment('amount.4')).not.toContain(small.memberId);
      await firm.decide(large, 'PROFILING', false);
      await firm.drain();
      expect(await inSegment('amount.4')).not.toContain(large.memberId);
    });
  });
});
