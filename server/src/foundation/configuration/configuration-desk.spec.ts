import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { z } from 'zod';
import { ValidationFailed, type Principal } from '../../platform/http/index.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { Organisation } from '../organisation/index.ts';
import { ReviewList, Reviews } from '../reviews/index.ts';
import { ConfigurationDesk } from './configuration-desk.ts';
import { Configuration, ConfigurationModule } from './index.ts';

const Weights = z.object({ fresh: z.int().min(0), days: z.array(z.string()) });
const KEY = 'spec.weights';
const iso = (instant: number) => new Date(instant).toISOString();

describeOnEngines((engine) => {
  let app: TestApp;
  let desk: ConfigurationDesk;
  let author: Principal;
  let reviewer: Principal;
  const hire = async (name: string, role: Role): Promise<Principal> => {
    const id = await app.database.runInTransaction((tx) =>
      app.app.get(Organisation, { strict: false }).createStaff(tx, {
        loginName: role.toLowerCase(),
        name,
        password: 'a-long-password-of-the-specs-1',
        roles: [role],
        scopeKind: 'firm',
        branchId: null,
      }),
    );
    return { audience: 'staff', id, memberNo: null, roles: [role], scope: { kind: 'firm' }, sessionId: null };
  };
  beforeEach(async () => {
    app = await createTestApp({ engine, modules: [ConfigurationModule] });
    const configuration = app.app.get(Configuration);
    configuration.register(KEY, Weights, { fresh: 1, days: [] });
    await configuration.onApplicationBootstrap();
    desk = app.app.get(ConfigurationDesk, { strict: false });
    author = await hire('沈运营', 'operator');
    reviewer = await hire('罗合规', 'compliance');
  });
  afterEach(() => app.close());
  const propose = (fresh: number, validFrom: number | null = null, baseVersion = 1) =>
    desk.propose(author, KEY, {
      value: { fresh, days: ['a'] },
      validFrom: validFrom === null ? null : iso(validFrom),
      baseVersion,
    });
  const decide = async (isApproved: boolean) => {
    const { rows } = await app.app
      .get(ReviewList, { strict: false })
      .listReviews({ limit: 1, state: 'OPEN' });
    const { reviewId = '', subjectSha256: sha256 = '' } = rows[0] ?? {};
    await app.database.runInTransaction((tx) =>
      app.app
        .get(Reviews, { strict: false })
        .decide(tx, { reviewId, sha256, decider: reviewer, isApproved, comment: '看过' }),
    );
  };
  const keyRow = async () => (await desk.listKeys()).rows.find(({ key }) => key === KEY);

  it('D-04 every registered key stands at the desk with the version in force, what waits and what comes next', async () => {
    expect((await desk.listKeys()).rows.map(({ key }) => key)).toEqual(['exchange.holidays', KEY]);
    await propose(2, TEST_NOW + 60_000);
    expect(await keyRow()).toMatchObject({
      version: 1,
      validFrom: iso(TEST_NOW),
      waiting: 1,
      nextFrom: null,
    });
    await decide(true);
    expect(await keyRow()).toMatchObject({ version: 1, waiting: 0, nextFrom: iso(TEST_NOW + 60_000) });
    app.clock.advance(60_000);
    expect(await keyRow()).toMatchObject({ version: 2, nextFrom: null });
    const { rows } = await desk.listVersions(KEY, { limit: 10 });
    expect(
      rows.map(({ version, isInForce, authorName, reviewerName }) => [
        version,
        isInForce,
        authorName,
        reviewerName,
      ]),
    ).toEqual([
      [2, true, '沈运营', '罗合规'],
      [1, false, null, null],
    ]);
  });

  it('D-04 a proposal shows beside the version in force, and counts from its approval at the earliest', async () => {
    const { configVersionId, state } = await propose(5);
    expect(state).toBe('IN_REVIEW');
    expect(await desk.getVersion(configVersionId)).toMatchObject({
      value: { fresh: 5, days: ['a'] },
      inForce: { version: 1, value: { fresh: 1, days: [] } },
    });
    app.clock.advance(3_600_000);
    await decide(true);
    const { row } = await desk.getVersion(configVersionId);
    expect(row).toMatchObject({ state: 'LIVE', isInForce: true, validFrom: iso(TEST_NOW + 3_600_000) });
  });

  it('D-04 a change that is wrong, empty, or made on an older version is refused', async () => {
    expect(() => desk.checkValue(KEY, { fresh: -1 })).toThrow(ValidationFailed);
    expect(desk.checkValue(KEY, { fresh: 2, days: [], unknown: 1 }).value).toEqual({ fresh: 2, days: [] });
    expect(() => desk.checkValue('spec.unknown', {})).toThrow('configuration.key_not_found');
    const same = { value: { fresh: 1, days: [] }, validFrom: null, baseVersion: 1 };
    await expect(desk.propose(author, KEY, same)).rejects.toMatchObject({
      code: 'configuration.nothing_changed',
    });
    await propose(2);
    await decide(true);
    await expect(propose(3)).rejects.toMatchObject({ code: 'configuration.base_outdated' });
  });

  it('D-04 only its author takes a proposal back, and then nobody can decide on it', async () => {
    const { configVersionId } = await propose(2);
    await expect(desk.withdraw(reviewer, configVersionId)).rejects.toMatchObject({
      code: 'configuration.not_your_proposal',
    });
    expect((await desk.withdraw(author, configVersionId)).state).toBe('WITHDRAWN');
    await expect(decide(true)).rejects.toMatchObject({ code: 'reviews.not_found' });
    await expect(desk.withdraw(author, configVersionId)).rejects.toMatchObject({
      code: 'configuration.version_not_found',
    });
  });

  it('D-04 the history of a key comes in pages', async () => {
    for (const fresh of [2, 3]) {
      await propose(fresh);
      await decide(false);
    }
    const first = await desk.listVersions(KEY, { limit: 2 });
    expect([first.rows.map(({ version }) => version), first.total]).toEqual([[3, 2], 3]);
    const rest = await desk.listVersions(KEY, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([rest.rows.map(({ version, state }) => [version, state]), rest.nextCursor]).toEqual([
      [[1, 'LIVE']],
      null,
    ]);
  });
});
