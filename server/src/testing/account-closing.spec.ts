import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClosedAccount } from '@siyu/shared/contracts/account-closing';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import { AccessCopy } from '@siyu/shared/contracts/privacy';
import {
  CLOSING_TEXT_VERSION,
  KINDS_KEPT_BY_LAW,
  RECORDED_KIND_OF,
} from '@siyu/shared/contracts/privacy.limits';
import { PURPOSES } from '@siyu/shared/contracts/identity.limits';
import { routeUrl } from '@siyu/shared/contracts/route';
import { ScoreReplay } from '@siyu/shared/contracts/scoring';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { AppModule } from '../app.module.ts';
import { verifyAudit } from '../foundation/audit/index.ts';
import { WechatLogin } from '../foundation/wechat/index.ts';
import { migrations } from '../migrations/index.ts';
import { restoreBackup, writeBackup } from '../platform/backup/index.ts';
import { databasePlace, gradeOf } from '../platform/database/index.ts';
import type { Principal } from '../platform/http/index.ts';
import { Jobs } from '../platform/jobs/index.ts';
import { Identity } from '../records/identity/index.ts';
import { Workspace } from '../views/workspace/workspace.service.ts';
import { openMember, openStaff } from './callers.ts';
import { ERASED_TABLES, KEPT, OVERWRITTEN } from './closing-inventory.ts';
import { describeOnEngines } from './engines.ts';
import { gradedAnswers } from './graded-answers.ts';
import { createTestApp, type TestApp } from './test-app.ts';
import { createEmptyPlace } from './test-database.ts';
import { keepBeside } from './keeping-member.ts';
import { seatMember } from './seated-member.ts';
import { tellMember } from './told-member.ts';
import { openFirm, type ThreadFirm, type ThreadMember } from './thread-firm.ts';

const BACKUP = 'before-the-closing.siyu.gz';
const JOURNAL = 'closings.jsonl';
const CLOSING = '01930000-0000-7000-8000-0000000000c1';
const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) =>
      Promise.resolve({ openid: code, unionid: `u-${code}`, sessionKey: 'key' }),
  },
};
const operator: Principal = {
  audience: 'staff',
  id: '01900000-0000-7000-8000-00000000000a',
  memberNo: null,
  roles: ['operator'],
  scope: { kind: 'firm' },
  sessionId: null,
};
const ALL = ['SERVICE', 'PROFILING', 'MARKETING', 'SENSITIVE'] as const;
const KEPT_TYPES: readonly string[] = Object.entries(RECORDED_KIND_OF).flatMap(([type, kind]) =>
  KINDS_KEPT_BY_LAW.includes(kind) ? [type] : [],
);

