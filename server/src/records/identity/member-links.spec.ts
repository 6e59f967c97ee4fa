import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { describeOnEngines } from '../../testing/index.ts';
import { openStaff } from '../../testing/callers.ts';
import type { Principal } from '../../platform/http/index.ts';
import { CORE_TOKEN, openRecords, type RecordsWorld } from '../testing/index.ts';
import { MemberLinkDesk } from './member-link-desk.service.ts';
import { MemberLinkLists } from './member-link-lists.service.ts';

const NOBODY = '01900000-0000-7000-8000-000000000001';

describe('joining and parting registrations at the console', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let cookies: Record<'service' | 'compliance' | 'operator' | 'adviser', string>;
    const get = (cookie: string, path: string) => world.call('GET', path, { cookie });
    const post = (cookie: string, path: string, body: object) => world.call('POST', path, { cookie, body });
    const merge = (memberId: string, intoMemberId: string, cookie = cookies.service) =>
      post(cookie, '/v1/console/member-links', { memberId, intoMemberId, reason: '同一人的两个微信号' });
    const separate = (memberId: string, cookie = cookies.service) =>
      post(cookie, '/v1/console/member-links/separations', { memberId, reason: '本人否认' });
    const openReview = async () =>
      (await get(cookies.compliance, '/v1/console/reviews?state=OPEN')).body.rows[0];
    const decide = async (isApproved: boolean, cookie = cookies.compliance) => {
      const { reviewId, subjectSha256 } = await openReview();
      return post(cookie, `/v1/console/reviews/${reviewId}/decision`, {
        isApproved,
        comment: '已核对身份证件',
        subjectSha256,
      });
    };
    const link = (memberId: string, coreCustomerId: string) =>
      world.call('POST', '/v1/core/customer-links', {
        token: CORE_TOKEN,
        body: { memberId, coreCustomerId, verifiedBy: 'counter' },
      });
    const me = async (token: string) => (await world.call('GET', '/v1/members/me', { token })).body;
    const eventsOf = async (memberNo: number) =>
      world.rows('SELECT event_id FROM engagement_events WHERE member_no = ? ORDER BY event_id', [memberNo]);
    const read = (token: string, eventId: string) =>
      world.call('POST', '/v1/events', {
        token,
        body: {
          events: [
            {
              eventId,
              type: 'content_viewed',
              occurredAt: new Date(world.clock.now()).toISOString(),
              contentId: NOBODY,
            },
          ],
        },
      });
    beforeAll(async () => {
      world = await openRecords(engine);
      const cookieOf = async (role: Role) => {
        world.clock.advance(1);
        return openStaff(world, role);
      };
      cookies = {
        service: await cookieOf('service'),
        compliance: await cookieOf('compliance'),
        operator: await cookieOf('operator'),
        adviser: await cookieOf('adviser'),
      };
    }, 60_000);
    afterAll(() => world.close());

    it('C-03 merges only when another one agrees, and unmerging restores both histories', async () => {
      const kept = await world.signIn('desk-kept', ['SERVICE', 'SENSITIVE']);
      const double = await world.signIn('desk-double', ['SERVICE', 'SENSITIVE']);
      const keptNo = await world.memberNoOf(kept.member.memberId);
      const doubleNo = await world.memberNoOf(double.member.memberId);
      await link(double.member.memberId, 'C-desk-1');
      await read(kept.token, '019ab000-0000-7000-8000-00000000d001');
      await read(double.token, '019ab000-0000-7000-8000-00000000d002');
      const before = [await eventsOf(keptNo), await eventsOf(doubleNo)];

      const asked = await merge(double.member.memberId, kept.member.memberId);
      expect(asked).toMatchObject({
        status: 201,
        body: { kind: 'MERGE', state: 'IN_REVIEW', member: { memberId: double.member.memberId } },
      });
      expect((await merge(double.member.memberId, kept.member.memberId)).body.code).toBe(
        'reviews.already_open',
      );
      expect(await world.identity.resolveMember(doubleNo)).toBe(doubleNo);
      // What the reviewer sees is what the review is bound to.
      const review = await openReview();
      const path = `/v1/console/member-links/${review.subjectId}/versions/${review.subjectVersion}`;
      expect((await get(cookies.compliance, path)).body).toMatchObject({
        reason: '同一人的两个微信号',
        sha256: review.subjectSha256,
      });
      expect((await get(cookies.compliance, `${path}9`)).status).toBe(404);
      // Whoever asked may not decide, nor may another role.
      expect((await decide(true, cookies.service)).status).toBe(403);
      expect((await decide(true)).status).toBe(200);

      expect(await world.identity.numbersOf(keptNo)).toEqual([keptNo, doubleNo]);
      // The phone that was signed in as the double acts as the person now, and so does the next sign-in.
      expect(await me(double.token)).toMatchObject({ memberId: kept.member.memberId, isAccountLinked: true });
      expect((await world.signIn('desk-double', [])).member.memberId).toBe(kept.member.memberId);
      expect([await eventsOf(keptNo), await eventsOf(doubleNo)]).toEqual(before);

      await separate(double.member.memberId);
      expect((await decide(true)).status).toBe(200);
      expect([await eventsOf(keptNo), await eventsOf(doubleNo)]).toEqual(before);
      expect(await me(double.token)).toMatchObject({
        memberId: double.member.memberId,
        isAccountLinked: true,
      });
      expect(await me(kept.token)).toMatchObject({ memberId: kept.member.memberId, isAccountLinked: false });
      const audited = await world.rows(
        "SELECT action FROM audit_rows WHERE action LIKE 'identity.members_%' ORDER BY recorded_at, action",
      );
      expect(audited.map(({ action }) => action)).toEqual([
        'identity.members_merged',
        'identity.members_separated',
      ]);
      const { rows } = (await get(cookies.compliance, '/v1/console/member-links')).body;
      expect(rows.map((row: { kind: string; state: string }) => [row.kind, row.state])).toEqual([
        ['SEPARATE', 'APPLIED'],
        ['MERGE', 'APPLIED'],
      ]);
    });

    it('C-03 a refusal leaves both as they are, and one that became impossible cannot be approved', async () => {
      const [a, b, c] = [
        await world.signIn('desk-a'),
        await world.signIn('desk-b'),
        await world.signIn('desk-c'),
      ];
      await merge(a.member.memberId, b.member.memberId);
      expect((await decide(false)).body.state).toBe('REJECTED');
      const aNo = await world.memberNoOf(a.member.memberId);
      expect(await world.identity.resolveMember(aNo)).toBe(aNo);
      await merge(a.member.memberId, b.member.memberId);
      const cNo = await world.memberNoOf(c.member.memberId);
      await world.database.runInTransaction((tx) => world.identity.mergeMembers(tx, aNo, cNo));
      expect((await decide(true)).body.code).toBe('identity.already_merged');
      expect((await openReview()).state).toBe('OPEN');
      await decide(false);
      expect((await merge(c.member.memberId, b.member.memberId)).body.code).toBe('identity.already_merged');
      expect((await separate(b.member.memberId)).body.code).toBe('identity.not_merged');
      expect((await merge(b.member.memberId, NOBODY)).body.code).toBe('identity.member_not_found');
    });

    it('C-03 lists who claims the same account, settles it by the merge and opens it again after a parting', async () => {
      const holder = await world.signIn('desk-holder', ['SERVICE', 'SENSITIVE']);
      const claimant = await world.signIn('desk-claimant', ['SERVICE', 'SENSITIVE']);
      await link(holder.member.memberId, 'C-desk-77');
      expect((await link(claimant.member.memberId, 'C-desk-77')).body.code).toBe(
        'identity.core_customer_taken',
      );
      const listed = (await get(cookies.service, '/v1/console/identity-conflicts')).body;
      expect(listed).toMatchObject({
        total: 1,
        rows: [
          {
            kind: 'core_customer',
            claimant: { memberId: claimant.member.memberId },
            holder: { memberId: holder.member.memberId },
            externalIdTail: 'k-77',
            times: 1,
            state: 'OPEN',
          },
        ],
      });
      await merge(claimant.member.memberId, holder.member.memberId);
      await decide(true);
      expect((await get(cookies.service, '/v1/console/identity-conflicts')).body.total).toBe(0);
      // As one person the claim is no conflict any more.
      expect((await link(claimant.member.memberId, 'C-desk-77')).body).toMatchObject({ isNew: false });
      await separate(claimant.member.memberId);
      await decide(true);
      const [open] = (await get(cookies.compliance, '/v1/console/identity-conflicts')).body.rows;
      const dismissal = `/v1/console/identity-conflicts/${open.conflictId}/dismissal`;
      expect((await post(cookies.service, dismissal, { note: '误报' })).status).toBe(403);
      expect((await post(cookies.compliance, dismissal, { note: '夫妻共用手机，各自开户' })).status).toBe(
        204,
      );
      expect((await post(cookies.compliance, dismissal, { note: '再次' })).status).toBe(404);
      expect(
        (await get(cookies.compliance, '/v1/console/identity-conflicts?state=DISMISSED')).body.rows[0].note,
      ).toBe('夫妻共用手机，各自开户');
    });

    it('C-03 two members with an account each cannot become one; that too is on record', async () => {
      const [one, two] = [
        await world.signIn('desk-acc-1', ['SERVICE', 'SENSITIVE']),
        await world.signIn('desk-acc-2', ['SERVICE', 'SENSITIVE']),
      ];
      await link(one.member.memberId, 'C-desk-81');
      await link(two.member.memberId, 'C-desk-82');
      expect((await merge(one.member.memberId, two.member.memberId)).body.code).toBe('identity.two_accounts');
      const { rows } = (await get(cookies.service, '/v1/console/identity-conflicts')).body;
      expect(rows[0]).toMatchObject({ kind: 'two_accounts', claimant: { memberId: one.member.memberId } });
    });

    it('C-03 a request sent again under its key is the same request, and another one under it is refused', async () => {
      const [one, two] = [await world.signIn('desk-key-1'), await world.signIn('desk-key-2')];
      const ask = (path: string, body: object, key: string) =>
        world.call('POST', path, { cookie: cookies.service, body, key });
      const joined = { memberId: one.member.memberId, intoMemberId: two.member.memberId, reason: '同一人' };
      const asked = await ask('/v1/console/member-links', joined, 'key-of-merge');
      expect(asked).toMatchObject({ status: 201, body: { version: 1, state: 'IN_REVIEW' } });
      const again = await ask('/v1/console/member-links', joined, 'key-of-merge');
      expect([again.status, again.body]).toEqual([201, asked.body]);
      const other = { ...joined, reason: '另一个理由' };
      expect((await ask('/v1/console/member-links', other, 'key-of-merge')).body.code).toBe(
        'http.idempotency_key_reused',
      );
      await decide(true);
      const parted = { memberId: one.member.memberId, reason: '本人否认' };
      const separation = () => ask('/v1/console/member-links/separations', parted, 'key-of-parting');
      const first = await separation();
      expect(first).toMatchObject({ status: 201, body: { kind: 'SEPARATE', version: 2 } });
      expect((await separation()).body).toEqual(first.body);
      await decide(false);
    });

    it('C-03 one unionid on two openids is one person; a contact of WeCom joins by the same door', async () => {
      const register = (externalId: string, unionid: string | null) =>
        world.database.runInTransaction((tx) =>
          world.identity.registerOrFind(
            tx,
            { kind: 'wechat_openid', issuer: 'wx-two', externalId },
            unionid === null ? [] : [{ kind: 'wechat_unionid', issuer: 'wechat', externalId: unionid }],
          ),
        );
      const first = await register('o-1', 'u-1');
      expect((await register('o-2', 'u-1')).memberNo).toBe(first.memberNo);
      const alone = await register('o-3', null);
      // The unionid comes later, and it is somebody else's.
      expect((await register('o-3', 'u-1')).memberNo).toBe(alone.memberNo);
      const contact = { kind: 'wecom_external_contact', issuer: 'corp', externalId: 'wm-1' } as const;
      const linkContact = (memberNo: number) =>
        world.database.runInTransaction((tx) => world.identity.linkIdentity(tx, memberNo, contact));
      expect([
        await linkContact(first.memberNo),
        await linkContact(first.memberNo),
        await linkContact(alone.memberNo),
      ]).toEqual([true, true, false]);
      const kinds = await world.rows(
        'SELECT kind FROM identity_conflicts WHERE claimant_no = ? AND holder_no = ? ORDER BY kind',
        [alone.memberNo, first.memberNo],
      );
      expect(kinds.map(({ kind }) => kind)).toEqual(['wechat_unionid', 'wecom_external_contact']);
    });

    it('F-09 REQ-PI-9 compliance closes the account of somebody found to be under age, once, with the reason in the trail', async () => {
      const { token, member } = await world.signIn('under-age', ['SERVICE', 'SENSITIVE']);
      const memberNo = await world.memberNoOf(member.memberId);
      const close = (cookie: string, reason: string) =>
        post(cookie, `/v1/console/members/${member.memberId}/minor-closing`, { reason });
      expect((await close(cookies.operator, '家长来电说明')).status).toBe(403);
      expect((await close(cookies.compliance, '  ')).status).toBe(400);
      expect((await world.call('GET', '/v1/members/me', { token })).status).toBe(200);
      // Once it has taken effect there is nobody left to close.
      for (const status of [204, 404])
        expect((await close(cookies.compliance, '家长来电说明')).status).toBe(status);
      expect((await world.call('GET', '/v1/members/me', { token })).status).toBe(401);
      expect(await world.rows('SELECT * FROM member_identities WHERE member_no = ?', [memberNo])).toEqual([]);
      expect(await world.identity.mayProcess(memberNo, 'SERVICE')).toBe(false);
      const noted = await world.rows(
        "SELECT inputs FROM audit_rows WHERE action = 'identity.close_minor' AND subject_id = ?",
        [member.memberId],
      );
      expect(noted).toHaveLength(1);
      expect(JSON.stringify(noted)).toContain('家长来电说明');
    });

    it('C-03 a branch sees and asks for its own members only', async () => {
      const one = await world.signIn('desk-scope-1');
      const two = await world.signIn('desk-scope-2');
      const book = { kind: 'book', staffId: NOBODY } as const;
      const caller: Principal = {
        audience: 'staff',
        id: NOBODY,
        memberNo: null,
        roles: [],
        scope: book,
        sessionId: null,
      };
      const desk = world.app.get(MemberLinkDesk, { strict: false });
      await expect(
        desk.requestMerge(caller, one.member.memberId, two.member.memberId, '试试'),
      ).rejects.toThrow('identity.member_not_found');
      const lists = world.app.get(MemberLinkLists, { strict: false });
      expect((await lists.listRequests(book, {})).total).toBe(0);
      expect((await lists.listConflicts(book, {})).total).toBe(0);
      expect((await get(cookies.adviser, '/v1/console/member-links')).status).toBe(403);
    });
  });
});
