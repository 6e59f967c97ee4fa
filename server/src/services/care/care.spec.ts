import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { routeUrl } from '@siyu/shared/contracts/route';
import { Configuration } from '../../foundation/configuration/index.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { Reviews } from '../../foundation/reviews/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { PNG } from '../../platform/files/testing/pictures.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { openRecords, type RecordsWorld, type Reply } from '../../records/testing/index.ts';
import {
  asCookie,
  cookieOf,
  hirePerson,
  type Person,
  signInStaff,
  STAFF_PASSWORD,
} from '../../records/testing/staff-people.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { CareModule, FollowUpCalls } from './index.ts';

const HOUR = 3_600_000;
const COMPLAINTS = '/v1/console/complaints';
const CALLS = '/v1/console/follow-up-calls';

const somebody = (id: string): Principal => ({
  audience: 'staff',
  id,
  memberNo: null,
  roles: ['compliance'],
  scope: { kind: 'firm' },
  sessionId: null,
});

describe('complaints and follow-up calls', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let token: string;
    let other: string;
    let memberId: string;
    let memberNo: number;
    let hui: Person;
    let lan: Person;
    let compliance: Person;
    beforeAll(async () => {
      world = await openRecords(engine, { also: [CareModule] });
      const session = await world.signIn('care-1');
      ({ token } = session);
      memberId = session.member.memberId;
      memberNo = await world.memberNoOf(memberId);
      other = (await world.signIn('care-2')).token;
      hui = await hirePerson(world, 'hui', ['service']);
      lan = await hirePerson(world, 'lan', ['service']);
      compliance = await hirePerson(world, 'liang', ['compliance']);
    }, 60_000);
    afterAll(() => world.close());

    const complain = (told: object, as = token): Promise<Reply> =>
      world.call('POST', '/v1/complaints', {
        token: as,
        body: { complaintId: randomUUID(), category: 'SERVICE', text: '三天没有人回复', ...told },
      });
    const own = async (as = token) =>
      (await world.call('GET', '/v1/complaints', { token: as })).body.complaints;
    const step = (person: Person, path: string, id: string, body: object): Promise<Reply> =>
      person.call('POST', `${path}/${id}/steps`, body);
    const take = (person: Person, id: string, stepNo: number, body: object): Promise<Reply> =>
      step(person, COMPLAINTS, id, { stepNo, ...body });
    const bind = (staffId: string) =>
      world.database.runInTransaction((tx) => world.identity.bindAdviser(tx, memberNo, staffId));
    /** As if so many days had gone by: sessions would end long before. */
    const sooner = (days: number) =>
      world.database.runInTransaction((tx) =>
        tx.manager.query(`UPDATE complaints SET due_on = due_on - ${days}`),
      );
    const answer = { act: 'ANSWER', outcome: 'UPHELD', toldBy: 'APP', text: '已核实，向您道歉。' };
    const send = async (as: string) => {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(PNG('GPS'))]), 'shot.png');
      const answered = await fetch(`${world.url}/v1/complaint-pictures`, {
        method: 'POST',
        headers: { authorization: `Bearer ${as}` },
        body,
      });
      const sent: { pictureId: string } = await answered.json();
      return sent.pictureId;
    };

    it('F-07 REQ-ADV-10 a complaint told again is one, has a number and a last day by the calendar of the exchanges', async () => {
      const holidays = { version: '2026', days: [{ date: '2026-12-01', name: '休市' }] };
      await world.database.runInTransaction(async (tx) => {
        const asked = { key: 'exchange.holidays', json: holidays, validFrom: world.clock.now() };
        const { reviewId, sha256 } = await world.app
          .get(Configuration, { strict: false })
          .propose(tx, { ...asked, author: somebody(hui.staffId) });
        const decision = { reviewId, isApproved: true, comment: '可以', sha256 };
        const decider = somebody(compliance.staffId);
        await world.app.get(Reviews, { strict: false }).decide(tx, { ...decision, decider });
      });
      const complaintId = randomUUID();
      const pictureIds = [await send(token)];
      const foreign = await complain({ pictureIds }, other);
      expect([foreign.status, foreign.body.code]).toEqual([409, 'care.picture_gone']);
      const told = { complaintId, pictureIds };
      const sent = await Promise.all(Array.from({ length: 6 }, () => complain(told)));
      expect(sent.map(({ status }) => status)).toEqual(Array(6).fill(200));
      expect((await complain({ ...told, text: '改了话' })).body).toMatchObject({
        complaintNo: 'TS20261124-0001',
        text: '三天没有人回复',
        state: 'OPEN',
        pictures: 1,
        // Fifteen working days would be the 15th without the day on which the exchanges are closed.
        dueOn: '2026-12-16',
      });
      expect((await complain(told, other)).body.code).toBe('care.complaint_taken');
      expect(await own(other)).toEqual([]);
      expect(await own()).toHaveLength(1);
      const [kept] = await world.rows('SELECT periods_version, holidays_version FROM complaints');
      expect(kept).toEqual({ periods_version: 1, holidays_version: 2 });
      // What no complaint names goes within the hour.
      const lost = await send(token);
      world.clock.advance(HOUR + 1);
      world.app.get(Jobs).wake('purge-complaint-pictures');
      await world.app.get(Jobs).idle();
      expect(
        (await world.rows('SELECT picture_id FROM complaint_pictures')).map((row) => row.picture_id),
      ).toEqual(pictureIds);
      expect(lost).not.toBe(pictureIds[0]);
      const looked = await fetch(`${world.url}${COMPLAINTS}/${complaintId}/pictures/${pictureIds[0]}`, {
        headers: { cookie: hui.cookie },
      });
      expect([looked.status, looked.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(Buffer.from(await looked.arrayBuffer()).includes('GPS')).toBe(false);
    });

    it('F-07 goes along its table only: one owner answers, the member appeals once, another person answers for good', async () => {
      const { complaintId: id } = (await complain({})).body;
      expect((await take(hui, id, 2, { act: 'NOTE', text: '还没有分派' })).body.code).toBe(
        'care.act_refused',
      );
      const raced = await Promise.all(
        [hui, lan, hui, lan].map((one) => take(one, id, 2, { act: 'ASSIGN', ownerId: one.staffId })),
      );
      // Who came first is the owner; the same person again is no second step, the other one is told so.
      expect(raced.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
      const [{ owner_id: ownerId }] = await world.rows(
        'SELECT owner_id FROM complaints WHERE complaint_id = ?',
        [id],
      );
      const [owner, colleague] = ownerId === hui.staffId ? [hui, lan] : [lan, hui];
      expect((await take(colleague, id, 3, answer)).body.code).toBe('care.not_yours');
      expect((await world.call('PUT', `/v1/complaints/${id}/acceptance`, { token })).body.code).toBe(
        'care.act_refused',
      );
      const noted = await take(owner, id, 3, { act: 'NOTE', text: '已联系营业部核实' });
      expect(noted.body).toMatchObject({ nextStepNo: 4, acts: ['ASSIGN', 'NOTE', 'ANSWER'] });
      const answered = await take(owner, id, 4, answer);
      expect(answered.body).toMatchObject({
        outcome: 'UPHELD',
        closableFrom: expect.any(String),
        acts: ['APPEAL'],
      });
      expect((await take(owner, id, 4, answer)).status).toBe(200);
      expect((await take(owner, id, 5, { act: 'CLOSE', text: '办结' })).body.code).toBe(
        'care.appeal_still_open',
      );
      const [shown] = await own();
      expect(shown).toMatchObject({
        state: 'ANSWERED',
        dueOn: null,
        mayAppeal: true,
        answers: [{ outcome: 'UPHELD' }],
      });

      const appeal = (text: string) =>
        world.call('PUT', `/v1/complaints/${id}/appeal`, { token, body: { text } });
      expect((await appeal('没有说清原因')).body).toMatchObject({
        state: 'APPEALED',
        dueOn: expect.any(String),
      });
      expect((await appeal('没有说清原因')).status).toBe(200);
      expect((await appeal('再来一次')).body.code).toBe('care.already_appealed');
      expect(
        (await world.call('PUT', `/v1/complaints/${id}/appeal`, { token: other, body: { text: '我的' } }))
          .status,
      ).toBe(404);
      expect((await take(hui, id, 6, { act: 'ASSIGN', ownerId: owner.staffId })).body.code).toBe(
        'care.same_person',
      );
      const who = (await hui.call('GET', `/v1/console/care-candidates?of=complaint&id=${id}`)).body.staff;
      expect(who.map((each: { staffId: string }) => each.staffId).sort()).toEqual(
        [colleague.staffId, compliance.staffId].sort(),
      );
      expect((await take(hui, id, 6, { act: 'ASSIGN', ownerId: colleague.staffId })).status).toBe(200);
      const last = await take(colleague, id, 7, { ...answer, outcome: 'PARTLY' });
      expect(last.body).toMatchObject({ row: { state: 'CLOSED', dueOn: null }, acts: [] });
      expect((await own())[0]).toMatchObject({
        state: 'CLOSED',
        mayAppeal: false,
        answers: [{}, { outcome: 'PARTLY' }],
      });
      expect(last.body.steps.map((each: { act: string }) => each.act)).toEqual([
        'REGISTER',
        'ASSIGN',
        'NOTE',
        'ANSWER',
        'APPEAL',
        'ASSIGN',
        'ANSWER',
      ]);
      const trail = await world.rows(
        "SELECT COUNT(*) AS n FROM audit_rows WHERE subject_id = ? AND action LIKE 'care.complaint%'",
        [id],
      );
      expect(Number(trail[0].n)).toBe(7);
    });

    it('F-07 what came by telephone, counter or 12386 is taken down once, and what is late or soon due comes first', async () => {
      const told = {
        channel: 'HOTLINE_12386',
        category: 'FEE',
        memberId: null,
        complainant: '王先生 13800000000',
        text: '佣金和说好的不一样',
      };
      expect((await hui.call('POST', COMPLAINTS, { ...told, complainant: null })).status).toBe(400);
      const register = () =>
        world.call('POST', COMPLAINTS, { cookie: hui.cookie, key: 'care-intake-1', body: told });
      const [first, again] = await Promise.all([register(), register()]);
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.body.row.complaintId).toBe(first.body.row.complaintId);
      expect(first.body).toMatchObject({
        complainant: '王先生 13800000000',
        row: { client: null, due: 'LATER' },
      });
      const list = async (query: string) => (await hui.call('GET', `${COMPLAINTS}?${query}`)).body;
      expect(await list('channel=HOTLINE_12386')).toMatchObject({ total: 1, overdue: 0, soon: 0 });
      await sooner(21);
      expect(await list('view=SOON')).toMatchObject({ soon: 2, overdue: 0, rows: [{ due: 'SOON' }, {}] });
      await sooner(2);
      await complain({ text: '今天的事' });
      const { rows, overdue } = await list('limit=2');
      expect(overdue).toBe(2);
      expect(rows.map((row: { due: string }) => row.due)).toEqual(['OVERDUE', 'OVERDUE']);
      const { nextCursor } = await list('limit=2');
      expect((await list(`limit=2&cursor=${nextCursor}`)).rows).toMatchObject([{ due: 'LATER' }]);
      expect((await list('owner=me')).total).toBe(0);
      expect((await list('view=CLOSED')).total).toBe(1);
    });

    it('F-07 REQ-ADV-9 nobody calls their own client: refused when it is given, and given back when the book changes', async () => {
      await bind(lan.staffId);
      const call = { memberId, reason: 'SERVICE_CHECK', note: '问问服务怎么样' };
      const ordered = await Promise.all(
        [1, 2].map(() => world.call('POST', CALLS, { cookie: hui.cookie, key: 'care-call-1', body: call })),
      );
      const id: string = ordered[0]?.body.row.callId;
      expect(ordered.map(({ status, body }) => [status, body.row.callId])).toEqual([
        [201, id],
        [201, id],
      ]);
      const go = (person: Person, stepNo: number, body: object) =>
        step(person, CALLS, id, { stepNo, ...body });
      const who = (await hui.call('GET', `/v1/console/care-candidates?of=call&id=${id}`)).body.staff;
      expect(who.map((each: { staffId: string }) => each.staffId)).not.toContain(lan.staffId);
      expect((await go(hui, 2, { act: 'ASSIGN', ownerId: lan.staffId })).body.code).toBe('care.own_adviser');
      expect((await go(hui, 2, { act: 'ASSIGN', ownerId: hui.staffId })).status).toBe(200);
      expect((await go(hui, 3, { act: 'ASSIGN', ownerId: lan.staffId })).body.code).toBe('care.own_adviser');
      const { complaintId } = (await complain({ text: '换人以前的事' })).body;
      expect((await take(hui, complaintId, 2, { act: 'ASSIGN', ownerId: hui.staffId })).status).toBe(200);
      // From now on it is Hui who looks after the client.
      await bind(hui.staffId);
      const back = (await compliance.call('GET', `${CALLS}/${id}`)).body;
      expect(back).toMatchObject({ row: { state: 'OPEN', ownerName: null }, nextStepNo: 4 });
      expect(back.steps.at(-1)).toMatchObject({ act: 'PUT_BACK', actorKind: 'system' });
      const returned = (await compliance.call('GET', `${COMPLAINTS}/${complaintId}`)).body;
      expect(returned.row).toMatchObject({ state: 'OPEN', ownerName: null });
      expect((await go(hui, 3, { act: 'RECORD', outcome: 'IN_ORDER', text: '我自己打了' })).status).toBe(409);
      expect((await go(compliance, 4, { act: 'ASSIGN', ownerId: lan.staffId })).status).toBe(200);
      const found = {
        act: 'RECORD',
        outcome: 'FOUND_WRONG',
        text: '客户说没有收到风险揭示书',
        tradingPlan: '下周想把债基换成货币基金',
        complaintCategory: 'ADVICE',
      };
      expect((await go(compliance, 5, found)).body.code).toBe('care.not_yours');
      const done = await go(lan, 5, found);
      expect(done.body).toMatchObject({ row: { state: 'DONE', outcome: 'FOUND_WRONG' }, acts: [] });
      expect((await go(lan, 5, found)).body.complaintId).toBe(done.body.complaintId);
      expect((await go(lan, 6, { ...found, text: '再记一次' })).body.code).toBe('care.act_refused');
      const made = (await compliance.call('GET', `${COMPLAINTS}/${done.body.complaintId}`)).body;
      expect(made).toMatchObject({ row: { channel: 'FOLLOW_UP', state: 'OPEN' }, text: found.text });
    });

    it('F-07 a call that another module orders under one key is one call', async () => {
      const order = {
        orderKey: 'suitability:match-1',
        memberNo,
        reason: 'SUITABILITY',
        dueOn: 20_800,
      } as const;
      const calls = world.app.get(FollowUpCalls, { strict: false });
      const ids: string[] = [];
      for (let n = 0; n < 2; n += 1)
        await world.database.runInTransaction(async (tx) => {
          ids.push(await calls.order(tx, 'system', order));
        });
      expect(new Set(ids).size).toBe(1);
      expect((await hui.call('GET', `${CALLS}?view=OWED`)).body).toMatchObject({ total: 1 });
    });

    it('F-07 REQ-ADV-11 what a client says of a plan to trade is read by whoever handles it and by compliance only', async () => {
      const tradingPlan = '打算月底赎回一半';
      world.clock.advance(1_000);
      const { complaintId: id } = (await complain({ category: 'ADVICE', tradingPlan })).body;
      expect((await own())[0].tradingPlan).toBe(tradingPlan);
      await take(compliance, id, 2, { act: 'ASSIGN', ownerId: lan.staffId });
      const seenBy = async (person: Person) => (await person.call('GET', `${COMPLAINTS}/${id}`)).body;
      const withheld = { tradingPlan: null, isTradingPlanWithheld: true };
      expect(await seenBy(hui)).toMatchObject({ text: '三天没有人回复', ...withheld });
      for (const person of [lan, compliance])
        expect(await seenBy(person)).toMatchObject({ tradingPlan, isTradingPlanWithheld: false });
      const [{ callId }] = (await hui.call('GET', `${CALLS}?view=DONE`)).body.rows;
      expect((await hui.call('GET', `${CALLS}/${callId}`)).body).toMatchObject(withheld);
      expect((await lan.call('GET', `${CALLS}/${callId}`)).body.tradingPlan).toContain('债基');
      const everything = await world.rows('SELECT inputs FROM audit_rows');
      expect(JSON.stringify(everything)).not.toMatch(/赎回|债基/);
      for (const roles of [['adviser'], ['relationshipManager'], ['operator']] as const) {
        const outside = await hirePerson(world, `out-${roles[0]}`, roles);
        expect((await outside.call('GET', `${COMPLAINTS}/${id}`)).status).toBe(403);
      }
    });

    it('F-07 a branch sees its own complaints, and whoever has a book only what was given to them', async () => {
      const organisation = world.app.get(Organisation, { strict: false });
      const hire = async (loginName: string, scopeKind: 'branch' | 'book', branchId: string) => {
        const staffId = await world.database.runInTransaction((tx) =>
          organisation.createStaff(tx, {
            ...{ loginName, name: '冯静', password: STAFF_PASSWORD, roles: ['service'], scopeKind, branchId },
          }),
        );
        return { staffId, ...asCookie(world, cookieOf(await signInStaff(world, loginName))) };
      };
      const [gz, sh] = await world.database.runInTransaction(async (tx) => [
        await organisation.createBranch(tx, { path: '/gz/', name: '广州营业部' }),
        await organisation.createBranch(tx, { path: '/sh/', name: '上海营业部' }),
      ]);
      const [head, booked, away] = [
        await hire('c-head', 'branch', gz ?? ''),
        await hire('c-book', 'book', gz ?? ''),
        await hire('c-away', 'branch', sh ?? ''),
      ];
      const told = {
        channel: 'BRANCH',
        category: 'OTHER',
        memberId: null,
        complainant: '李女士',
        text: '等了一小时',
      };
      const { row } = (await head.call('POST', COMPLAINTS, told)).body;
      const totals = async () =>
        Promise.all([head, booked, away].map(async (one) => (await one.call('GET', COMPLAINTS)).body.total));
      expect(await totals()).toEqual([1, 0, 0]);
      expect((await away.call('GET', `${COMPLAINTS}/${row.complaintId}`)).status).toBe(404);
      const assign = (ownerId: string, stepNo: number) =>
        take(head, row.complaintId, stepNo, { act: 'ASSIGN', ownerId });
      expect((await assign(away.staffId, 2)).body.code).toBe('care.owner_unfit');
      expect((await assign(booked.staffId, 2)).status).toBe(200);
      expect(await totals()).toEqual([1, 1, 0]);
      const beyond = await away.call('POST', CALLS, { memberId, reason: 'SERVICE_CHECK' });
      expect(beyond.body.code).toBe('care.member_not_found');
    });

    it('F-07 when the account is closed nobody is called, and what the law keeps is read by compliance only', async () => {
      const [{ complaintId }] = await own();
      const closed = await world.call(
        'PUT',
        routeUrl(accountClosingRoutes.closeAccount, { params: { closingId: randomUUID() } }),
        { token, body: { textVersion: CLOSING_TEXT_VERSION, isUnderstood: true } },
      );
      expect(closed.status).toBe(200);
      expect((await hui.call('GET', `${CALLS}?view=OWED`)).body.total).toBe(0);
      const seen = (person: Person) => person.call('GET', `${COMPLAINTS}/${complaintId}`);
      expect((await seen(hui)).body).toMatchObject({ isRestricted: true, text: null, tradingPlan: null });
      // It is still owed an answer by whoever has it.
      expect((await seen(lan)).body).toMatchObject({ isRestricted: true, text: '三天没有人回复' });
      expect((await seen(compliance)).body).toMatchObject({ text: '三天没有人回复' });
      expect((await hui.call('POST', CALLS, { memberId, reason: 'SERVICE_CHECK' })).status).toBe(404);
    });
  });
});
