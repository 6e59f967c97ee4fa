import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessCopy, CopyLink, CopyOrders } from '@siyu/shared/contracts/privacy';
import {
  COPY_FILES_PER_DAY,
  COPY_ORDER_KEPT_DAYS,
  COPY_SHOWN,
  FEE_SOURCES,
} from '@siyu/shared/contracts/privacy.limits';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import { AskedQuestionnaire } from '@siyu/shared/contracts/suitability';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import { getMetadataArgsStorage } from 'typeorm';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { EventHistories } from '../../records/engagement/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { AssessmentHistories } from '../../records/suitability/index.ts';
import { Transactions } from '../../records/transactions/index.ts';
import { openMember } from '../../testing/callers.ts';
import { COPIED_TABLES, NOT_COPIED } from '../../testing/copy-inventory.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { openFirm, type ThreadFirm, type ThreadMember } from '../../testing/thread-firm.ts';

const HOUR = 3_600_000;
const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};

/** Whether a class has inherited from another. */
const isBuiltOn = (one: unknown, other: unknown): boolean =>
  typeof one === 'function' && typeof other === 'function' && one.prototype instanceof other;

describe('what the copy holds', () => {
  it('F-08 REQ-PI-4 every table with a number of a member has its place in it, or its reason why not', () => {
    const { tables, columns } = getMetadataArgsStorage();
    const ofMembers = tables.flatMap(({ name, target }) =>
      columns.some(
        (column) =>
          /^(member|claimant|subject)No$/.test(column.propertyName) &&
          (column.target === target || isBuiltOn(target, column.target)),
      )
        ? [name ?? '']
        : [],
    );
    expect(ofMembers.length).toBeGreaterThan(60);
    const placed = [...Object.keys(COPIED_TABLES), ...Object.keys(NOT_COPIED)];
    expect(placed.sort()).toEqual(ofMembers.sort());
  });
});

