import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import { BRAKE_KINDS } from '@siyu/shared/contracts/brakes.limits';
import {
  CHATS_PER_MINUTE,
  LIVE_ACTS,
  LIVE_BEAT_MS,
  LIVE_GAP_MS,
  LIVE_STATES,
  LIVE_TRANSITIONS,
  nextLiveState,
} from '@siyu/shared/contracts/live.limits';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { routeUrl } from '@siyu/shared/contracts/route';
import { AppModule } from '../../app.module.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
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
import { statementsOf } from '../../testing/statements-of.ts';
import { openFirm } from '../../testing/thread-firm.ts';

const DESK = '/v1/console/lives';
const MINUTE = 60_000;
const NO = 'S0260519080001';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n');
const MP4 = Buffer.concat([
  Buffer.from('0000001866747970', 'hex'),
  Buffer.from('isom'),
  Buffer.from('0000020069736f6d69736f32', 'hex'),
]);
const REPORT_BASIS = { usesReport: true, reportPublisher: '示例证券研究所', reportOn: '2026-11-09' };
const OWN_BASIS = { usesReport: false, reportPublisher: '', reportOn: null };
const SCRIPT = '今天我们讲一讲怎样看懂一份定期报告，先看目录，再看附注，最后看审计意见。'.repeat(3);

it('F-04 REQ-PUB-2 a live goes along its table and no other way: whatever was stopped or is over begins no more', () => {
  for (const act of LIVE_ACTS)
    for (const from of LIVE_STATES) {
      const row = LIVE_TRANSITIONS.find((each) => each.act === act && each.from === from);
      expect(nextLiveState(act, from)).toBe(row?.to ?? null);
    }
  const onAir = LIVE_TRANSITIONS.filter(({ to, from }) => to === 'ON_AIR' && from !== 'ON_AIR');
  expect(onAir).toEqual([{ act: 'START', from: 'ANNOUNCED', to: 'ON_AIR' }]);
  const announced = LIVE_TRANSITIONS.filter(({ to }) => to === 'ANNOUNCED');
  expect(announced).toEqual([{ act: 'ANNOUNCE', from: 'APPROVED', to: 'ANNOUNCED' }]);
  expect(BRAKE_KINDS).toContain('CONTENT');
});

