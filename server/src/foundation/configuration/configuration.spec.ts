import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { z } from 'zod';
import type { Principal } from '../../platform/http/index.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { Reviews } from '../reviews/index.ts';
import { Configuration, ConfigurationModule, type ConfigurationKey } from './index.ts';

const Weights = z.object({ fresh: z.int() });
const staff = (last: string, role: Role): Principal => ({
  audience: 'staff',
  id: `00000000-0000-7000-8000-00000000000${last}`,
  memberNo: null,
  roles: [role],
  scope: { kind: 'firm' },
  sessionId: null,
});
const author = staff('1', 'operator');
const reviewer = staff('2', 'compliance');

describeOnEngines((engine) => {
  let app: TestApp;
  let configuration: Configuration;
  let key: ConfigurationKey<z.infer<typeof Weights>>;
  beforeEach(async () => {
    app = await createTestApp({ engine, modules: [ConfigurationModule] });
    configuration = app.app.get(Configuration);
    key = configuration.register('spec.weights', Weights, { fresh: 1 });
    await configuration.onApplicationBootstrap();
  });
  afterEach(() => app.close());
  const propose = (json: object, validFrom: number) =>
    app.database.runInTransaction((tx) =>
      configuration.propose(tx, { key: 'spec.weights', json, validFrom, author }),
    );
  const decide = (reviewId: string, sha256: string, decider: Principal, isApproved = true) =>
    app.database.runInTransaction((tx) =>
      app.app.get(Reviews).decide(tx, { reviewId, sha256, decider, isApproved, comment: '' }),
    );

  it('A-06 seeds version 1 once, however often the server starts', async () => {
    await configuration.onApplicationBootstrap();
    expect(await configuration.get(key, TEST_NOW)).toEqual({ version: 1, value: { fresh: 1 } });
    expect(await configuration.get('spec.weights', 0)).toEqual({ version: 1, value: { fresh: 1 } });
    const rows = await app.database.read.query(
      "SELECT version FROM config_versions WHERE config_key = 'spec.weights'",
    );
    expect(rows).toHaveLength(1);
  });

  it('A-06 a new version is used from its moment on, and only once another person approved it', async () => {
    const from = TEST_NOW + 1000;
    const { reviewId, sha256 } = await propose({ fresh: 2 }, from);
    expect((await configuration.get(key, from)).version).toBe(1);
    await expect(decide(reviewId, sha256, author)).rejects.toMatchObject({ code: 'reviews.own_request' });
    await expect(decide(reviewId, '0'.repeat(64), reviewer)).rejects.toMatchObject({
      code: 'reviews.hash_differs',
    });
    await decide(reviewId, sha256, reviewer);
    expect((await configuration.get(key, from - 1)).version).toBe(1);
    expect(await configuration.get(key, from)).toEqual({ version: 2, value: { fresh: 2 } });
    await expect(decide(reviewId, sha256, reviewer)).rejects.toMatchObject({
      code: 'reviews.already_decided',
    });
  });

  it('A-06 a rejected version never counts, and of two deciders at once one is told it is decided', async () => {
    const { reviewId, sha256 } = await propose({ fresh: 3 }, TEST_NOW);
    const third = staff('3', 'compliance');
    const outcomes = await Promise.allSettled([
      decide(reviewId, sha256, reviewer, false),
      decide(reviewId, sha256, third, false),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await configuration.get(key, TEST_NOW)).version).toBe(1);
  });

  it('A-06 refuses a value of the wrong shape and a live version altered behind its hash', async () => {
    await expect(propose({ fresh: 'x' }, TEST_NOW)).rejects.toBeInstanceOf(z.ZodError);
    await app.database.runInTransaction(({ manager }) =>
      manager.query('UPDATE config_versions SET json = ? WHERE config_key = ?', [
        '{"fresh":9}',
        'spec.weights',
      ]),
    );
    app.clock.advance(6000);
    await expect(configuration.get(key, TEST_NOW)).rejects.toMatchObject({
      code: 'configuration.version_altered',
    });
  });
});