describeOnEngines((engine) => {
  describe('the copy of the own data', () => {
    let server: TestApp;
    let firm: ThreadFirm;
    let reader: ThreadMember;
    beforeAll(async () => {
      server = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      firm = await openFirm(server);
      reader = await firm.join('openid-of-the-reader');
      await firm.bind(reader);
      await firm.link(reader);
      await reader.finish('初识第一课');
      await firm.buy(reader, 6_000_000, 20);
      await charge(server, reader);
      await assess(server, reader);
      await firm.scored();
    }, 60_000);
    afterAll(() => server.close());

    const ask = async (account: string, route: keyof typeof privacyRoutes): Promise<Response> => {
      const { token } = await openMember(server, account);
      return fetch(server.url + privacyRoutes[route].path, {
        headers: { authorization: `Bearer ${token}` },
      });
    };
    const copyOf = async (account: string): Promise<AccessCopy> =>
      AccessCopy.parse(await (await ask(account, 'getAccessCopy')).json());

    it('D-02 tells everything that is kept of the member, with names in other systems masked', async () => {
      const answer = await ask('openid-of-the-reader', 'getAccessCopy');
      expect(answer.status).toBe(200);
      const text = await answer.text();
      const copy = AccessCopy.parse(JSON.parse(text));
      expect(copy.profile).toMatchObject({ memberId: reader.memberId, restriction: null });
      expect(copy.identifiers.map(({ kind, masked }) => [kind, masked])).toEqual([
        ['core_customer', `****${reader.memberId.slice(-4)}`],
        ['wechat_openid', '****ader'],
      ]);
      expect(text).not.toMatch(/openid-of-the-reader|core-[0-9a-f]{8}/);
      expect(copy.advisers).toMatchObject([{ name: '作者', unboundAt: null }]);
      expect(copy.signIns.total).toBeGreaterThan(1);
      expect(copy.arrivals.entries.map(({ kind, isFirst }) => [kind, isFirst])).toEqual([['NATURAL', true]]);
      expect(copy.consents.entries.map(({ purpose, isGranted }) => [purpose, isGranted]).sort()).toEqual([
        ['PROFILING', true],
        ['SENSITIVE', true],
        ['SERVICE', true],
      ]);
      expect(copy.consents.entries[0]?.textSha256).toMatch(/^[0-9a-f]{64}$/);
      const [assessment] = copy.suitability.assessments.entries;
      expect(assessment).toMatchObject({ level: 'C1', validUntil: '2027-11-24' });
      expect(assessment?.answers[0]).toBe('您近三年平均每年的可支配收入是多少？5万元以下');
      const kinds = new Map(copy.kinds.map(({ type, count }) => [type, count]));
      expect(kinds.get('lesson_completed')).toBe(1);
      expect(kinds.get('consent_granted')).toBe(3);
      expect(copy.events.total).toBe([...kinds.values()].reduce((sum, count) => sum + count, 0));
      expect(copy.events.entries.find(({ type }) => type === 'lesson_completed')?.about).toBe('初识第一课');
      expect(copy.lessons.entries).toMatchObject([{ title: '初识第一课', readPercent: 100 }]);
      expect(copy.trades.entries.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
        ['refund', 100_000],
        ['purchase', 100_000],
        ['confirmed_purchase', 6_000_000],
      ]);
    });

    it('D-02 tells the scores in neutral sentences, as they are kept', async () => {
      const { scores } = await copyOf('openid-of-the-reader');
      expect(scores.map(({ title }) => title)).toEqual([
        '关于您的评分',
        '按购买记录的评分',
        '按参与情况的评分',
        '联系的强度',
        '同行阶段',
      ]);
      expect(scores[1]?.lines.join('')).toContain('购买金额 60,000.00 元：六档中的第 3 档');
      expect(scores[2]?.lines.join('')).toContain('此前 30 天里有 1 天参与');
      expect(scores[3]?.lines[1]).toMatch(/^[0-9]+\.[0-9]{2} 分，满分 100\.00 分：五档中的第 [1-5] 档。$/);
      expect(scores[4]?.lines[0]).toContain('「结识」');
    });

    it('D-02 fees paid are what the member paid and stands, by source; also when it is nothing', async () => {
      const { fees } = await copyOf('openid-of-the-reader');
      expect(fees).toEqual({
        // What a fund's manager paid is not among them, nor the fee of what was paid back.
        totalFen: 12_300 + 4_500 - 500,
        bySource: [
          { source: 'brokerage_commission', count: 2, amountFen: 4_500 - 500 },
          { source: 'subscription_fee', count: 0, amountFen: 0 },
          { source: 'advisory_fee', count: 1, amountFen: 12_300 },
          { source: 'margin_interest', count: 0, amountFen: 0 },
          { source: 'with_purchase', count: 0, amountFen: 0 },
        ],
      });
      await firm.join('newcomer', ['SERVICE']);
      const none = await copyOf('newcomer');
      expect(none.fees.totalFen).toBe(0);
      expect(none.fees.bySource.map(({ source }) => source)).toEqual([...FEE_SOURCES]);
      expect(none.scores[1]?.lines).toEqual(['没有这一项。只有关联了账户并且同意个性化，才会计算。']);
      expect(none.trades).toEqual({ total: 0, entries: [] });
    });

    it('D-02 the file is one to keep, each is noted in the trail, and a day has so many', async () => {
      const first = await ask('openid-of-the-reader', 'downloadAccessCopy');
      expect(first.headers.get('content-disposition')).toBe(
        'attachment; filename="siyu-access-copy-2026-11-24.json"',
      );
      expect(AccessCopy.parse(await first.json()).lessons.total).toBe(1);
      for (let more = 1; more < COPY_FILES_PER_DAY; more += 1)
        expect((await ask('openid-of-the-reader', 'downloadAccessCopy')).status).toBe(200);
      server.clock.advance(HOUR);
      const refused = await ask('openid-of-the-reader', 'downloadAccessCopy');
      expect(refused.status).toBe(429);
      expect(await refused.json()).toMatchObject({
        code: 'privacy.too_many_copies',
        title: '今天取资料副本的次数已用完，请 23 小时后再试。',
      });
      // Another member's files are their own.
      expect((await ask('newcomer', 'downloadAccessCopy')).status).toBe(200);
      const noted: unknown[] = await server.database.read.query(
        `SELECT action FROM audit_rows WHERE actor_id = ? AND subject_id = ? AND action = 'privacy.download_copy'`,
        [reader.memberId, reader.memberId],
      );
      expect(noted).toHaveLength(COPY_FILES_PER_DAY);
      server.clock.advance(24 * HOUR);
      expect((await ask('openid-of-the-reader', 'downloadAccessCopy')).status).toBe(200);
    });

    it('F-08 REQ-PI-4 a file of everything is made in the background in either format, for the member in person only', async () => {
      const { token } = await openMember(server, 'openid-of-the-reader');
      const lives = Array.from({ length: 1_100 }, () => ({
        memberNo: reader.memberNo,
        type: 'content_viewed' as const,
        occurredAt: server.clock.now() - HOUR,
        source: 'phone' as const,
        contentId: null,
        value: null,
      }));
      await server.database.runInTransaction((tx) => server.app.get(EventHistories).record(tx, lives));
      const call = async (method: string, path: string, body?: object): Promise<Response> =>
        fetch(`${server.url}/v1/members/me/copy-orders${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
          ...(body && { body: JSON.stringify(body) }),
        });
      const idOf = (no: number): string => `01930000-0000-7000-8000-0000000c0de${no}`;
      const own = { code: 'openid-of-the-reader' };
      const lent = await call('PUT', `/${idOf(1)}`, { format: 'JSON', code: 'newcomer' });
      expect([lent.status, await lent.json()]).toMatchObject([403, { code: 'privacy.not_you' }]);

      const fileOf = async (no: number, format: 'JSON' | 'CSV'): Promise<{ name: string; text: string }> => {
        const asked = await call('PUT', `/${idOf(no)}`, { format, ...own });
        expect([asked.status, (await asked.json()) as unknown]).toMatchObject([200, { orderId: idOf(no) }]);
        expect((await call('PUT', `/${idOf(no)}`, { format, ...own })).status).toBe(200);
        const deadline = performance.now() + 10_000;
        for (;;) {
          const { orders } = CopyOrders.parse(await (await call('GET', '')).json());
          const [order] = orders;
          if (order?.state === 'DONE') break;
          if (performance.now() > deadline) throw new Error(`the file is still ${order?.state}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        const { url, fileName } = CopyLink.parse(await (await call('POST', `/${idOf(no)}/links`)).json());
        const bytes = await (await fetch(server.url + url)).arrayBuffer();
        return { name: fileName, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
      };
      const json = await fileOf(1, 'JSON');
      const day = new Date(server.clock.now() + 8 * HOUR).toISOString().slice(0, 10);
      expect(json.name).toBe(`siyu-access-copy-${day}.json`);
      const whole = AccessCopy.parse(JSON.parse(json.text));
      const shown = await copyOf('openid-of-the-reader');
      expect(whole.events.total).toBe(shown.events.total);
      expect(whole.events.entries).toHaveLength(shown.events.total);
      expect(whole.events.entries.slice(0, COPY_SHOWN)).toEqual(shown.events.entries);
      expect({ ...whole, events: null, signIns: null, madeAt: '' }).toEqual({
        ...shown,
        events: null,
        signIns: null,
        madeAt: '',
      });
      expect(JSON.parse(json.text)).toMatchObject({ days: expect.arrayContaining([expect.anything()]) });

      const csv = await fileOf(2, 'CSV');
      const lines = csv.text.split('\r\n');
      expect(lines.slice(0, 5)).toEqual([
        `\uFEFF文件编号,${idOf(2)}`,
        '内容,我们保存的、与您有关的全部资料。含个人信息，请妥善保管。',
        '',
        '部分,第几条,项目,内容',
        expect.stringMatching(/^,,生成时间,/),
      ]);
      expect(lines.filter((line) => /^一条条的记录,[0-9]+,类型,/.test(line))).toHaveLength(
        shown.events.total,
      );
      expect(csv.text).toContain('一条条的记录,1,类型,打开课程');
      expect(csv.text).toMatch(/交易与持有,[0-9]+,金额（元）,60000.00/);

      // Another member finds nothing there; the fourth file of a day is one too many.
      const { token: other } = await openMember(server, 'newcomer');
      const foreign = await fetch(`${server.url}/v1/members/me/copy-orders/${idOf(1)}/links`, {
        method: 'POST',
        headers: { authorization: `Bearer ${other}` },
      });
      expect(foreign.status).toBe(404);
      await fileOf(3, 'CSV');
      expect((await call('PUT', `/${idOf(4)}`, { format: 'CSV', ...own })).status).toBe(429);
      const noted: { action: string; n: number | string }[] = await server.database.read.query(
        `SELECT action, COUNT(*) AS n FROM audit_rows WHERE action IN ('privacy.order_copy', 'privacy.make_file', 'privacy.fetch_file') GROUP BY action ORDER BY action`,
      );
      expect(noted.map(({ action, n }) => [action, Number(n)])).toEqual([
        ['privacy.fetch_file', 3],
        ['privacy.make_file', 3],
        ['privacy.order_copy', 3],
      ]);

      server.clock.advance(COPY_ORDER_KEPT_DAYS * 24 * HOUR);
      for (let turn = 0; turn < 6; turn += 1) {
        server.app.get(Jobs).wake('copy-orders');
        await server.app.get(Jobs).idle();
      }
      const kept: unknown[] = await server.database.read.query(
        `SELECT id FROM files WHERE purpose = 'ACCESS_COPY'`,
      );
      expect(kept).toEqual([]);
      // A week has passed: the phone signs in anew.
      reader = await firm.join('openid-of-the-reader');
    });

    it('D-02 holds what is kept under every registration of the person, and while the data is restricted', async () => {
      const other = await firm.join('second-phone');
      await other.finish('初识第二课');
      const identity = server.app.get(Identity);
      await server.database.runInTransaction((tx) =>
        identity.mergeMembers(tx, other.memberNo, reader.memberNo),
      );
      await firm.scored();
      const copy = await copyOf('second-phone');
      expect(copy.profile.memberId).toBe(reader.memberId);
      expect(copy.lessons.entries.map(({ title }) => title).sort()).toEqual(['初识第一课', '初识第二课']);
      expect(copy.identifiers).toHaveLength(3);
      await reader.decide('SERVICE', false);
      await firm.scored();
      const stored = await copyOf('second-phone');
      expect(stored.lessons.total).toBe(2);
      expect(stored.fees.totalFen).toBe(copy.fees.totalFen);
    });
  });
});

