import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisation } from '../../foundation/organisation/index.ts';
import { openSegmentFirm, type SegmentFirm } from '../../insight/segments/testing/segment-firm.ts';
import type { Principal, Scope } from '../../platform/http/index.ts';
import { Engagement } from '../../records/engagement/index.ts';
import type { MemberRecord } from '../../records/identity/index.ts';
import { Transactions } from '../../records/transactions/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { MemberPages } from './member-pages.service.ts';
import { Panorama } from './member-panorama.service.ts';

const WAN = 1_000_000;
const DAY = 86_400_000;

describeOnEngines((engine) => {
  describe('the 360 view of a member', () => {
    let firm: SegmentFirm;
    let panorama: Panorama;
    let pages: MemberPages;
    let adviserId: string;
    beforeAll(async () => {
      firm = await openSegmentFirm(engine);
      panorama = firm.app.get(Panorama);
      pages = firm.app.get(MemberPages);
      adviserId = await firm.database.runInTransaction((tx) =>
        firm.app.get(Organisation).createStaff(tx, {
          loginName: 'panorama-adviser',
          name: '何顾问',
          password: 'panorama-2026-long',
          roles: ['adviser'],
          scopeKind: 'book',
          branchId: null,
        }),
      );
    }, 60_000);
    afterAll(() => firm.close());

    const staff = (role: Principal['roles'][number], scope: Scope = { kind: 'firm' }): Principal => ({
      audience: 'staff',
      id: adviserId,
      memberNo: null,
      roles: [role],
      scope,
      sessionId: null,
    });
    interface Told {
      readonly sourceId: string;
      readonly kind: 'purchase' | 'refund';
      readonly at: number;
      readonly amountFen: number;
      readonly refSourceId?: string;
    }
    const tell = ({ memberNo }: MemberRecord, facts: readonly Told[]) =>
      firm.database.runInTransaction((tx) =>
        firm.app.get(Transactions).recordFacts(
          tx,
          facts.map(({ at, refSourceId = null, ...fact }) => ({
            ...fact,
            refSourceId,
            coreCustomerId: `core-${memberNo}`,
            occurredAt: at,
            productCode: 'FUND',
            targetProductCode: null,
            planId: null,
            benefitSource: null,
            currency: 'CNY',
            midRate: null,
          })),
          firm.clock.now(),
        ),
      );
    const noted = async (action: string, { memberId }: MemberRecord): Promise<number> => {
      const rows: readonly object[] = await firm.database.read.query(
        'SELECT row_id FROM audit_rows WHERE action = ? AND subject_id = ?',
        [action, memberId],
      );
      return rows.length;
    };

    it('D-04 the 360 view pages through the facts as told, each with source and times, and shows what corrects what', async () => {
      const member = await firm.join();
      const now = firm.clock.now();
      await tell(member, [
        { sourceId: 'x-1', kind: 'purchase', at: now - 3 * DAY, amountFen: 12 * WAN },
        { sourceId: 'x-2', kind: 'purchase', at: now - 2 * DAY, amountFen: WAN },
        { sourceId: 'x-3', kind: 'refund', at: now - DAY, amountFen: 2 * WAN, refSourceId: 'x-1' },
      ]);
      const first = await pages.listFacts(staff('operator'), member.memberId, { limit: 2 });
      expect([first.total, first.withheld]).toEqual([3, null]);
      expect(first.rows.map(({ sourceId, refSourceId }) => [sourceId, refSourceId])).toEqual([
        ['x-3', 'x-1'],
        ['x-2', null],
      ]);
      const rest = await pages.listFacts(staff('operator'), member.memberId, {
        cursor: first.nextCursor ?? '',
      });
      expect(rest.nextCursor).toBeNull();
      expect(rest.rows).toEqual([
        expect.objectContaining({
          sourceId: 'x-1',
          issuer: expect.stringMatching(/./),
          kind: 'purchase',
          amountFen: 12 * WAN,
          currency: 'CNY',
          occurredAt: new Date(now - 3 * DAY).toISOString(),
          recordedAt: new Date(now).toISOString(),
          channel: 'API',
          referredBy: [expect.objectContaining({ sourceId: 'x-3', kind: 'refund', amountFen: 2 * WAN })],
        }),
      ]);
      expect(await noted('workspace.list_member_facts', member)).toBe(2);
    });

    it('F-08 REQ-SEC-5 D-04 the 360 view tells consents, ties, engagement, learning, scores and the feed, and stands in the trail', async () => {
      const member = await firm.join();
      await firm.buy(member, 12 * WAN, 2);
      await firm.database.runInTransaction((tx) => firm.identity.bindAdviser(tx, member.memberNo, adviserId));
      await firm.database.runInTransaction(async (tx) => {
        await firm.identity.lockMembers(tx, [member.memberNo]);
        const occurredAt = firm.clock.now();
        await firm.app.get(Engagement).append(tx, member.memberNo, [{ type: 'checked_in', occurredAt }]);
      });
      await firm.drain();
      await firm.buy(member, 60 * WAN, 1);
      await firm.drain();
      const own = staff('adviser', { kind: 'book', staffId: adviserId });
      const view = await panorama.getPanorama(own, member.memberId);
      expect(view).toMatchObject({
        memberId: member.memberId,
        restriction: null,
        withheld: { events: null },
      });
      expect(
        view.consents.map(({ purpose, isGranted, isTextCurrent }) => [purpose, isGranted, isTextCurrent]),
      ).toEqual(
        expect.arrayContaining([
          ['SERVICE', true, true],
          ['SENSITIVE', true, true],
        ]),
      );
      expect(view.identities.map(({ kind }) => kind).sort()).toEqual(['core_customer', 'wechat_openid']);
      expect(JSON.stringify(view)).not.toContain(`core-${member.memberNo}`);
      expect(view.advisers).toEqual([expect.objectContaining({ name: '何顾问', unboundAt: null })]);
      expect(view.engagement).toContainEqual(expect.objectContaining({ type: 'checked_in', count: 1 }));
      expect(view.scores.length).toBeGreaterThan(1);
      expect(view.scores[0]).toMatchObject({ toAsOf: null, amountBand: 5 });
      expect(view.scores[1]).toMatchObject({ amountBand: 4 });
      expect(view.stages[0]).toMatchObject({ toAsOf: null });
      expect(view.feed).toMatchObject({ isPersonalised: true, cards: [] });
      expect(await noted('workspace.view_panorama', member)).toBe(1);

      const events = await pages.listEvents(own, member.memberId, { limit: 1 });
      expect(events.rows).toHaveLength(1);
      const seen = [...events.rows];
      for (let { nextCursor } = events; nextCursor !== null;) {
        const page = await pages.listEvents(own, member.memberId, { limit: 2, cursor: nextCursor });
        seen.push(...page.rows);
        nextCursor = page.nextCursor;
      }
      expect(seen.map(({ type }) => type)).toEqual(expect.arrayContaining(['checked_in', 'adviser_bound']));
      expect(new Set(seen.map(({ eventId }) => eventId)).size).toBe(seen.length);
    });

    it('D-04 the 360 view withholds what a member no longer allows, from all but compliance, who accounts for it', async () => {
      const member = await firm.join();
      const unlinked = await firm.join(undefined, ['SERVICE']);
      await firm.buy(member, 12 * WAN, 2);
      await firm.drain();
      for (const purpose of ['SENSITIVE', 'PROFILING'] as const) await firm.decide(member, purpose, false);
      await firm.drain();
      const facts = (role: Principal['roles'][number], { memberId } = member) =>
        pages.listFacts(staff(role), memberId, {});
      expect(await facts('operator')).toMatchObject({ withheld: 'NOT_PERMITTED', rows: [], total: 0 });
      expect((await facts('compliance')).rows).toHaveLength(1);
      expect(await facts('compliance', unlinked)).toMatchObject({ withheld: 'NOT_LINKED' });
      const scores = async (role: Principal['roles'][number]) => {
        const view = await panorama.getPanorama(staff(role), member.memberId);
        return [view.withheld.scores, view.scores.length];
      };
      expect(await scores('operator')).toEqual(['NOT_PERMITTED', 0]);
      expect(await scores('compliance')).toEqual([null, 1]);
      await firm.decide(member, 'SERVICE', false);
      expect(await panorama.getPanorama(staff('operator'), member.memberId)).toMatchObject({
        withheld: { events: 'NOT_PERMITTED' },
        engagement: [],
        feed: null,
      });
      expect(await pages.listEvents(staff('operator'), member.memberId, {})).toMatchObject({
        withheld: 'NOT_PERMITTED',
        rows: [],
      });
    });

    it('D-04 the 360 view of a member outside the scope is that of one who does not exist, and of a merged one the person', async () => {
      const [kept, other] = [await firm.join(undefined, ['SERVICE']), await firm.join()];
      await firm.buy(other, 12 * WAN, 2);
      const stranger = staff('adviser', { kind: 'book', staffId: adviserId });
      for (const read of [
        () => panorama.getPanorama(stranger, kept.memberId),
        () => pages.listFacts(stranger, kept.memberId, {}),
        () => pages.listEvents(stranger, kept.memberId, {}),
      ])
        await expect(read()).rejects.toThrow('workspace.member_not_found');
      await firm.database.runInTransaction((tx) =>
        firm.identity.mergeMembers(tx, other.memberNo, kept.memberNo),
      );
      const view = await panorama.getPanorama(staff('operator'), other.memberId);
      expect(view.memberId).toBe(kept.memberId);
      expect(view.merged).toEqual([expect.objectContaining({ memberId: other.memberId, validTo: null })]);
      expect((await pages.listFacts(staff('operator'), kept.memberId, {})).rows).toHaveLength(1);
    });
  });
});