describeOnEngines((engine) => {
  describe('closing the account', () => {
    let server: TestApp;
    let firm: ThreadFirm;
    let identity: Identity;
    let leaver: ThreadMember;
    let second: ThreadMember;
    let stayer: ThreadMember;
    let token = '';
    beforeAll(async () => {
      server = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      identity = server.app.get(Identity);
      firm = await openFirm(server);
      leaver = await firm.join('leaver', ALL);
      second = await firm.join('leaver-on-another-phone', ALL);
      stayer = await firm.join('stayer', ALL);
      for (const member of [leaver, stayer]) await live(server, firm, member);
      await second.finish('初识第二课');
      await server.database.runInTransaction((tx) =>
        identity.mergeMembers(tx, second.memberNo, leaver.memberNo),
      );
      await firm.scored();
      ({ token } = await openMember(server, 'leaver-on-another-phone'));
    }, 60_000);
    afterAll(() => server.close());

    const close = (bearer: string, textVersion = CLOSING_TEXT_VERSION, closingId = CLOSING) =>
      fetch(server.url + routeUrl(accountClosingRoutes.closeAccount, { params: { closingId } }), {
        method: 'PUT',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: JSON.stringify({ textVersion, isUnderstood: true }),
      });
    const query = <Row>(sql: string, values: readonly (string | number)[]): Promise<Row[]> =>
      server.database.read.query(sql, [...values]);
    const countOf = async (table: string, members: readonly ThreadMember[]): Promise<number> => {
      const column = ERASED_TABLES[table] ?? 'member_no';
      const ids = members.map(({ memberId, memberNo }) => (column === 'principal_id' ? memberId : memberNo));
      const rows = await query<{ n: number }>(
        `SELECT COUNT(*) AS n FROM ${table} WHERE ${column} IN (${ids.map(() => '?').join(',')})`,
        ids,
      );
      return Number(rows[0]?.n);
    };
    const counts = async (members: readonly ThreadMember[]): Promise<Record<string, number>> => {
      const found: Record<string, number> = {};
      for (const table of Object.keys(ERASED_TABLES)) found[table] = await countOf(table, members);
      return found;
    };
    const tablesWithout = (found: Record<string, number>): string[] =>
      Object.keys(found).filter((table) => found[table] === 0);

    it('D-01 every column of grade L3 or L4 is erased with the account or stands on the list with its ground', () => {
      const columns = server.database.read.connection.entityMetadatas.flatMap(
        ({ target, tableName, columns: all }) =>
          all.flatMap(({ propertyName, databaseName }) => {
            const grade = typeof target === 'function' ? gradeOf(target, propertyName) : null;
            return grade === 'L3' || grade === 'L4'
              ? [{ tableName, at: `${tableName}.${databaseName}` }]
              : [];
          }),
      );
      expect(columns.length).toBeGreaterThan(60);
      const placesOf = ({ tableName, at }: (typeof columns)[number]): number =>
        [tableName in ERASED_TABLES, at in OVERWRITTEN, at in KEPT].filter(Boolean).length;
      expect(columns.filter((column) => placesOf(column) !== 1).map(({ at }) => at)).toEqual([]);
      // And the lists name nothing that is not there.
      const known = new Set(columns.map(({ at }) => at));
      expect([...Object.keys(KEPT), ...Object.keys(OVERWRITTEN)].filter((at) => !known.has(at))).toEqual([]);
      expect(Object.values(KEPT).every((ground) => ground.length > 10)).toBe(true);
    });

    it('F-08 REQ-SEC-5 whatever answer gives staff graded data of a member, found by the grade of its columns, is in the trail', async () => {
      const given = await gradedAnswers(server, stayer);
      const routes = given.map(({ route }) => route);
      expect(routes).toEqual(
        expect.arrayContaining(['workspace.listMembers', 'workspace.getMember', 'workspace.listMemberFacts']),
      );
      expect(given.filter(({ isNoted }) => !isNoted)).toEqual([]);
    });

    it('D-01 is refused for a text that is no longer in force, and nothing has happened', async () => {
      const before = await counts([leaver, second]);
      // Something stands in every table that will be erased, so that its being empty later means something.
      expect(tablesWithout(before)).toEqual([]);
      const refused = await close(token, 'closing-2020-01');
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ code: 'identity.closing_text_outdated' });
      expect(await counts([leaver, second])).toEqual(before);
    });

    it('F-08 REQ-PI-5 D-01 erases the person under every registration in one act, and nobody else', async () => {
      const others = await counts([stayer]);
      await writeBackup({
        at: databasePlace(server.config),
        dataDir: server.config.dataDir,
        target: join(server.config.dataDir, BACKUP),
        hasFiles: false,
        now: server.clock.now(),
      });
      const consents = await countOf('consents', [leaver, second]);
      const answer = await close(token);
      expect(answer.status).toBe(200);
      expect(ClosedAccount.parse(await answer.json()).closedAt).toBe(
        new Date(server.clock.now()).toISOString(),
      );
      await firm.scored();
      const left = await counts([leaver, second]);
      expect(Object.keys(left).filter((table) => left[table] !== 0)).toEqual([]);
      expect(await counts([stayer])).toEqual(others);

      const numbers = [leaver.memberNo, second.memberNo];
      const named = await query('SELECT display_name AS n FROM members WHERE member_no IN (?, ?)', numbers);
      expect(named).toEqual([{ n: null }, { n: null }]);
      const reasons = await query<{ reason: string }>(
        'SELECT reason FROM member_link_requests WHERE member_no IN (?, ?)',
        numbers,
      );
      expect(reasons).toEqual([{ reason: OVERWRITTEN['member_link_requests.reason'] }]);
      expect(
        await query('SELECT member_no AS n FROM core_accounts WHERE member_no IN (?, ?)', numbers),
      ).toEqual([]);
      // The log keeps what a duty rests on, and the proof of the consents stays whole.
      const types = await query<{ type: string }>(
        'SELECT DISTINCT type FROM engagement_events WHERE member_no IN (?, ?) ORDER BY type',
        numbers,
      );
      expect(types.map(({ type }) => type)).toEqual(['adviser_bound', 'consent_granted']);
      expect(types.every(({ type }) => KEPT_TYPES.includes(type))).toBe(true);
      expect(await countOf('consents', [leaver, second])).toBe(consents);
      const noted = await query<{ inputs: string }>(
        `SELECT inputs FROM audit_rows WHERE action = 'identity.account_closed'`,
        [],
      );
      expect(noted).toHaveLength(1);
      expect(JSON.stringify(noted)).not.toMatch(/leaver|core-/);
    });

    it('F-08 REQ-PI-5 a backup from before does not bring the person back: closed again before anybody is answered', async () => {
      const place = await createEmptyPlace(engine);
      await restoreBackup({
        file: join(server.config.dataDir, BACKUP),
        at: databasePlace(place),
        dataDir: place.dataDir,
        migrations,
      });
      await copyFile(join(server.config.dataDir, JOURNAL), join(place.dataDir, JOURNAL));
      const restored = await createTestApp({ engine, place, modules: [AppModule], overrides: [wechat] });
      const asked = async (sql: string): Promise<readonly Record<string, unknown>[]> =>
        restored.database.read.query(sql, [leaver.memberNo, second.memberNo]);
      expect(
        await asked('SELECT member_no AS n FROM account_closings WHERE member_no IN (?, ?)'),
      ).toHaveLength(2);
      for (const [table, column] of Object.entries(ERASED_TABLES))
        if (column === 'member_no')
          expect([table, await asked(`SELECT ${column} FROM ${table} WHERE ${column} IN (?, ?)`)]).toEqual([
            table,
            [],
          ]);
      expect(await asked('SELECT display_name AS n FROM members WHERE member_no IN (?, ?)')).toEqual([
        { n: null },
        { n: null },
      ]);
      const [{ n: others } = { n: 0 }] = await restored.database.read.query(
        'SELECT COUNT(*) AS n FROM member_identities WHERE member_no = ?',
        [stayer.memberNo],
      );
      expect(Number(others)).toBeGreaterThan(0);
      await restored.close();
      await place.release();
    }, 60_000);

    it('F-08 REQ-PI-5 D-01 what the law keeps is stored only: no scoring, no feed, no list, no message', async () => {
      const restricted = await query<{ reason: string }>(
        'SELECT reason FROM member_restrictions WHERE member_no IN (?, ?) AND lifted_at IS NULL',
        [leaver.memberNo, second.memberNo],
      );
      expect(restricted).toEqual([{ reason: 'account_closed' }, { reason: 'account_closed' }]);
      for (const purpose of PURPOSES.filter((each) => each !== 'RECORD'))
        expect(await identity.mayProcess(leaver.memberNo, purpose)).toBe(false);
      // The core system goes on telling of its customer; nothing is made of it.
      await firm.buy(leaver, 9_000_000, 1).catch(() => undefined);
      await firm.scored();
      const left = await counts([leaver, second]);
      expect(Object.keys(left).filter((table) => left[table] !== 0)).toEqual([]);
      const walked = await identity.listNumbersAfter(0, 100);
      expect(walked).toContain(stayer.memberNo);
      expect(walked).not.toContain(leaver.memberNo);

      const workspace = server.app.get(Workspace);
      const { rows } = await workspace.listMembers(operator, { sort: 'registered' });
      expect(rows.map(({ memberId }) => memberId)).toContain(stayer.memberId);
      expect(rows.map(({ memberId }) => memberId)).not.toContain(leaver.memberId);
      await expect(workspace.getMember(operator, leaver.memberId)).rejects.toThrow(
        'workspace.member_not_found',
      );
      // It is for good: neither lifted nor made another person's.
      const cookie = await openStaff(server, 'compliance');
      const lifted = await fetch(`${server.url}/v1/console/members/${leaver.memberId}/restriction`, {
        method: 'DELETE',
        headers: { cookie, origin: server.url },
      });
      expect([lifted.status, await lifted.json()]).toMatchObject([
        404,
        { code: 'identity.member_not_found' },
      ]);
      const panorama = await fetch(`${server.url}/v1/console/members/${leaver.memberId}/panorama`, {
        headers: { cookie, origin: server.url },
      });
      expect(panorama.status).toBe(404);
      await expect(
        server.database.runInTransaction((tx) => identity.mergeMembers(tx, stayer.memberNo, leaver.memberNo)),
      ).rejects.toThrow('identity.account_closed');
    });

    it('D-01 the same WeChat begins anew as a stranger, and asking again finds the account closed', async () => {
      expect((await close(token)).status).toBe(401);
      const { token: fresh, member } = await openMember(server, 'leaver');
      expect([leaver.memberId, second.memberId]).not.toContain(member.memberId);
      expect(member).toMatchObject({ hasConsented: false, isAccountLinked: false, adviser: null });
      // The phone that never heard the answer asks once more, as somebody new, who stays.
      const again = await close(fresh);
      expect(again.status).toBe(200);
      const closings = await query('SELECT member_no AS n FROM account_closings', []);
      expect(closings).toHaveLength(2);
      const anew = await firm.join('leaver', ALL);
      expect(anew.memberId).toBe(member.memberId);
      const coreCustomerId = `core-${leaver.memberId}`;
      const record = await identity.findByPublicId(anew.memberId);
      if (record === null) throw new Error('nobody new');
      await server.database.runInTransaction((tx) =>
        identity.linkCoreCustomer(tx, 'system', record, coreCustomerId, 'counter'),
      );
      await firm.scored();
      const answer = await fetch(`${server.url}/v1/members/me/access-copy`, {
        headers: { authorization: `Bearer ${(await openMember(server, 'leaver')).token}` },
      });
      const copy = AccessCopy.parse(await answer.json());
      // The firm's records of the account are there, nothing of the former life in the app.
      expect(copy.trades.total).toBe(1);
      expect(copy.lessons.total).toBe(0);
    });

    it('F-08 REQ-PI-6 two years later entries of behaviour are gone; counts, duties and seals stay, and a replay says so', async () => {
      const numbers = [leaver.memberNo, second.memberNo, stayer.memberNo];
      const typesOf = async (): Promise<string[]> => {
        const rows = await query<{ type: string }>(
          'SELECT type FROM engagement_events WHERE member_no IN (?, ?, ?) ORDER BY type',
          numbers,
        );
        return rows.map(({ type }) => type);
      };
      const before = await typesOf();
      const lawful = before.filter((type) => KEPT_TYPES.includes(type));
      expect(lawful.length).toBeLessThan(before.length);
      const days = await countOf('engagement_days', [stayer]);
      const asOf = formatDay(addDays(dayOfInstant(server.clock.now()), 1));
      const replayed = async (): Promise<ScoreReplay> => {
        server.clock.advance(1);
        const cookie = await openStaff(server, 'compliance');
        const params = { memberId: stayer.memberId };
        const url = routeUrl(scoringRoutes.getScoreReplay, { params, query: { asOf } });
        return ScoreReplay.parse(await (await fetch(server.url + url, { headers: { cookie } })).json());
      };
      const whole = await replayed();
      expect(whole).toMatchObject({ isLogWhole: true, differing: [] });

      const events = async (): Promise<number> =>
        Number(
          (await query<{ n: number | string }>('SELECT COUNT(*) AS n FROM engagement_events', []))[0]?.n,
        );
      const logged = await events();
      server.clock.advance(735 * 86_400_000);
      const jobs = server.app.get(Jobs);
      jobs.wake('purge-outdated');
      await jobs.idle();
      expect(await typesOf()).toEqual(lawful);
      expect(await countOf('engagement_days', [stayer])).toBe(days);
      // The counts stand for what went, so what was known then is still known; and it does not pass for a whole log.
      expect(await replayed()).toEqual({ ...whole, isLogWhole: false });
      const noted = await query<{ inputs: string }>(
        `SELECT inputs FROM audit_rows WHERE action = 'retention.purge'`,
        [],
      );
      expect(noted.map(({ inputs }) => JSON.parse(inputs))).toMatchObject([
        { rows: logged - (await events()) },
      ]);
      expect((await verifyAudit(server.database.read)).firstBreak).toBeNull();
    });
  });
});