describeOnEngines((engine) => {
  describe('live sessions', () => {
    let world: RecordsWorld;
    let operator: Person;
    let compliance: Person;
    let deputy: Person;
    let host: Person;
    let quizLessonId: string;
    const tokens: string[] = [];
    beforeAll(async () => {
      world = await openRecords(engine, { also: [AppModule] });
      await openFirm(world);
      operator = await hirePerson(world, 'operator', ['operator']);
      compliance = await hirePerson(world, 'compliance', ['compliance']);
      deputy = await hirePerson(world, 'deputy', ['compliance']);
      const staffId = await world.database.runInTransaction((tx) =>
        world.app.get(Organisation, { strict: false }).createStaff(tx, {
          loginName: 'shen',
          name: '沈知行',
          password: STAFF_PASSWORD,
          roles: ['adviser'],
          scopeKind: 'book',
          branchId: null,
          registrationNo: NO,
        }),
      );
      host = { staffId, ...asCookie(world, cookieOf(await signInStaff(world, 'shen'))) };
      for (const account of ['demo-1', 'demo-2', 'demo-3']) tokens.push((await world.signIn(account)).token);
      const { lessons } = (await world.call('GET', '/v1/lessons', { token: tokens[0] ?? '' })).body;
      quizLessonId = lessons[0].lessonId;
    }, 60_000);
    afterAll(() => world.close());

    const iso = (inMs: number): string => new Date(world.clock.now() + inMs).toISOString();
    const planOf = (more: object = {}) => ({
      title: '读懂定期报告',
      summary: '用半小时看懂一份定期报告的结构。',
      label: 'education',
      platform: 'own',
      startsAt: iso(20 * MINUTE),
      endsAt: iso(80 * MINUTE),
      hostId: host.staffId,
      script: SCRIPT,
      riskNote: '市场有风险，投资需谨慎。',
      quizLessonId: null,
      channels: null,
      ...more,
    });
    const desk = (who: Person, liveId: string) =>
      who.call('GET', `${DESK}/${liveId}`).then(({ body }) => body);
    const move = (who: Person, liveId: string, act: string, reason?: string): Promise<Reply> =>
      who.call('POST', `${DESK}/${liveId}/moves`, { act, ...(reason !== undefined && { reason }) });
    const create = async (plan: object = planOf()): Promise<string> => {
      const made = await operator.call('POST', DESK, plan);
      expect([made.status, made.body.code]).toEqual([201, undefined]);
      return made.body.row.liveId;
    };
    const decide = (who: Person, review: { reviewId: string; sha256: string }, isApproved = true) =>
      who.call('POST', `/v1/console/reviews/${review.reviewId}/decision`, {
        isApproved,
        comment: '可以',
        subjectSha256: review.sha256,
      });
    const upload = async (liveId: string, kind: string, bytes: Buffer): Promise<Reply> => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), 'any.bin');
      const response = await fetch(`${world.url}${DESK}/${liveId}/files?kind=${kind}`, {
        method: 'POST',
        headers: { origin: world.url, cookie: operator.cookie },
        body: form,
      });
      return { status: response.status, body: await response.json(), headers: response.headers };
    };
    const file = async (liveId: string, filedOn = '2026-11-10'): Promise<void> => {
      const { fileId } = (await upload(liveId, 'FILING', PDF)).body;
      const filed = { filingNo: '深证直播备〔2026〕18号', filedOn, filedWith: '证监局', fileId };
      const entered = await operator.call('PUT', `${DESK}/${liveId}/filing`, filed);
      expect([entered.status, entered.body.code]).toEqual([200, undefined]);
    };
    const confirmed = async (liveId: string): Promise<void> => {
      expect((await decide(compliance, (await desk(compliance, liveId)).filing.review)).status).toBe(200);
    };
    const approved = async (liveId: string): Promise<void> => {
      expect((await move(operator, liveId, 'SUBMIT')).body.row.state).toBe('IN_REVIEW');
      expect((await decide(compliance, (await desk(compliance, liveId)).review)).status).toBe(200);
    };
    const announced = async (plan: object = planOf()): Promise<string> => {
      const liveId = await create(plan);
      await file(liveId);
      await confirmed(liveId);
      await approved(liveId);
      expect((await move(operator, liveId, 'ANNOUNCE')).body.row?.state).toBe('ANNOUNCED');
      return liveId;
    };
    const onAir = async (plan: object = planOf()): Promise<string> => {
      const liveId = await announced(plan);
      expect((await move(host, liveId, 'START')).body.row?.state).toBe('ON_AIR');
      return liveId;
    };
    const member = (method: string, liveId: string, what = '', body?: object, at = 0): Promise<Reply> =>
      world.call(method, `/v1/lives/${liveId}${what}`, { token: tokens[at] ?? '', ...(body && { body }) });
    const say = (liveId: string, text: string, at = 0, chatId: string = randomUUID()) =>
      member('POST', liveId, '/chats', { chatId, text }, at);
    const events = async (type: string, contentId: string) =>
      world.rows('SELECT member_no, value FROM engagement_events WHERE type = ? AND content_id = ?', [
        type,
        contentId,
      ]);
    const audited = async (action: string, subjectId: string): Promise<number> =>
      (await world.rows('SELECT 1 FROM audit_rows WHERE action = ? AND subject_id = ?', [action, subjectId]))
        .length;
    const counted = async (): Promise<void> => {
      world.app.get(Jobs).wake('live-attendance');
      await world.app.get(Jobs).idle();
    };

    it('F-04 REQ-PUB-1 REQ-PUB-2 REQ-ADV-12 is announced only with an approved script and a confirmed filing of this very plan', async () => {
      const liveId = await create();
      const announce = async () => (await move(operator, liveId, 'ANNOUNCE')).body.code;
      expect(await announce()).toBe('live.act_refused');
      expect((await member('PUT', liveId, '/reservation')).status).toBe(404);
      await approved(liveId);
      expect(await announce()).toBe('live.not_filed');
      await file(liveId, '2026-11-20');
      expect(await announce()).toBe('live.not_filed');
      // Whoever entered it looks at it a second time in vain; too near the day it does not do either.
      await confirmed(liveId);
      expect(await announce()).toBe('live.filed_too_late');
      await file(liveId);
      await confirmed(liveId);
      expect(await announce()).toBeUndefined();
      expect((await member('PUT', liveId, '/reservation')).status).toBe(200);
      // A changed plan is a draft again, and nobody reserves it any more.
      const edited = await operator.call('PUT', `${DESK}/${liveId}`, planOf({ title: '读懂年度报告' }));
      expect(edited.body).toMatchObject({
        row: { state: 'DRAFT', version: 2 },
        filing: { isOfThisPlan: false },
      });
      expect((await member('PUT', liveId, '/reservation', undefined, 1)).status).toBe(404);
      await approved(liveId);
      expect(await announce()).toBe('live.not_filed');
      const { steps } = await desk(compliance, liveId);
      expect(steps.map(({ act }: { act: string }) => act)).toEqual(
        expect.arrayContaining(['SUBMIT', 'APPROVE', 'FILE', 'ANNOUNCE', 'EDIT']),
      );
    });

    it('F-04 REQ-PUB-1 REQ-ADV-1 REQ-ADV-3 the script is read before its review, by somebody who wrote none of it, and spoken by whose registration is in force', async () => {
      const bad = await create(planOf({ script: `${SCRIPT}跟着我买入 600519，保证收益翻倍。` }));
      expect((await move(operator, bad, 'SUBMIT')).body.code).toBe('live.wording_refused');
      expect(await audited('live.refuse_wording', bad)).toBe(1);
      const noHost = await operator.call('POST', DESK, planOf({ hostId: operator.staffId }));
      expect(noHost.body.code).toBe('live.host_not_registered');
      const late = await operator.call('POST', DESK, planOf({ startsAt: iso(-MINUTE) }));
      expect(late.body.code).toBe('live.times_out_of_range');
      const channels = await operator.call('POST', DESK, planOf({ platform: 'channels' }));
      expect(channels.body.code).toBe('live.platform_mismatch');
      const liveId = await announced();
      const end = (until: number | null) =>
        world.database.runInTransaction(({ manager }) =>
          manager.query('UPDATE staff SET registration_until = ? WHERE staff_id = ?', [until, host.staffId]),
        );
      await end(20_000);
      expect((await move(operator, liveId, 'START')).body.code).toBe('live.host_not_registered');
      await end(null);
      expect((await move(compliance, liveId, 'START')).body.code).toBe('live.not_yours');
      // Two at once: it begins once.
      const both = await Promise.all([move(host, liveId, 'START'), move(operator, liveId, 'START')]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await audited('live.start', liveId)).toBe(1);
      const room = (await member('GET', liveId)).body;
      expect(room).toMatchObject({
        card: { hostName: '沈知行', hostRegistrationNo: NO, state: 'ON_AIR' },
        riskNote: '市场有风险，投资需谨慎。',
      });
      expect(room.streamUrl).toContain('http');
      expect(room.firmName.length).toBeGreaterThan(1);
    });

    it('F-04 reserving twice is once, one event; withdrawn it is free again, and once it has begun nobody reserves', async () => {
      const liveId = await announced();
      for (let turn = 0; turn < 2; turn += 1)
        expect((await member('PUT', liveId, '/reservation')).body.isReserved).toBe(true);
      await Promise.all([1, 1].map((at) => member('PUT', liveId, '/reservation', undefined, at)));
      expect((await desk(operator, liveId)).figures.reservations).toBe(2);
      for (let turn = 0; turn < 2; turn += 1)
        expect((await member('DELETE', liveId, '/reservation')).body.isReserved).toBe(false);
      expect((await desk(operator, liveId)).figures.reservations).toBe(1);
      expect((await member('PUT', liveId, '/reservation')).body.isReserved).toBe(true);
      expect(await events('live_reserved', liveId)).toHaveLength(2);
      const { lives } = (await world.call('GET', '/v1/lives?list=COMING', { token: tokens[0] ?? '' })).body;
      expect(lives.find((each: { liveId: string }) => each.liveId === liveId)).toMatchObject({
        isReserved: true,
        hostName: '沈知行',
      });
      const copy = (await world.call('GET', '/v1/members/me/access-copy', { token: tokens[0] ?? '' })).body;
      expect(copy.lives.reservations.total).toBeGreaterThan(0);
      await move(host, liveId, 'START');
      expect((await member('PUT', liveId, '/reservation', undefined, 2)).body.code).toBe('live.not_open');
      // Those who asked for it are told a quarter of an hour before; called off, it is told with its reason.
      const off = await announced();
      await member('PUT', off, '/reservation');
      expect((await move(operator, off, 'CANCEL')).body.code).toBe('live.reason_missing');
      await move(operator, off, 'CANCEL', '主讲人临时有事，改期再办。');
      const past = (await world.call('GET', '/v1/lives?list=PAST', { token: tokens[0] ?? '' })).body.lives;
      expect(past.map((each: { liveId: string }) => each.liveId)).toContain(off);
      expect((await member('GET', off)).body.now).toMatchObject({
        state: 'CANCELLED',
        notice: '主讲人临时有事，改期再办。',
      });
    });

    it('F-04 REQ-PUB-2 time is the server’s: two devices at once count once, a silence counts as away, and it ends with the stop', async () => {
      const liveId = await onAir();
      const beat = (at = 0) => member('PUT', liveId, '/viewing', undefined, at);
      const seconds = async (at = 0): Promise<number> => (await beat(at)).body.watchedSeconds;
      expect(await seconds()).toBe(0);
      for (let turn = 0; turn < 8; turn += 1) {
        world.clock.advance(LIVE_BEAT_MS);
        await Promise.all([beat(), beat(), beat(1)]);
      }
      expect(await seconds()).toBe((8 * LIVE_BEAT_MS) / 1_000);
      world.clock.advance(LIVE_GAP_MS + 1);
      expect(await seconds()).toBe(120);
      world.clock.advance(LIVE_BEAT_MS);
      expect(await seconds()).toBe(135);
      // However many watch, they are written together: the statements do not grow with them.
      const writes = async (members: readonly number[]) => {
        world.clock.advance(1_000);
        const seen = await statementsOf(world.database, () => Promise.all(members.map((at) => beat(at))));
        return seen.filter((each) => /(UPDATE|INTO) live_viewings/.test(each)).length;
      };
      await beat(2);
      expect(await writes([0, 1, 2])).toBeLessThanOrEqual(3);
      expect(await writes([0])).toBe(1);
      // What jobs ask at the same moment falls into the count, and only ever adds to it.
      const counts: number[] = [];
      for (let time = 0; time < 4; time += 1) {
        const asked = await statementsOf(world.database, () => beat());
        counts.push(asked.filter((each) => /live/.test(each)).length);
      }
      expect(Math.min(...counts)).toBeLessThanOrEqual(6);
      const stopped = await move(compliance, liveId, 'STOP', '画面里出现了不该有的内容。');
      expect(stopped.body.row.state).toBe('STOPPED');
      expect((await beat()).body.code).toBe('live.stopped');
      const room = (await member('GET', liveId)).body;
      expect(room).toMatchObject({
        streamUrl: null,
        now: { state: 'STOPPED', notice: '画面里出现了不该有的内容。' },
      });
      expect((await move(operator, liveId, 'START')).body.code).toBe('live.act_refused');
      await counted();
      await counted();
      const attended = await events('live_attended', liveId);
      expect(attended.map(({ value }) => Number(value)).sort()).toEqual([1, 2]);
      // Who watched, and when, without names; each look is in the trail, and advisers get none.
      const viewers = (await compliance.call('GET', `${DESK}/${liveId}/viewers?limit=2`)).body;
      expect(viewers).toMatchObject({ total: 3, viewers: [{ visits: 2 }, { visits: 2 }] });
      expect(viewers.nextCursor).not.toBeNull();
      expect(await audited('live.view_viewers', liveId)).toBe(1);
      expect((await host.call('GET', `${DESK}/${liveId}/viewers`)).status).toBe(403);
    });

    it('F-04 F-10 REQ-PUB-2 how many watched is told step by step, each once a step however often they came back, in a bounded number of steps', async () => {
      const liveId = await onAir();
      const course = (who = compliance) =>
        who.call('GET', `${DESK}/${liveId}/course`).then(({ body }) => body);
      const counts = async () => (await course()).points.map((point: { viewers: number }) => point.viewers);
      const began = world.clock.now();
      const [one, other] = await world.rows(
        'SELECT member_no AS no FROM members ORDER BY member_no LIMIT 2',
        [],
      );
      const watched = (no: unknown, ...stretches: [number, number][]) =>
        world.database.runInTransaction(async ({ manager }) => {
          for (const [at, [from, until]] of stretches.entries())
            await manager.query(
              'INSERT INTO live_viewings (live_id, member_no, visit_no, from_at, until_at) VALUES (?, ?, ?, ?, ?)',
              [liveId, no, at + 1, began + from * 1_000, began + until * 1_000],
            );
        });
      expect(await course()).toEqual({ stepMinutes: 1, points: [{ at: iso(0), viewers: 0 }] });
      // Away within the second minute and back in it, gone for the fourth.
      await watched(one?.['no'], [10, 70], [118, 130], [260, 299]);
      await watched(other?.['no'], [120, 179]);
      world.clock.advance(6 * MINUTE);
      expect(await counts()).toEqual([1, 1, 2, 0, 1, 0, 0]);
      await world.database.runInTransaction(({ manager }) =>
        manager.query('UPDATE lives SET started_at = started_at - ? WHERE live_id = ?', [
          420 * MINUTE,
          liveId,
        ]),
      );
      const long = await course();
      expect([long.stepMinutes, long.points.length]).toEqual([3, 143]);
      const last = long.points.slice(-4).map(({ viewers }: { viewers: number }) => viewers);
      expect(last).toEqual([0, 2, 1, 0]);
      expect((await course(host)).points).toHaveLength(long.points.length);
      const seen = await statementsOf(world.database, () => course());
      expect(seen.filter((each) => /live_viewings/.test(each))).toHaveLength(1);
    });

    it('F-04 REQ-ADV-2 REQ-PUB-2 words in a live pass both readers, keep their place, and are refused with a reason of their own', async () => {
      const liveId = await onAir();
      const chatId = randomUUID();
      const said = await say(liveId, '老师讲得很清楚', 0, chatId);
      expect([said.status, said.body]).toMatchObject([201, { state: 'SHOWN', isMine: true, seq: 1 }]);
      expect((await say(liveId, '换一句再发', 0, chatId)).body).toEqual(said.body);
      expect((await say(liveId, '别人的编号', 1, chatId)).body.code).toBe('live.chat_taken');
      expect((await say(liveId, '明天全仓买入 600519 必涨，跟我操作', 1)).body.code).toBe(
        'live.names_stocks',
      );
      expect((await say(liveId, 'sbx-risky 这句话不行', 1)).body.code).toBe('live.refused_by_wechat');
      expect(await audited('live.refuse_chat', liveId)).toBe(2);
      const waiting = (await say(liveId, 'sbx-review 这句要看看', 1)).body;
      expect(waiting).toMatchObject({ state: 'WAITING', seq: null });
      const read = async (at: number, query = '') =>
        (await member('GET', liveId, `/chats${query}`, undefined, at)).body;
      expect((await read(0)).chats.map(({ chatId: id }: { chatId: string }) => id)).toEqual([chatId]);
      expect((await read(1)).chats).toHaveLength(2);
      const { lastSeq } = await read(0);
      // Of two who decide at once one decision stands.
      const judge = (who: Person, id: string, isShown: boolean) =>
        who.call('PUT', `${DESK}/${liveId}/chats/${id}`, { isShown });
      const both = await Promise.all([
        judge(operator, waiting.chatId, true),
        judge(compliance, waiting.chatId, true),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const news = await read(0, `?after=${lastSeq}`);
      expect(news.chats).toMatchObject([{ chatId: waiting.chatId, state: 'SHOWN' }]);
      await judge(compliance, chatId, false);
      expect((await read(0, `?after=${news.lastSeq}`)).chats).toMatchObject([
        { chatId, state: 'REFUSED', text: '' },
      ]);
      const queue = (await compliance.call('GET', `${DESK}/${liveId}/chats?state=REFUSED`)).body;
      expect(queue.total).toBe(3);
      for (let n = 0; n < CHATS_PER_MINUTE; n += 1) await say(liveId, `第 ${n} 句`, 2);
      expect((await say(liveId, '又一句', 2)).body.code).toBe('live.too_many_chats');
      world.clock.advance(MINUTE + 1);
      // Muted by compliance, nobody writes; everybody still watches and is told why.
      expect((await move(operator, liveId, 'MUTE', '讨论离题了，先看直播。')).body.code).toBe(
        'live.not_yours',
      );
      const muted = await Promise.all([
        move(compliance, liveId, 'MUTE', '讨论离题了，先看直播。'),
        move(deputy, liveId, 'STOP', '讨论里出现了荐股的内容。'),
        ...[0, 1, 2].map((at) => say(liveId, '正在说', at)),
      ]);
      for (const { status, body } of muted.slice(2))
        expect([201, 'live.muted', 'live.stopped']).toContain(status === 201 ? 201 : body.code);
      expect(muted[1]?.status).toBe(200);
      // One outcome: a stopped live is not muted any more, and nothing was said after the stop.
      expect((await read(0)).now.state).toBe('STOPPED');
      expect((await say(liveId, '还想说', 0)).body.code).toBe('live.stopped');
      const [live] = await world.rows('SELECT chat_seq, ended_at FROM lives WHERE live_id = ?', [liveId]);
      const later = await world.rows('SELECT 1 FROM live_chats WHERE live_id = ? AND seq > ?', [
        liveId,
        live.chat_seq,
      ]);
      expect(later).toEqual([]);
      // Two stops at once end it once.
      const other = await onAir();
      const stops = await Promise.all([
        move(compliance, other, 'STOP', '合规叫停，稍后说明。'),
        move(deputy, other, 'STOP', '合规叫停，另行通知。'),
      ]);
      expect(stops.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await audited('live.stop', other)).toBe(1);
    });

    it('F-06 F-04 a brake on the host holds the live on whatever members ask at once, and advice is for those under a contract', async () => {
      const liveId = await onAir();
      const put = await compliance.call('POST', '/v1/console/brakes', {
        kind: 'ADVISER',
        target: host.staffId,
        reason: '登记状态待核实',
      });
      expect([put.status, put.body.code]).toEqual([201, undefined]);
      for (const [method, what] of [
        ['GET', ''],
        ['PUT', '/viewing'],
        ['GET', '/chats'],
      ] as const)
        expect((await member(method, liveId, what)).body.code).toBe('live.paused');
      const { lives } = (await world.call('GET', '/v1/lives', { token: tokens[0] ?? '' })).body;
      expect(lives).toEqual([]);
      await world.database.runInTransaction(({ manager }) =>
        manager.query("UPDATE brakes SET state = 'RELEASED', open_key = NULL WHERE state = 'ON'"),
      );
      expect((await member('GET', liveId)).status).toBe(200);
      const advice = await announced(planOf({ label: 'advice', basis: OWN_BASIS }));
      expect((await member('GET', advice)).status).toBe(404);
      expect((await member('PUT', advice, '/reservation')).status).toBe(404);
      // Nor is its title to be had by asking to be reminded of it.
      const wish = (subject: string) =>
        world.call('PUT', '/v1/notices/wishes/LIVE_STARTING', {
          token: tokens[0] ?? '',
          body: { subject, isWished: true },
        });
      expect((await wish(advice)).body.code).toBe('notifications.subject_unknown');
      expect((await wish(await announced(planOf()))).status).toBe(200);
    });

    it('F-09 REQ-ADV-4 a live of advice is handed in only with its basis; its hash holds it, its reviewer and its members read it', async () => {
      const startsAt = iso(20 * MINUTE);
      const endsAt = iso(80 * MINUTE);
      const advice = (basis?: object) =>
        planOf({ label: 'advice', startsAt, endsAt, ...(basis && { basis }) });
      const liveId = await create(advice());
      const save = async (basis?: object): Promise<string> =>
        (await operator.call('PUT', `${DESK}/${liveId}`, advice(basis))).body.planSha256;
      for (const [basis, code] of [
        [undefined, 'content.basis_missing'],
        [{ ...REPORT_BASIS, reportPublisher: ' ' }, 'content.report_incomplete'],
        [{ ...REPORT_BASIS, reportOn: null }, 'content.report_incomplete'],
        [{ ...REPORT_BASIS, reportOn: iso(1_440 * MINUTE).slice(0, 10) }, 'content.report_in_future'],
      ] as const) {
        await save(basis);
        expect((await move(operator, liveId, 'SUBMIT')).body.code).toBe(code);
      }
      const bases = [undefined, OWN_BASIS, { ...REPORT_BASIS, reportOn: '2026-11-08' }, REPORT_BASIS];
      const hashes: string[] = [];
      for (const basis of bases) hashes.push(await save(basis));
      expect(new Set(hashes).size).toBe(bases.length);
      await file(liveId);
      await confirmed(liveId);
      await approved(liveId);
      const seen = await desk(compliance, liveId);
      expect([seen.plan.basis, seen.planSha256]).toEqual([REPORT_BASIS, hashes.at(-1)]);
      const [handedIn] = await world.rows('SELECT plan, sha256 FROM live_plans WHERE live_id = ?', [liveId]);
      expect([JSON.parse(handedIn.plan).basis, handedIn.sha256]).toEqual([REPORT_BASIS, hashes.at(-1)]);
      expect((await move(operator, liveId, 'ANNOUNCE')).body.row?.state).toBe('ANNOUNCED');
      const { memberId } = (await world.call('GET', '/v1/members/me', { token: tokens[2] ?? '' })).body;
      const contract = { contractNo: 'TG-2026-0096', validFrom: '2026-11-01', validUntil: '2027-10-31' };
      const path = `/v1/console/members/${memberId}/advisory-contracts`;
      expect((await compliance.call('POST', path, contract)).status).toBe(201);
      expect((await member('GET', liveId, '', undefined, 2)).body).toMatchObject({
        card: { hostName: '沈知行', hostRegistrationNo: NO, label: 'advice' },
        basis: REPORT_BASIS,
        riskNote: '市场有风险，投资需谨慎。',
      });
      // Education says nothing of it, whatever a sender adds.
      const plain = await create(planOf({ basis: OWN_BASIS }));
      expect((await desk(operator, plain)).plan.basis).toBeUndefined();
    });

    it('F-04 REQ-PUB-2 over, it is archived once with its recording, what was said and who watched sealed, and overdue compliance sees it', async () => {
      const liveId = await onAir();
      await member('PUT', liveId, '/viewing');
      await say(liveId, '谢谢老师');
      expect((await move(host, liveId, 'END')).body.row.state).toBe('ENDED');
      const archive = (body: object) => operator.call('POST', `${DESK}/${liveId}/archive`, body);
      const none = { fileId: null, recordingUrl: null, recordingSha256: null };
      expect((await archive(none)).body.code).toBe('live.recording_missing');
      expect((await upload(liveId, 'RECORDING', PDF)).body.code).toBe('files.type_refused');
      const recording = (await upload(liveId, 'RECORDING', MP4)).body;
      const both = await Promise.all([1, 2].map(() => archive({ ...none, fileId: recording.fileId })));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const detail = await desk(compliance, liveId);
      expect(detail).toMatchObject({
        row: { state: 'ARCHIVED', archiveDueOn: null },
        archive: { recordingSha256: recording.sha256 },
        mayDo: [],
      });
      expect(detail.archive.chatSha256).not.toBe(detail.archive.viewersSha256);
      const { url } = (await compliance.call('GET', `${DESK}/${liveId}/files/${recording.fileId}`)).body;
      const played = await fetch(`${world.url}${url}`);
      expect([played.status, played.headers.get('content-type')]).toEqual([200, 'video/mp4']);
      expect(await audited('live.open_file', liveId)).toBe(1);
      const [said] = await world.rows('SELECT chat_id FROM live_chats WHERE live_id = ?', [liveId]);
      const changed = await compliance.call('PUT', `${DESK}/${liveId}/chats/${said.chat_id}`, {
        isShown: false,
      });
      expect(changed.body.code).toBe('live.act_refused');
      // Another one that nobody archived in time.
      const late = await onAir();
      await move(host, late, 'END');
      const overdue = async () =>
        (await compliance.call('GET', `${DESK}?view=OVERDUE`)).body.rows.map(
          (row: { liveId: string }) => row.liveId,
        );
      expect(await overdue()).not.toContain(late);
      await world.database.runInTransaction(({ manager }) =>
        manager.query('UPDATE lives SET archive_due_on = archive_due_on - 30 WHERE live_id = ?', [late]),
      );
      expect(await overdue()).toContain(late);
      expect(
        (await host.call('GET', `${DESK}?view=OVERDUE`)).body.rows.map(
          (row: { liveId: string }) => row.liveId,
        ),
      ).toContain(late);
    });

    it('F-04 REQ-INC-1 of Channels nobody tells who watched: the quiz after counts, once, and only for a pass', async () => {
      const channels = { finderUserName: 'sphSandbox1', noticeId: 'n1' };
      const liveId = await announced(planOf({ platform: 'channels', channels, quizLessonId }));
      const { quiz } = (await world.call('GET', `/v1/lessons/${quizLessonId}`, { token: tokens[0] ?? '' }))
        .body;
      const right = await world.rows('SELECT quiz FROM lesson_versions WHERE lesson_id = ?', [quizLessonId]);
      const kept = typeof right[0].quiz === 'string' ? JSON.parse(right[0].quiz) : right[0].quiz;
      const answer = (isRight: boolean, at = 0) =>
        world.call('POST', `/v1/lessons/${quizLessonId}/quiz-submissions`, {
          token: tokens[at] ?? '',
          body: {
            submissionId: randomUUID(),
            answers: kept.map((each: { questionId: string; right: number; options: string[] }) => ({
              questionId: each.questionId,
              option: isRight ? each.right : (each.right + 1) % each.options.length,
            })),
          },
        });
      expect(quiz.length).toBeGreaterThan(0);
      await answer(true, 1);
      await move(host, liveId, 'START');
      expect((await member('PUT', liveId, '/viewing')).body.code).toBe('live.not_measured');
      expect((await member('GET', liveId)).body).toMatchObject({
        channels,
        streamUrl: null,
        watchedMinutes: null,
        quizLessonId,
      });
      await answer(false);
      expect(await events('live_attended', liveId)).toEqual([]);
      await answer(true);
      await answer(true);
      await move(host, liveId, 'END');
      await counted();
      expect(await events('live_attended', liveId)).toHaveLength(1);
      expect((await member('GET', liveId)).body.isAttended).toBe(true);
    });

    it('F-08 F-04 closing an account forgets the reservation and keeps the record of the live', async () => {
      const session = await world.signIn('demo-9');
      const liveId = await announced();
      const { token } = session;
      await world.call('PUT', `/v1/lives/${liveId}/reservation`, { token });
      await move(host, liveId, 'START');
      await world.call('PUT', `/v1/lives/${liveId}/viewing`, { token });
      const closed = await world.call(
        'PUT',
        routeUrl(accountClosingRoutes.closeAccount, { params: { closingId: randomUUID() } }),
        { token, body: { textVersion: CLOSING_TEXT_VERSION, isUnderstood: true } },
      );
      expect(closed.status).toBe(200);
      expect(await world.rows('SELECT 1 FROM live_reservations WHERE live_id = ?', [liveId])).toEqual([]);
      expect(await world.rows('SELECT 1 FROM live_viewings WHERE live_id = ?', [liveId])).toHaveLength(1);
      expect((await desk(compliance, liveId)).figures.reservations).toBe(0);
    });
  });
});
