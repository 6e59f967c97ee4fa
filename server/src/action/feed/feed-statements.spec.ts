import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { openFirm, type ThreadFirm } from '../../testing/thread-firm.ts';

const wechat = {
  provide: WechatLogin,
  useValue: { code2Session: async (code: string) => ({ openid: code, unionid: null, sessionKey: 'key' }) },
};

describeOnEngines((engine) => {
  let app: TestApp;
  let firm: ThreadFirm;
  beforeAll(async () => {
    // Background work would ask the database too.
    app = await createTestApp({
      engine,
      modules: [AppModule],
      overrides: [wechat],
      env: { RUNS_JOBS: 'false' },
    });
    firm = await openFirm(app);
  }, 60_000);
  afterAll(() => app.close());

  it('C-13 a page of the feed takes at most two statements', async () => {
    const reader = await firm.join('statements');
    await reader.finish('初识第一课');
    // What the business has set and what is published are kept from page to page.
    const before = await reader.feed();
    const seen = await statementsOf(app.database, async () => {
      expect(await reader.feed()).toEqual(before);
      expect((await reader.feed('?limit=2')).cards).toHaveLength(2);
    });
    expect(seen).toHaveLength(4);
    expect(seen[0]).toContain('FROM sessions');
    expect(seen[1]).toContain('FROM member_facts');
  });

  it('C-13 the count of statements sees those of any other call', async () => {
    const reader = await firm.join('counted');
    const seen = await statementsOf(app.database, () => reader.finish('初识第一课'));
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.some((sql) => /^\s*INSERT/i.test(sql))).toBe(true);
  });
});
