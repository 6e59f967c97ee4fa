import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrakeRow, PutOnBrake } from '@siyu/shared/contracts/brakes';
import type { BrakeKind } from '@siyu/shared/contracts/brakes.limits';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { externalUserIdOf } from '../../../../sandbox/src/wecom/customers.ts';
import { SANDBOX_KEYS } from '../../../../tools/sandbox-callbacks.ts';
import { AppModule } from '../../app.module.ts';
import {
  asCookie,
  cookieOf,
  type Person,
  signInStaff,
  STAFF_PASSWORD,
} from '../../records/testing/staff-people.ts';
import { openRecords, type RecordsWorld } from '../../records/testing/index.ts';
import { createTestApp, createTestPlace, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { openFirm } from '../../testing/thread-firm.ts';
import { Organisation, StaffChanges, StaffDirectory } from '../organisation/index.ts';
import { SubscribeSends } from '../wechat/index.ts';
import { MassSends } from '../wechat/mass-sends.ts';

const IN_FORCE_MS = 5_000;
const REASON = '客户投诉内容有误，先停下核对';
const GROUP = '01930000-0000-7000-8000-00000f060001';
const NOTICE = '01930000-0000-7000-8000-00000f060002';
const WHOLE_FIRM: PutOnBrake = { kind: 'FIRM', target: null, reason: REASON };

/** The house with the box as WeChat and WeCom; on MariaDB two processes share it: one at the desk, one with the jobs. */
describeOnEngines((engine) => {
  let world: RecordsWorld;
  let other: TestApp | null = null;
  let release: () => Promise<void>;
  let token: string;
  let reader: { memberNo: number; externalUserId: string };
  let lessons: ReadonlyMap<string, string>;
  let authorId: string;
  let branchId: string;
  let compliance: Person;
  let second: Person;
  let operator: Person;
  let head: Person;
  let people = 0;

  const hire = async (role: Role, ofBranch: string | null = null, more: object = {}): Promise<Person> => {
    const loginName = `brakes-${(people += 1)}`;
    const staff = { loginName, name: '梁正', password: STAFF_PASSWORD, roles: [role] };
    const scopeKind = ofBranch === null ? ('firm' as const) : ('branch' as const);
    const staffId = await world.database.runInTransaction((tx) =>
      world.app
        .get(Organisation, { strict: false })
        .createStaff(tx, { ...staff, scopeKind, branchId: ofBranch, ...more }),
    );
    return { staffId, ...asCookie(world, cookieOf(await signInStaff(world, loginName))) };
  };
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>) =>
    world.database.runInTransaction(({ manager }) =>
      manager.query(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
        Object.values(row),
      ),
    );

  beforeAll(async () => {
    const place = await createTestPlace(engine);
    release = place.release;
    // Two on one database: whoever is at the desk has no part in the sending.
    const env = {
      ...SANDBOX_KEYS,
      PLATFORM_REST_MS: '100',
      ...(engine === 'mysql' && { RUNS_JOBS: 'false' }),
    };
    world = await openRecords(engine, { place, also: [AppModule], env });
    const { sandbox, config } = world;
    if (engine === 'mysql')
      other = await createTestApp({
        engine,
        place,
        modules: [AppModule],
        env: {
          ...SANDBOX_KEYS,
          PLATFORM_REST_MS: '100',
          SANDBOX_URL: sandbox.url,
          WECHAT_APP_ID: config.wechat.appId,
          WECHAT_APP_SECRET: config.wechat.appSecret,
        },
      });
    await openFirm(world);
    const directory = world.app.get(StaffDirectory, { strict: false });
    const author = (await directory.listAllStaff()).find(({ loginName }) => loginName === 'author');
    authorId = author?.staffId ?? '';
    compliance = await hire('compliance');
    second = await hire('compliance');
    operator = await hire('operator');
    const organisation = world.app.get(Organisation, { strict: false });
    branchId = await world.database.runInTransaction(async (tx) => {
      const id = await organisation.createBranch(tx, { path: '/gz/', name: '广州营业部' });
      await organisation.createBranch(tx, { path: '/sh/', name: '上海营业部' });
      const standing = { roles: ['adviser'], scopeKind: 'book', branchId: id } as const;
      const changes = world.app.get(StaffChanges, { strict: false });
      const actor = { audience: 'staff', id: authorId, memberNo: null, roles: [], sessionId: null } as const;
      await changes.setStanding(tx, authorId, standing, { ...actor, scope: { kind: 'firm' } });
      await changes.setWecomUser(tx, authorId, 'adviser1', 'system');
      return id;
    });
    head = await hire('branchHead', branchId);
    const session = await world.signIn('demo-3', ['SERVICE', 'MARKETING']);
    token = session.token;
    const memberNo = await world.memberNoOf(session.member.memberId);
    reader = { memberNo, externalUserId: externalUserIdOf('demo-3') };
    const { body } = await at('/v1/lessons?limit=50');
    lessons = new Map(
      body.lessons.map(({ title, lessonId }: { title: string; lessonId: string }) => [title, lessonId]),
    );
    await insert('community_groups', {
      group_id: GROUP,
      chat_id: 'wr-of-brakes',
      name: '天河学习群',
      plain_name: '天河学习群',
      owner_wecom_user_id: 'adviser1',
      state: 'ACTIVE',
      member_count: 3,
      created_at: 0,
      synced_at: 0,
    });
    await insert('group_ties', {
      member_no: memberNo,
      group_id: GROUP,
      tied_at: world.clock.now(),
      is_seated: 1,
      seq: 1,
    });
  }, 60_000);
  afterAll(async () => {
    await other?.close();
    await world.close();
    await release();
  });

  /** Asked of the process that did not put the brake on, where there are two. */
  const at = async (path: string) => {
    const answer = await fetch((other ?? world).url + path, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, body: await answer.json() };
  };
  const feed = async (): Promise<string[]> =>
    (await at('/v1/feed?limit=50')).body.cards.map(
      (card: { content: { title: string } }) => card.content.title,
    );
  const lessonOf = (title: string): string => lessons.get(title) ?? '';
  const putOn = async (by: Person, wanted: PutOnBrake): Promise<BrakeRow> => {
    const { status, body } = await by.call('POST', '/v1/console/brakes', wanted);
    expect([status, body.code]).toEqual([201, undefined]);
    return body;
  };
  const stop = (kind: BrakeKind, target: string | null, name?: string): Promise<BrakeRow> =>
    putOn(compliance, { kind, target, ...(name !== undefined && { name }), reason: REASON });
  const ask = (by: Person, { brakeId }: BrakeRow) =>
    by.call('POST', `/v1/console/brakes/${brakeId}/release`, { reason: '核对无误' });
  const decide = async (by: Person, { brakeId }: BrakeRow, isApproved: boolean) => {
    const { rows } = (await by.call('GET', '/v1/console/reviews?state=OPEN')).body;
    const review = rows.find(({ subjectId }: { subjectId: string }) => subjectId === brakeId);
    return by.call('POST', `/v1/console/reviews/${review.reviewId}/decision`, {
      isApproved,
      comment: isApproved ? '' : '还没有查清',
      subjectSha256: review.subjectSha256,
    });
  };
  const letGo = async (brake: BrakeRow): Promise<void> => {
    expect((await ask(operator, brake)).status).toBe(200);
    expect((await decide(compliance, brake, true)).status).toBe(200);
  };
  const rowOf = async ({ brakeId }: BrakeRow): Promise<BrakeRow> =>
    (await compliance.call('GET', `/v1/console/brakes/${brakeId}`)).body;
  /** How long it took until something was so. */
  const msUntil = async (isSo: () => Promise<boolean>): Promise<number> => {
    const from = performance.now();
    while (!(await isSo())) {
      if (performance.now() - from > IN_FORCE_MS) return Infinity;
      await pause(20);
    }
    return performance.now() - from;
  };
  const sendState = async (key: string) =>
    (
      await world.rows('SELECT state, held_by_id, recall FROM platform_sends WHERE business_key = ?', [key])
    )[0];
  const planMessage = async (key: string) => {
    const sends = world.app.get(SubscribeSends, { strict: false });
    const message = { openid: 'o-nobody', templateId: 'sbx-new-lesson', data: { thing1: '课程' } };
    await world.database.runInTransaction((tx) =>
      sends.plan(tx, { businessKey: key, memberNo: null }, message),
    );
  };
  const openTasks = async (): Promise<string[]> => {
    const { body } = await world.sandbox.call('GET', '/__phone/wecom/tasks?userid=adviser1');
    return (body['tasks'] as { text: string }[]).map(({ text }) => text);
  };

  it('F-06 one person stops everything with a reason, and within 5 s every process shows and sends nothing', async () => {
    const before = await feed();
    expect(before).toHaveLength(5);
    const brake = await putOn(compliance, WHOLE_FIRM);
    const took = await msUntil(async () => (await feed()).length === 0);
    expect(took).toBeLessThan(IN_FORCE_MS);
    expect((await at('/v1/feed')).body).toMatchObject({ isPaused: true, continueLesson: null });
    const lessonId = lessonOf('写给大额');
    expect((await at(`/v1/lessons/${lessonId}`)).body.code).toBe('content.lesson_paused');
    expect((await at(`/v1/shared-lessons/${lessonId}`)).body.code).toBe('content.lesson_paused');
    expect((await at('/v1/lessons')).body.lessons).toEqual([]);
    expect((await at(`/v1/groups/${GROUP}`)).body.code).toBe('communities.group_paused');

    await planMessage('firm-1');
    await world.sandbox.call('DELETE', '/__control/journal');
    await pause(1_200);
    expect(await sendState('firm-1')).toMatchObject({ state: 'PLANNED' });
    const { body: journal } = await world.sandbox.call('GET', '/__control/journal');
    expect(JSON.stringify(journal)).not.toContain('subscribe/send');
    const { held } = await rowOf(brake);
    expect(held).toMatchObject({ LESSONS: 5, MESSAGES: 1, TASKS: 0 });
    // The box has groups of its own, which come whenever they are fetched.
    expect(held?.GROUPS).toBeGreaterThanOrEqual(1);
    // Everybody at the desk is told, whatever their role.
    const { body } = await (await hire('finance')).call('GET', '/v1/console/firm-brake');
    expect(body.brake).toMatchObject({ reason: REASON, putOnByName: '梁正' });

    await letGo(brake);
    expect(await feed()).toEqual(before);
    expect((await at(`/v1/groups/${GROUP}`)).status).toBe(200);
    // The message goes out now; that the box knows nobody of this name is its own answer.
    expect(await msUntil(async () => (await sendState('firm-1'))?.state !== 'PLANNED')).toBeLessThan(
      IN_FORCE_MS,
    );
    const trail = await world.rows(
      'SELECT action, actor_id AS actor FROM audit_rows WHERE subject_id = ? ORDER BY row_id',
      [brake.brakeId],
    );
    expect(trail).toEqual([
      { action: 'brakes.put_on', actor: compliance.staffId },
      { action: 'brakes.ask_release', actor: operator.staffId },
      { action: 'brakes.release', actor: compliance.staffId },
    ]);
  });

  it('F-06 a branch, an adviser, a text, a product or a way out is stopped, and nothing else', async () => {
    const all = await feed();
    const without = (...titles: string[]) => all.filter((title) => !titles.includes(title));
    const open = async (title: string, path = 'lessons') =>
      (await at(`/v1/${path}/${lessonOf(title)}`)).status;
    const group = async () => (await at(`/v1/groups/${GROUP}`)).status;

    let brake = await stop('CONTENT', lessonOf('写给大额'));
    expect(await feed()).toEqual(without('写给大额'));
    expect([await open('写给大额'), await open('写给近期'), await group()]).toEqual([409, 200, 200]);
    expect((await rowOf(brake)).held).toMatchObject({ LESSONS: 1, GROUPS: 0 });
    await letGo(brake);

    brake = await stop('PRODUCT', '001234', '写给近期');
    expect(await feed()).toEqual(without('写给近期'));
    await letGo(brake);

    for (const [kind, target] of [
      ['BRANCH', branchId],
      ['ADVISER', authorId],
    ] as const) {
      brake = await stop(kind, target);
      expect(await feed()).toEqual([]);
      expect(await group()).toBe(409);
      const { held } = await rowOf(brake);
      expect(held?.LESSONS).toBe(5);
      expect(held?.GROUPS).toBeGreaterThanOrEqual(1);
      await letGo(brake);
    }
    const elsewhere = (await compliance.call('GET', '/v1/console/brake-targets?kind=BRANCH')).body.targets;
    const shanghai = elsewhere.find(({ name }: { name: string }) => name === '上海营业部').target;
    brake = await stop('BRANCH', shanghai);
    expect(await feed()).toEqual(all);
    await letGo(brake);

    const ways = { APP: [409, 200, 200], SHARED_PAGE: [200, 409, 200], GROUP_PAGE: [200, 200, 409] };
    for (const [way, expected] of Object.entries(ways)) {
      brake = await stop('CHANNEL', way);
      const [app, shared] = [await open('写给大额'), await open('写给大额', 'shared-lessons')];
      expect([app, shared, await group()]).toEqual(expected);
      expect((await feed()).length).toBe(way === 'APP' ? 0 : 5);
      await letGo(brake);
    }
    expect(await feed()).toEqual(all);
  });

  it('F-06 each stops what is theirs to stop, and a thing is stopped by one brake at a time', async () => {
    const tried = async (by: Person, wanted: PutOnBrake) =>
      (await by.call('POST', '/v1/console/brakes', wanted)).body.code ?? 'on';
    const branches = (await compliance.call('GET', '/v1/console/brake-targets?kind=BRANCH')).body.targets;
    const other = branches.find(({ target }: { target: string }) => target !== branchId).target;
    expect(await tried(head, WHOLE_FIRM)).toBe('brakes.not_yours');
    expect(await tried(head, { kind: 'BRANCH', target: other, reason: REASON })).toBe('brakes.not_yours');
    expect(await tried(head, { kind: 'CONTENT', target: lessonOf('写给大额'), reason: REASON })).toBe(
      'brakes.not_yours',
    );
    expect(await tried(operator, WHOLE_FIRM)).toBe('brakes.not_yours');
    expect(await tried(compliance, { kind: 'CONTENT', target: branchId, reason: REASON })).toBe(
      'brakes.target_unknown',
    );
    expect(await tried(compliance, { kind: 'PRODUCT', target: '12', name: '某', reason: REASON })).toBe(
      'brakes.target_missing',
    );
    // What is offered is what may be stopped.
    const offered = (await head.call('GET', '/v1/console/brake-targets?kind=BRANCH')).body.targets;
    expect(offered).toEqual([{ target: branchId, name: '广州营业部', note: null }]);

    const wanted: PutOnBrake = { kind: 'ADVISER', target: authorId, reason: REASON };
    const brake = await putOn(head, wanted);
    expect((await putOn(head, wanted)).brakeId).toBe(brake.brakeId);
    expect(await tried(compliance, { ...wanted, reason: '另一个原因' })).toBe('brakes.already_on');
    const elsewhere = await hire('branchHead', other);
    expect((await elsewhere.call('GET', `/v1/console/brakes/${brake.brakeId}`)).body.code).toBe(
      'brakes.not_found',
    );
    expect((await elsewhere.call('GET', '/v1/console/brakes')).body.rows).toEqual([]);
    expect((await head.call('GET', '/v1/console/brakes')).body.rows).toHaveLength(1);
    await letGo(brake);
  });

  it('F-06 to let go takes two people, and a request that is turned down leaves it on', async () => {
    const brake = await stop('CONTENT', lessonOf('写给大额'));
    expect((await ask(compliance, brake)).status).toBe(200);
    expect((await ask(compliance, brake)).body.code).toBe('reviews.already_open');
    expect((await decide(compliance, brake, true)).body.code).toBe('reviews.own_request');
    // Who is alone in compliance is not stuck with the own request: another one takes its place.
    expect((await ask(operator, brake)).status).toBe(200);
    expect((await decide(compliance, brake, false)).status).toBe(200);
    expect(await rowOf(brake)).toMatchObject({ state: 'ON', asked: null, mayAsk: true });
    expect(await feed()).not.toContain('写给大额');
    expect((await ask(compliance, brake)).status).toBe(200);
    // Of two who decide at once one is told that it is decided.
    const both = await Promise.all([decide(second, brake, true), decide(second, brake, true)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await rowOf(brake)).toMatchObject({ state: 'RELEASED', held: null, mayAsk: false });
    expect(await feed()).toContain('写给大额');
    const released = await compliance.call('GET', '/v1/console/brakes?state=RELEASED&limit=1');
    expect(released.body.rows[0]).toMatchObject({ brakeId: brake.brakeId, releasedByName: '梁正' });
  });

  it('F-06 a message about a stopped text is asked about right before its call and waits, one about another goes', async () => {
    const lessonId = lessonOf('写给大额');
    await insert('notices', {
      notice_id: NOTICE,
      member_no: reader.memberNo,
      kind: 'NEW_LESSON',
      message_class: 'SERVICE',
      subject: 'large',
      item_id: lessonId,
      template_id: 'sbx-new-lesson',
      title: '新课提醒',
      said: '[]',
      state: 'PLANNED',
      planned_at: 0,
    });
    const brake = await stop('CONTENT', lessonId);
    await planMessage(`notice:${NOTICE}`);
    await planMessage('of-another');
    expect(
      await msUntil(async () => (await sendState(`notice:${NOTICE}`))?.held_by_id === brake.brakeId),
    ).toBeLessThan(IN_FORCE_MS);
    expect(await sendState(`notice:${NOTICE}`)).toMatchObject({ state: 'PLANNED' });
    expect(await msUntil(async () => (await sendState('of-another'))?.state === 'FAILED')).toBeLessThan(
      IN_FORCE_MS,
    );
    expect((await rowOf(brake)).held).toMatchObject({ MESSAGES: 1 });
    await letGo(brake);
    // Asked again as any message is: nobody wishes for it any more.
    expect(
      await msUntil(async () => (await sendState(`notice:${NOTICE}`))?.state === 'WITHHELD'),
    ).toBeLessThan(IN_FORCE_MS);
  });

  it('F-06 a task in WeCom that nobody has confirmed is taken back within 5 s, one that was confirmed stays sent', async () => {
    const plan = async (text: string) => {
      const to = { customers: [reader.externalUserId] };
      const message = { to, senderId: 'adviser1', staffId: authorId, contentId: null, text };
      await world.database.runInTransaction((tx) =>
        world.app.get(MassSends, { strict: false }).plan(tx, { businessKey: text }, message),
      );
      expect(await msUntil(async () => (await openTasks()).includes(text))).toBeLessThan(IN_FORCE_MS);
    };
    await plan('周三晚八点开课');
    const { body } = await world.sandbox.call('GET', '/__phone/wecom/tasks?userid=adviser1');
    const [task] = body['tasks'] as { id: string }[];
    await world.sandbox.call('POST', `/__phone/wecom/tasks/${task?.id ?? ''}/confirm`, {
      userid: 'adviser1',
    });
    await plan('周四晚八点开课');

    const brake = await stop('ADVISER', authorId);
    const took = await msUntil(async () => (await openTasks()).length === 0);
    expect(took).toBeLessThan(IN_FORCE_MS);
    expect(await msUntil(async () => (await sendState('周三晚八点开课'))?.recall === 'OVER')).toBeLessThan(
      IN_FORCE_MS,
    );
    // Written down after the call.
    expect(
      await msUntil(async () => (await sendState('周四晚八点开课'))?.recall === 'RECALLED'),
    ).toBeLessThan(IN_FORCE_MS);
    expect(await sendState('周四晚八点开课')).toEqual({
      state: 'SENT',
      held_by_id: brake.brakeId,
      recall: 'RECALLED',
    });
    expect((await rowOf(brake)).held).toMatchObject({ TASKS: 1 });
    await letGo(brake);
  });

  it('F-06 nothing is said through the sidebar while its person is stopped', async () => {
    const talker = await hire('adviser', branchId, { registrationNo: 'S0000000000009', scopeKind: 'book' });
    await world.database.runInTransaction(async (tx) => {
      const { identity } = world;
      const contact = { kind: 'wecom_external_contact', issuer: SANDBOX_KEYS.WECOM_CORP_ID } as const;
      await identity.linkIdentity(tx, reader.memberNo, { ...contact, externalId: reader.externalUserId });
      await identity.bindAdviser(tx, reader.memberNo, talker.staffId);
    });
    const say = async () =>
      (
        await talker.call('POST', '/v1/console/sidebar/inserts', {
          chat: { kind: 'CUSTOMER', externalUserId: reader.externalUserId },
          text: '您好，您上次问的课程已经更新，打开小程序就能接着学。',
          purpose: 'SERVICE',
        })
      ).body.refusal;
    expect(await say()).toBeNull();
    const brake = await stop('BRANCH', branchId);
    expect(await say()).toBe('STOPPED');
    await letGo(brake);
    expect(await say()).toBeNull();
  });
});