/** The first option of every question but one, which would make the lowest category. */
async function assess(server: TestApp, { memberNo }: ThreadMember): Promise<void> {
  const { token } = await openMember(server, 'openid-of-the-reader');
  const answer = await fetch(server.url + suitabilityRoutes.getQuestionnaire.path, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { questions } = AskedQuestionnaire.parse(await answer.json());
  const answers = questions.map(({ key, options }) => ({
    question: key,
    options: [options[key === 'loss' ? 1 : 0]?.key ?? ''],
  }));
  await server.database.runInTransaction((tx) =>
    server.app.get(AssessmentHistories).record(tx, [{ memberNo, answers, takenAt: server.clock.now() }]),
  );
}

/** Income of every sort: of the member's fees, of others, taken back in part, and of a purchase that was paid back. */
async function charge({ app, database, clock }: TestApp, { memberId }: ThreadMember): Promise<void> {
  const told = (sourceId: string, kind: 'benefit' | 'purchase' | 'refund', amountFen: number) => ({
    sourceId,
    kind,
    coreCustomerId: `core-${memberId}`,
    occurredAt: clock.now() - HOUR,
    refSourceId: null,
    productCode: null,
    targetProductCode: null,
    planId: null,
    amountFen,
    benefitSource: null,
    currency: 'CNY',
    midRate: null,
  });
  const benefit = (sourceId: string, benefitSource: string, amountFen: number) => ({
    ...told(sourceId, 'benefit', amountFen),
    benefitSource,
  });
  await database.runInTransaction((tx) =>
    app
      .get(Transactions)
      .recordFacts(
        tx,
        [
          benefit('b-1', 'advisory_fee', 12_300),
          benefit('b-2', 'brokerage_commission', 4_500),
          benefit('b-3', 'brokerage_commission', -500),
          benefit('b-4', 'trailing_fee', 99_900),
          { ...told('p-9', 'purchase', 100_000), productCode: 'FUND' },
          { ...benefit('b-5', 'subscription_fee', 700), refSourceId: 'p-9' },
          { ...told('r-9', 'refund', 100_000), refSourceId: 'p-9' },
        ],
        clock.now(),
      ),
  );
}
