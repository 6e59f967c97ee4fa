import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AppModule } from '../app.module.ts';
import { Organisation } from '../foundation/organisation/index.ts';
import { KNOWN_DEMO_PASSWORD } from '../platform/config/index.ts';
import { createTestApp, createTestPlace, describeOnEngines, type TestPlace } from '../testing/index.ts';
import { DemoDataRefused } from './index.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  SANDBOX_URL: '',
  PUBLIC_URL: 'https://siyu.example',
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef',
  CORE_SYSTEM_TOKEN: 'a-token-that-stands-nowhere-else',
  FIRM_NAME: '某某证券',
  FIRM_LICENCE_NO: 'Z12345678',
  RUNS_JOBS: 'false',
};

describeOnEngines((engine) => {
  let place: TestPlace;
  beforeAll(async () => {
    place = await createTestPlace(engine);
  });
  afterAll(() => place.release());

  const start = (env: Record<string, string> = PRODUCTION) =>
    createTestApp({ engine, place, modules: [AppModule], env });
  /** Does something with a server for trials on the same data. */
  const prepare = async (work: (server: Awaited<ReturnType<typeof start>>) => Promise<unknown>) => {
    const server = await start({ RUNS_JOBS: 'false' });
    await work(server);
    await server.close();
  };
  const staffNamed = (loginName: string, password: string) =>
    prepare(({ app, database }) =>
      database.runInTransaction((tx) =>
        app.get(Organisation, { strict: false }).createStaff(tx, {
          loginName,
          name: '测试',
          password,
          roles: ['operator'],
          scopeKind: 'firm',
          branchId: null,
        }),
      ),
    );

  it('C-12 production starts on data of its own, an operator with a password of their own included', async () => {
    await staffNamed('operator', 'a-password-of-their-own-7');
    const server = await start();
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.close();
  }, 60_000);

  it('C-12 production refuses a demo login with the password that everybody knows', async () => {
    await staffNamed('compliance', KNOWN_DEMO_PASSWORD);
    await expect(start()).rejects.toThrow(DemoDataRefused);
    await expect(start()).rejects.toThrow('the login compliance with the password of the demo firm');
    await prepare(({ database }) =>
      database.runInTransaction(({ manager }) =>
        manager.query("DELETE FROM staff WHERE login_name = 'compliance'"),
      ),
    );
  }, 60_000);

  it('C-12 production refuses the members of the demo firm', async () => {
    await prepare(({ database }) =>
      database.runInTransaction(({ manager }) =>
        manager.query("INSERT INTO demo_marks (mark, done_at) VALUES ('members', 1)"),
      ),
    );
    await expect(start()).rejects.toThrow('this database holds members of the demo firm');
  }, 60_000);
});