/** A member who has done something that stands in every table. */
async function live(server: TestApp, firm: ThreadFirm, member: ThreadMember): Promise<void> {
  const { memberNo, memberId } = member;
  await firm.bind(member);
  await firm.link(member);
  await member.finish('结识第一课');
  await firm.buy(member, 6_000_000, 20);
  await firm.scored();
  const { token } = await openMember(server, memberNo === 1 ? 'leaver' : 'stayer');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { lessons } = (await (await fetch(`${server.url}/v1/lessons?limit=50`, { headers })).json()) as {
    lessons: { lessonId: string }[];
  };
  const lessonId = lessons[0]?.lessonId ?? '';
  await fetch(`${server.url}/v1/lessons/${lessonId}/progress`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ readPercent: 40 }),
  });
  const answers = ['q1', 'q2', 'q3'].map((questionId) => ({ questionId, option: 0 }));
  const submissionId = `01930000-0000-7000-8000-00000000000${memberNo}`;
  await fetch(`${server.url}/v1/lessons/${lessonId}/quiz-submissions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ submissionId, answers }),
  });
  await keepBeside(server, headers, lessonId, memberNo);
  await tellMember(server, headers, memberNo);
  await seatMember(server, memberNo);
  const now = server.clock.now();
  const id = (last: string) => `01930000-0000-7000-8000-0000000${last}${String(memberNo).padStart(4, '0')}`;
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>) =>
    server.database.runInTransaction(({ manager }) =>
      manager.query(
        `INSERT INTO ${table} (${Object.keys(row).join(',')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(',')})`,
        Object.values(row),
      ),
    );
  await insert('engagement_suspect_days', {
    member_no: memberNo,
    day: 20_780,
    type: 'content_viewed',
    count: 1,
    value_sum: 0,
  });
  await insert('live_reservations', {
    live_id: id('e'),
    member_no: memberNo,
    reserved_at: now,
    withdrawn_at: null,
  });
  await insert('entitlements', {
    entitlement_id: id('7'),
    member_no: memberNo,
    kind: 'CONSULTATION',
    target: null,
    title: '投资顾问一对一咨询',
    source_kind: 'AWARD',
    source_id: id('7'),
    granted_at: now,
    expires_at: null,
    state: 'GRANTED',
    ended_at: null,
    ended_by_id: null,
  });
  await insert('awards', {
    member_no: memberNo,
    award_no: memberNo,
    award_id: id('8'),
    rule_id: id('9'),
    rule_no: 1,
    rule_version: 1,
    rule_name: '学完一课',
    title: '学完一课',
    reason: '认真学完了一课',
    event_id: id('8'),
    event: 'lesson_completed',
    content_id: lessonId,
    seq: 1,
    occurred_at: now,
    occurred_on: 20_780,
    reward: '{"kind":"badge","badge":"第一课"}',
    points: 0,
    value_fen: 0,
    state: 'AWARDED',
    explanation: '[]',
    given_at: now,
  });
  await insert('catalogue_takers', { member_no: memberNo, item_id: id('6'), taken: 1 });
  await insert('redemptions', {
    redemption_id: id('6'),
    member_no: memberNo,
    taker_no: memberNo,
    item_id: id('6'),
    item_version: 1,
    points: 0,
    coupon_id: null,
    state: 'DONE',
    redeemed_at: now,
    cancelled_at: null,
  });
  await insert('trusted_contacts', {
    member_no: memberNo,
    relation: 'CHILD',
    sealed: 'sealed',
    named_at: now,
  });
  await insert('copy_orders', {
    order_id: id('f'),
    member_no: memberNo,
    format: 'CSV',
    state: 'EXPIRED',
    requested_at: now,
    entries_done: 0,
    entries_total: 0,
    attempts: 0,
    draft_bytes: 0,
    downloads: 0,
  });
  await insert('correction_receipts', {
    member_no: memberNo,
    withdrawal_id: id('8'),
    told_at: now,
    seen_at: null,
  });
  await insert('account_link_attempts', {
    member_no: memberNo,
    first_at: now,
    codes_sent: 1,
    codes_tried: 0,
    ticket: 'ticket',
  });
  await insert('first_answers', {
    principal_id: memberId,
    request_key: 'a-key-of-the-spec',
    request_sha256: 'hash',
    answer: '{}',
    answered_at: now,
  });
  await insert('identity_conflicts', {
    conflict_id: id('c'),
    kind: 'wechat_openid',
    issuer: 'wx',
    external_id: `claimed-${memberNo}`,
    claimant_no: memberNo,
    holder_no: memberNo,
    first_at: now,
    last_at: now,
    times: 1,
    state: 'DISMISSED',
    decider_id: null,
    note: '同一个人',
  });
  await insert('member_link_requests', {
    request_id: id('d'),
    member_no: memberNo,
    version: 1,
    into_member_no: memberNo,
    kind: 'MERGE',
    reason: '身份证号相同',
    state: 'REJECTED',
    requester_id: id('e'),
    requested_at: now,
    decided_at: now,
  });
  // The outcome of the feed follows the finished lesson by the outbox.
  const deadline = performance.now() + 10_000;
  for (;;) {
    const rows: unknown[] = await server.database.read.query(
      'SELECT member_no FROM feed_outcomes WHERE member_no = ?',
      [memberNo],
    );
    if (rows.length > 0) return;
    if (performance.now() > deadline) throw new Error('no outcome of the feed');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
