import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
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

  /** The statements that reach the database while something is done, whichever connection they take. */
  async function statementsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
    const seen: string[] = [];
    // One engine has a single runner and hands it out again and again.
    const watched = new Set<object>();
    const restore = [app.database.read.connection, app.database.schemaSource].map((source) => {
      const make = source.createQueryRunner.bind(source);
      source.createQueryRunner = (...args: Parameters<typeof make>) => {
        const runner = make(...args);
        if (watched.has(runner)) return runner;
        watched.add(runner);
        const query = runner.query.bind(runner);
        runner.query = ((...asked: Parameters<typeof query>) => {
          seen.push(asked[0]);
          return query(...asked);
        }) as typeof runner.query;
        return runner;
      };
      return () => (source.createQueryRunner = make);
    });
    try {
      await act();
    } finally {
      for (const each of restore) each();
    }
    return seen;
  }

  it('C-13 a page of the feed takes at most two statements', async () => {
    const reader = await firm.join('statements');
    await reader.finish('初识第一课');
    // What the business has set and what is published are kept from page to page.
    const before = await reader.feed();
    const seen = await statementsOf(async () => {
      expect(await reader.feed()).toEqual(before);
      expect((await reader.feed('?limit=2')).cards).toHaveLength(2);
    });
    expect(seen).toHaveLength(4);
    expect(seen[0]).toContain('FROM sessions');
    expect(seen[1]).toContain('FROM member_facts');
  });

  it('C-13 the count of statements sees those of any other call', async () => {
    const reader = await firm.join('counted');
    const seen = await statementsOf(() => reader.finish('初识第一课'));
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.some((sql) => /^\s*INSERT/i.test(sql))).toBe(true);
  });
});
