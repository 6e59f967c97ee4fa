import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHANNEL_KEY_PATTERN } from '@siyu/shared/contracts/channels.limits';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { Organisation } from '../../foundation/organisation/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { demoMiniProgram } from '../../../../sandbox/src/mini-programs.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';
import {
  asCookie,
  cookieOf,
  hirePerson,
  type Person,
  signInStaff,
  STAFF_PASSWORD,
} from '../testing/staff-people.ts';

import { VerificationModule } from '../verification/index.ts';
import { ChannelAccountEntry } from './channel-account.entity.ts';
import { ChannelLists } from './channel-lists.service.ts';
import { PlacementLessons } from './placement-lessons.ts';

const DAY = 86_400_000;
const ACCOUNTS = '/v1/console/channel-accounts';
interface Placed {
  readonly placementId: string;
  readonly key: string;
}

describe('how members came', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let operator: Person;
    let accountId: string;
    let poster: Placed;
    let leaflet: Placed;
    let ids = 0;
    beforeAll(async () => {
      world = await openRecords(engine, { also: [VerificationModule] });
      operator = await hirePerson(world, 'operator', ['operator']);
      const body = {
        owner: 'FIRM',
        platform: 'HALL',
        name: '总部大厅',
        handle: 'hq',
        branchId: null,
        staffId: null,
      };
      accountId = (await operator.call('POST', ACCOUNTS, body)).body.account.accountId;
      poster = await place('门口海报');
      leaflet = await place('柜台折页');
    }, 60_000);
    afterAll(() => world.close());

    const place = async (name: string): Promise<Placed> => {
      const { body } = await operator.call('POST', `${ACCOUNTS}/${accountId}/placements`, { name });
      return body.placements.find((each: { name: string }) => each.name === name);
    };
    const touch = (key: string, daysAgo = 0, scene = 1047) => ({
      touchId: `019ab000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
      key,
      scene,
      occurredAt: new Date(world.clock.now() - daysAgo * DAY).toISOString(),
    });
    /** Signs somebody in without a consent; joining is what they do next. */
    const arrive = async (account: string) => {
      const { token, member } = await world.signIn(account, []);
      const { body } = await world.call('GET', '/v1/consents', { token });
      const { textVersion } = body.consents.find((each: { purpose: string }) => each.purpose === 'SERVICE');
      const join = (touches: readonly object[]) =>
        world.call('POST', '/v1/consents', {
          token,
          body: {
            decisions: [{ purpose: 'SERVICE', textVersion, isGranted: true }],
            adultStatement: ADULT_STATEMENT.version,
            touches,
          },
        });
      return { token, memberNo: await world.memberNoOf(member.memberId), join };
    };
    const firstOf = (memberNo: number) =>
      world.rows(
        `SELECT kind, placement_id AS placementId, inviter_no AS inviterNo, last_placement_id AS lastPlacementId
           FROM first_touches WHERE member_no = ?`,
        [memberNo],
      );
    const touchesOf = async (memberNo: number): Promise<number> =>
      Number((await world.rows('SELECT COUNT(*) AS n FROM touches WHERE member_no = ?', [memberNo]))[0].n);

    it('E-09 joining writes one first touch and the last one of the window, and before it nothing is kept', async () => {
      const { memberNo, join, token } = await arrive('scanner');
      expect(await firstOf(memberNo)).toEqual([]);
      const early = await world.call('POST', '/v1/touches', {
        token,
        body: { touches: [touch(poster.key)] },
      });
      expect(early).toMatchObject({ status: 403, body: { code: 'channels.not_open_yet' } });
      expect(await touchesOf(memberNo)).toBe(0);

      const touches = [
        touch(leaflet.key, 1),
        touch(poster.key, 3),
        touch(leaflet.key, 9),
        touch('nobodyskey'),
      ];
      expect((await join(touches)).status).toBe(200);
      expect(await firstOf(memberNo)).toEqual([
        {
          kind: 'PLACEMENT',
          placementId: poster.placementId,
          inviterNo: null,
          lastPlacementId: leaflet.placementId,
        },
      ]);
    });

    it('E-09 exactly one first touch under 20 joinings at once and replays, and a later touch does not change it', async () => {
      const { memberNo, join, token } = await arrive('eager');
      const [one, other] = [touch(poster.key, 2), touch(leaflet.key, 1)];
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, at) => join(at % 2 === 0 ? [one, other] : [other])),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const rows = await firstOf(memberNo);
      expect(rows).toHaveLength(1);
      const later = { touches: [touch(poster.key), one] };
      for (let at = 0; at < 3; at += 1)
        expect((await world.call('POST', '/v1/touches', { token, body: later })).status).toBe(204);
      expect(await firstOf(memberNo)).toEqual(rows);
      const distinct = await world.rows('SELECT touch_id FROM touches WHERE member_no = ?', [memberNo]);
      expect(new Set(distinct.map((row) => row.touch_id)).size).toBe(distinct.length);
    });

    it('E-09 who came by nothing we know, by an old touch or by the list of recent apps came by themselves', async () => {
      for (const [account, touches] of [
        ['plain', []],
        ['late', [touch(poster.key, 8)]],
        ['recent', [touch(poster.key, 0, 1089)]],
      ] as const) {
        const { memberNo, join } = await arrive(account);
        await join(touches);
        expect([account, await firstOf(memberNo)]).toEqual([
          account,
          [{ kind: 'NATURAL', placementId: null, inviterNo: null, lastPlacementId: null }],
        ]);
      }
    });

    it('E-09 a shared card names who shared to the firm, never oneself, and nobody once the account is closed', async () => {
      const sharer = await world.signIn('sharer');
      const ask = () => world.call('PUT', '/v1/share-key', { token: sharer.token });
      const keys = await Promise.all(Array.from({ length: 5 }, async () => (await ask()).body.key));
      expect(new Set(keys).size).toBe(1);
      expect(keys[0]).toMatch(CHANNEL_KEY_PATTERN);
      const sharerNo = await world.memberNoOf(sharer.member.memberId);
      const { memberNo, join } = await arrive('friend');
      await join([touch(keys[0], 0, 1007)]);
      expect(await firstOf(memberNo)).toMatchObject([{ kind: 'REFERRAL', inviterNo: sharerNo }]);

      await world.call('POST', '/v1/touches', { token: sharer.token, body: { touches: [touch(keys[0])] } });
      expect(await touchesOf(sharerNo)).toBe(0);
      const closing = { textVersion: CLOSING_TEXT_VERSION, isUnderstood: true };
      const path = '/v1/members/me/account-closings/019ab000-0000-7000-8000-0000000000c1';
      const closed = await world.call('PUT', path, { token: sharer.token, body: closing });
      expect([200, 201]).toContain(closed.status);
      expect(await firstOf(memberNo)).toMatchObject([{ kind: 'REFERRAL', inviterNo: null }]);
      expect(await world.rows('SELECT * FROM share_keys WHERE member_no = ?', [sharerNo])).toEqual([]);
    });

    it('E-09 a key is given out once, is not changed by any act, and still counts when the placement is retired', async () => {
      const state = `/v1/console/placements/${leaflet.placementId}/state`;
      const keyNow = async () =>
        (
          await world.rows('SELECT placement_key AS k, state FROM placements WHERE placement_id = ?', [
            leaflet.placementId,
          ])
        )[0];
      expect((await operator.call('PUT', state, { state: 'RETIRED' })).status).toBe(200);
      expect(await keyNow()).toEqual({ k: leaflet.key, state: 'RETIRED' });
      const { memberNo, join } = await arrive('old-poster');
      await join([touch(leaflet.key)]);
      expect(await firstOf(memberNo)).toMatchObject([{ placementId: leaflet.placementId }]);
      expect((await operator.call('PUT', state, { state: 'ACTIVE' })).status).toBe(200);
      const again = await operator.call('POST', `${ACCOUNTS}/${accountId}/placements`, { name: '柜台折页' });
      expect(again.body.code).toBe('channels.placement_name_taken');
      expect(`k=${leaflet.key}`.length).toBeLessThanOrEqual(32);
      const noted = await world.rows('SELECT action FROM audit_rows WHERE subject_id = ? ORDER BY row_id', [
        leaflet.placementId,
      ]);
      expect(noted.map(({ action }) => action)).toEqual([
        'channels.create_placement',
        'channels.retire_placement',
        'channels.restore_placement',
      ]);
    });

    it('E-09 a placement leads to a published lesson or to the first page, and to nothing that cannot be read', async () => {
      const lesson = { lessonId: '019ab000-0000-7000-8000-00000000a001', title: '第一次买基金' };
      const shelf = [lesson];
      world.app.get(PlacementLessons, { strict: false }).provideBy(() => Promise.resolve(shelf));
      const offered = async (search: string) =>
        (await operator.call('GET', `/v1/console/placement-lessons?search=${search}`)).body;
      expect(await offered('')).toEqual({ lessons: [lesson], total: 1 });
      expect(await offered('债券')).toEqual({ lessons: [], total: 0 });
      const make = (name: string, lessonId: string) =>
        operator.call('POST', `${ACCOUNTS}/${accountId}/placements`, { name, lessonId });
      const strange = await make('推文', '019ab000-0000-7000-8000-00000000a002');
      expect([strange.status, strange.body.code]).toEqual([422, 'channels.lesson_not_published']);
      const { placements } = (await make('推文', lesson.lessonId)).body;
      const [made] = placements.filter(({ name }: { name: string }) => name === '推文');
      expect(made).toMatchObject({
        lessonId: lesson.lessonId,
        lessonTitle: lesson.title,
        scene: `k=${made.key}`,
      });
      const { token } = await world.signIn('reader');
      const lead = async (key: string) =>
        (await world.call('GET', `/v1/placements/${key}`, { token })).body.lessonId;
      expect(await Promise.all([made.key, poster.key, 'nobodyskey'].map(lead))).toEqual([
        lesson.lessonId,
        null,
        null,
      ]);
      shelf.pop();
      expect(await lead(made.key)).toBeNull();
      const now = (await operator.call('GET', `${ACCOUNTS}/${accountId}?days=30`)).body.placements;
      expect(now).toContainEqual(expect.objectContaining({ lessonId: lesson.lessonId, lessonTitle: null }));
    });

    it('E-09 the same name on a platform is refused, a repeat with its key makes none, and a branch sees its own', async () => {
      const organisation = world.app.get(Organisation, { strict: false });
      const [here, there] = await world.database.runInTransaction(async (tx) => [
        await organisation.createBranch(tx, { path: '/gz/', name: '广州营业部' }),
        await organisation.createBranch(tx, { path: '/sz/', name: '深圳营业部' }),
      ]);
      const head = {
        loginName: 'head',
        name: '周岚',
        password: STAFF_PASSWORD,
        roles: ['branchHead'],
      } as const;
      await world.database.runInTransaction((tx) =>
        organisation.createStaff(tx, { ...head, scopeKind: 'branch', branchId: here }),
      );
      const branchHead = asCookie(world, cookieOf(await signInStaff(world, 'head')));
      const wanted = {
        owner: 'BRANCH',
        platform: 'DOUYIN',
        name: '广州号',
        handle: 'gz',
        branchId: here,
        staffId: null,
      };
      const make = (body: object, key: string) =>
        world.call('POST', ACCOUNTS, { cookie: branchHead.cookie, body, key });
      const [one, two] = [await make(wanted, 'k'.repeat(32)), await make(wanted, 'k'.repeat(32))];
      expect(two.body.account.accountId).toBe(one.body.account.accountId);
      expect((await make({ ...wanted, name: '又一个' }, 'm'.repeat(32))).body.code).toBe(
        'channels.handle_taken',
      );
      const outside = await make({ ...wanted, handle: 'sz', branchId: there }, 'n'.repeat(32));
      expect(outside.body.code).toBe('channels.owner_out_of_reach');

      const seen = (await branchHead.call('GET', ACCOUNTS)).body;
      expect(seen.rows.map((row: { name: string }) => row.name)).toEqual(['广州号']);
      expect(seen.arrivals).toBeNull();
      expect((await branchHead.call('GET', `${ACCOUNTS}/${accountId}`)).status).toBe(404);
      const state = `/v1/console/placements/${poster.placementId}/state`;
      expect((await branchHead.call('PUT', state, { state: 'RETIRED' })).status).toBe(404);
      const owners = (await branchHead.call('GET', '/v1/console/channel-owners')).body;
      expect(owners.branches).toEqual([{ branchId: here, name: '广州营业部' }]);
    });

    it('E-09 the sums of the accounts and the two other ways add up to all new members of the window', async () => {
      const list = (await operator.call('GET', `${ACCOUNTS}?days=30`)).body;
      const joined = Number((await world.rows('SELECT COUNT(*) AS n FROM first_touches'))[0].n);
      const { all, placement, referral, natural } = list.arrivals;
      expect(all).toBe(joined);
      expect(placement + referral + natural).toBe(all);
      const brought = list.rows.reduce((sum: number, row: { newMembers: number }) => sum + row.newMembers, 0);
      expect(brought).toBe(placement);
      const { placements } = (await operator.call('GET', `${ACCOUNTS}/${accountId}?days=30`)).body;
      const first = placements.reduce((sum: number, row: { firstTouch: number }) => sum + row.firstTouch, 0);
      expect(first).toBe(placement);
      world.clock.advance(8 * DAY);
      const analyst = await hirePerson(world, 'analyst', ['analyst']);
      expect((await analyst.call('GET', `${ACCOUNTS}?days=7`)).body.arrivals.all).toBe(0);
    });

    it('E-09 a page of fifty accounts, filtered and searched, asks no more than a page of a few', async () => {
      const lists = world.app.get(ChannelLists, { strict: false });
      const scope = { kind: 'firm' } as const;
      const query = { limit: 50, days: 30, search: '号', platform: 'WEIBO', owner: 'EMPLOYEE' } as const;
      const asked = async (rows: number): Promise<number> => {
        const seen = await statementsOf(world.database, async () =>
          expect((await lists.listAccounts(scope, query)).rows).toHaveLength(rows),
        );
        // Background work asks too, of other tables.
        const own = /channel_accounts|placements|first_touches|\bstaff\b|branches/;
        return seen.filter((sql) => own.test(sql)).length;
      };
      const grow = (from: number, to: number) =>
        world.database.runInTransaction(async ({ manager }) => {
          for (let at = from; at < to; at += 1) {
            const accountId = `019ab000-0000-7000-8000-0000000e${String(at).padStart(4, '0')}`;
            const named = { platform: 'WEIBO', name: `微博号 ${at}`, handle: `wb-${at}`, createdAt: at };
            const owned = { owner: 'EMPLOYEE', branchId: null, staffId: operator.staffId };
            await manager.insert(ChannelAccountEntry, { accountId, ...named, ...owned });
          }
        });
      await grow(0, 2);
      const few = await asked(2);
      await grow(2, 60);
      expect(await asked(50)).toBe(few);
      expect(few).toBeGreaterThan(4);
      expect(few).toBeLessThanOrEqual(9);
    });

    it('E-09 a link lives thirty days, is made once for all who ask, and a refusal says what is the matter', async () => {
      const path = `/v1/console/placements/${poster.placementId}/link`;
      let desk = await hirePerson(world, 'sender', ['operator']);
      const make = () => desk.call('PUT', path);
      const linkIn = ({ body }: Awaited<ReturnType<typeof make>>) =>
        body.placements.find(({ key }: Placed) => key === poster.key).link;
      const pages = (names: readonly string[]) =>
        world.sandbox.call('PUT', `/__control/mini-programs/${demoMiniProgram.appId}/pages`, {
          pages: names,
        });
      await pages(['pages/welcome/index']);
      const refused = await make();
      expect([refused.status, refused.body.code]).toEqual([502, 'channels.link_refused']);
      await pages(['pages/home/index']);
      const answers = await Promise.all(Array.from({ length: 4 }, make));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const [link] = answers.map(linkIn);
      expect(link).toEqual({
        url: expect.stringMatching(/^https:\/\/wxaurl\.cn\/[0-9a-f]+$/),
        until: new Date(world.clock.now() + 30 * DAY).toISOString(),
        isUseful: true,
      });
      expect(new Set(answers.map(linkIn).map(({ url }) => url)).size).toBe(1);
      const check = async (text: string) =>
        (await world.call('POST', '/v1/verification/checks', { body: { text } })).body.outcome;
      expect(await check(link.url)).toBe('ours');
      expect(await check(`${link.url}0`)).toBe('not_found');
      world.clock.advance(29 * DAY + 1);
      desk = await hirePerson(world, 'later', ['operator']);
      expect(linkIn(await desk.call('GET', `${ACCOUNTS}/${accountId}`))).toMatchObject({
        url: link.url,
        isUseful: false,
      });
      expect(linkIn(await make()).url).not.toBe(link.url);
      await desk.call('PUT', `/v1/console/placements/${poster.placementId}/state`, { state: 'RETIRED' });
      const retired = await make();
      expect([retired.status, retired.body.code]).toEqual([409, 'channels.placement_retired']);
      await desk.call('PUT', `/v1/console/placements/${poster.placementId}/state`, { state: 'ACTIVE' });
      const sql =
        "SELECT COUNT(*) AS n FROM audit_rows WHERE action = 'channels.make_link' AND subject_id = ?";
      expect(Number((await world.rows(sql, [poster.placementId]))[0].n)).toBe(2);
    });
  });
});
