import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HandoverPeople, HandoverRow, HandoverRows } from '@siyu/shared/contracts/handovers';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { demoCorp } from '../../../../sandbox/src/wecom/corp.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { insertRows } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { ChannelAccountEntry } from '../../records/channels/channel-account.entity.ts';
import { CommunityGroup } from '../../records/communities/community-group.entity.ts';
import { GroupSync } from '../../records/communities/group-sync.ts';
import { openRecords, type RecordsWorld } from '../../records/testing/index.ts';
import { cookieOf, signInStaff, STAFF_PASSWORD } from '../../records/testing/staff-people.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { HANDOVER_JOB } from './handover-work.ts';
import { HandoversModule } from './handovers.module.ts';

const DESK = '/v1/console/handovers';
const [app] = demoCorp.apps;

describeOnEngines((engine) => {
  describe('handovers', () => {
    let world: RecordsWorld;
    let branches: readonly [string, string];
    let people = 0;
    beforeAll(async () => {
      world = await openRecords(engine, {
        also: [HandoversModule],
        env: {
          WECOM_CORP_ID: demoCorp.corpId,
          WECOM_CONTACT_SECRET: app?.secret ?? '',
          WECOM_AGENT_ID: String(app?.agentId),
        },
      });
      const organisation = world.app.get(Organisation, { strict: false });
      branches = await world.database.runInTransaction(async (tx) => [
        await organisation.createBranch(tx, { path: '/gz/', name: '广州' }),
        await organisation.createBranch(tx, { path: '/sz/', name: '深圳' }),
      ]);
    }, 60_000);
    afterAll(() => world.close());

    const hire = async (
      role: Role,
      { branch = 0, wecomUserId = null }: { branch?: 0 | 1; wecomUserId?: string | null } = {},
    ) => {
      const loginName = `hand-${(people += 1)}`;
      const isAdviser = role === 'adviser';
      const staffId = await world.database.runInTransaction((tx) =>
        world.app.get(Organisation, { strict: false }).createStaff(tx, {
          ...{ loginName, name: `同事${people}`, password: STAFF_PASSWORD, roles: [role] },
          ...{ scopeKind: isAdviser ? 'book' : 'branch', branchId: branches[branch], wecomUserId },
          registrationNo: isAdviser ? `S00000000000${10 + people}` : null,
        }),
      );
      const cookie = cookieOf(await signInStaff(world, loginName));
      const call = (method: string, path: string, body?: object) =>
        world.call(method, path, { cookie, ...(body !== undefined && { body }) });
      return { staffId, loginName, call };
    };
    const join = async (account: string, staffId: string) => {
      const { member } = await world.signIn(account, ['SERVICE']);
      const memberNo = await world.memberNoOf(member.memberId);
      await world.database.runInTransaction((tx) => world.identity.bindAdviser(tx, memberNo, staffId));
      return memberNo;
    };
    const settle = async (): Promise<void> => {
      world.app.get(Jobs).wake(HANDOVER_JOB);
      await world.app.get(Jobs).idle();
    };
    const peopleOf = async (head: Awaited<ReturnType<typeof hire>>) =>
      HandoverPeople.parse((await head.call('GET', '/v1/console/handover-people')).body).people;

    it('I-09 REQ-PUB-3 in one act of the head of the branch a leaver is signed out within five seconds, and members, groups, codes and contacts in WeCom go to the successor', async () => {
      const head = await hire('branchHead');
      const leaver = await hire('adviser', { wecomUserId: 'adviser1' });
      const successor = await hire('adviser', { wecomUserId: 'adviser4' });
      const members = [await join('demo-3', leaver.staffId), await join('left-1', leaver.staffId)];
      const elsewhere = await join('left-2', successor.staffId);
      const groups = (await world.sandbox.call('GET', '/__phone/wecom/groups')).body['groups'] as {
        chatId: string;
        owner: string;
      }[];
      const chatId = groups.find(({ owner }) => owner === 'adviser1')?.chatId ?? '';
      const { lookUp } = world.app.get(GroupSync, { strict: false });
      await world.database.runInTransaction(
        await lookUp.call(world.app.get(GroupSync, { strict: false }), chatId),
      );
      const accountId = '01900000-0000-7000-8000-00000000aa01';
      await world.database.runInTransaction((tx) =>
        insertRows(tx, ChannelAccountEntry, [
          {
            ...{ accountId, owner: 'EMPLOYEE', platform: 'channels', name: '名片', handle: 'card-1' },
            ...{ branchId: branches[0], staffId: leaver.staffId, createdAt: world.clock.now() },
          },
        ]),
      );
      expect((await peopleOf(head)).find(({ staffId }) => staffId === leaver.staffId)).toMatchObject({
        ...{ members: 2, groups: 1, accounts: 1, isServing: true, maySucceed: true },
      });
      expect((await leaver.call('GET', '/v1/console/sessions')).status).not.toBe(401);

      const wanted = { leaverId: leaver.staffId, successorId: successor.staffId, reason: '本月底离职' };
      const begun = performance.now();
      const answer = await head.call('POST', DESK, wanted);
      expect(answer.status).toBe(201);
      expect(HandoverRow.parse(answer.body)).toMatchObject({ accounts: 1, reason: '本月底离职' });
      let status = 0;
      while (status !== 401 && performance.now() - begun < 5_000)
        ({ status } = await leaver.call('GET', '/v1/console/sessions'));
      expect(status).toBe(401);
      expect(performance.now() - begun).toBeLessThan(5_000);
      expect((await signInStaff(world, leaver.loginName)).status).toBe(401);

      await settle();
      const { rows } = HandoverRows.parse((await head.call('GET', DESK)).body);
      expect(rows).toMatchObject([
        { state: 'DONE', members: 2, groups: 1, accounts: 1, contacts: 3, refusals: [] },
      ]);
      const advisers = await world.identity.advisersOf([...members, elsewhere]);
      expect([...advisers.values()]).toEqual([successor.staffId, successor.staffId, successor.staffId]);
      const group = await world.database.read.findOneByOrFail(CommunityGroup, { chatId });
      expect(group.ownerWecomUserId).toBe('adviser4');
      const account = await world.database.read.findOneByOrFail(ChannelAccountEntry, { accountId });
      expect(account.staffId).toBe(successor.staffId);
      const after = (await world.sandbox.call('GET', '/__phone/wecom/groups')).body[
        'groups'
      ] as typeof groups;
      expect(after.find((each) => each.chatId === chatId)?.owner).toBe('adviser4');
      const acts = await world.rows('SELECT action FROM audit_rows WHERE subject_id = ? ORDER BY row_id', [
        leaver.staffId,
      ]);
      expect(new Set(acts.map(({ action }) => action))).toEqual(
        new Set([
          ...['organisation.create_staff', 'organisation.deactivate_staff', 'handovers.begin'],
          ...['handovers.move_members', 'handovers.finish', 'identity.open_staff_session'],
        ]),
      );
      expect((await peopleOf(head)).map(({ staffId }) => staffId)).not.toContain(leaver.staffId);
    });

    it('I-09 whom the administrator of WeCom removed first is handed over by its other calls; when WeCom is away it goes on later; nobody hands over beyond the own reach', async () => {
      const head = await hire('branchHead');
      const leaver = await hire('adviser', { wecomUserId: 'adviser2' });
      const successor = await hire('adviser', { wecomUserId: 'adviser5' });
      const [far, nobody] = [await hire('adviser', { branch: 1 }), await hire('adviser')];
      const manager = await hire('relationshipManager');
      const wanted = { leaverId: leaver.staffId, successorId: successor.staffId, reason: '本月底离职' };
      for (const [body, code] of [
        [{ ...wanted, leaverId: far.staffId }, 'leaver_not_found'],
        [{ ...wanted, leaverId: head.staffId }, 'leaver_not_found'],
        [{ ...wanted, successorId: far.staffId }, 'successor_not_found'],
        [{ ...wanted, successorId: manager.staffId }, 'successor_not_found'],
        [{ ...wanted, successorId: nobody.staffId }, 'no_wecom_name'],
      ] as const)
        expect((await head.call('POST', DESK, body)).body.code).toBe(`handovers.${code}`);
      expect((await manager.call('POST', DESK, wanted)).status).toBe(403);
      expect((await peopleOf(head)).map(({ staffId }) => staffId)).not.toContain(far.staffId);

      await world.sandbox.call('POST', '/__control/wecom/employee-leaves', { userid: 'adviser2' });
      await world.sandbox.call('POST', '/__control/faults', {
        ...{ api: 'wecom/externalcontact/get_follow_user_list', kind: 'busy' },
      });
      await head.call('POST', DESK, wanted);
      await settle();
      const first = async () => HandoverRows.parse((await head.call('GET', DESK)).body).rows[0];
      expect(await first()).toMatchObject({ state: 'RUNNING', contacts: 0 });
      expect((await head.call('POST', DESK, wanted)).body.code).toBe('handovers.already_running');
      await world.sandbox.call('DELETE', '/__control/faults');
      world.clock.advance(60_000);
      await settle();
      expect(await first()).toMatchObject({ state: 'DONE', contacts: 2, refusals: [] });
    });
  });
});
