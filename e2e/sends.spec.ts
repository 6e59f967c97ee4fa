import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { engagementRoutes } from '@siyu/shared/contracts/engagement.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { heavyCheck } from '../tools/heavy-check.ts';
import { hasRedis, type RedisServer, startRedis } from '../tools/redis.ts';
import { signInMember, until, type Whole } from './harness/index.ts';
import { planBatches } from './ingest-kill/index.ts';
import type { Box } from './sends/box.ts';
import { killAtEachPoint } from './sends/kill-run.ts';
import { noticesThroughRedis } from './sends/notices-through-redis.ts';
import { openSendsWorld, type SendsWorld } from './sends/sends-world.ts';

const check = heavyCheck('sends');
const SIZES = {
  small: { killsPerPoint: 2, each: 10, notices: 12, withinMs: 180_000 },
  full: { killsPerPoint: 20, each: 100, notices: 100, withinMs: 1_200_000 },
} as const;
const size = SIZES[check.size];
/** Both at once: while the server of one starts anew, that of the other is at work. */
const ENGINES =
  process.env['SIYU_TEST_MARIADB'] === undefined ? (['sqlite'] as const) : (['sqlite', 'mysql'] as const);
const itOnRedis = hasRedis() ? it : it.skip;

describe('messages through a killed server', () => {
  let redis: RedisServer | null = null;
  let worlds: readonly SendsWorld[];
  /** The one of all tests but that of the kills. */
  let world: SendsWorld;
  let whole: Whole;
  let box: Box;
  beforeAll(async () => {
    redis = hasRedis() ? await startRedis() : null;
    // One with Redis, one without.
    const env = { sqlite: { REDIS_URL: redis?.url ?? '' }, mysql: {} };
    worlds = await Promise.all(ENGINES.map((engine) => openSendsWorld(engine, env[engine])));
    world = worlds[0] as SendsWorld;
    ({ whole, box } = world);
  }, 60_000);
  afterAll(async () => {
    await Promise.all(worlds.map((each) => each.close()));
    await redis?.stop();
  });

  const states = () => world.states();
  const plant = (accounts: readonly string[]) => world.plant(accounts);
  // An account of the box has letters, digits and dashes.
  const accountOf = (kind: string, n: number): string => `fault-${kind.replace('_', '-')}-${n}`;

  it(
    'E-06 killed at each point, every message is called for at most once, and none is lost from sight',
    async () => {
      const rounds = size.killsPerPoint / worlds.length;
      const runs = await Promise.all(
        worlds.map((each) => killAtEachPoint(each, { rounds, each: size.each })),
      );
      const sum = (of: (run: (typeof runs)[number]) => number) =>
        runs.reduce((total, run) => total + of(run), 0);
      check.record({
        engines: ENGINES.join(', '),
        kills: sum(({ kills }) => kills),
        kills_per_point: size.killsPerPoint,
        messages: sum(({ messages }) => messages),
        called_twice: sum(({ twice }) => twice.length),
        lost: sum(({ lost }) => lost.length),
        said_sent_but_not_taken: sum(({ untrue }) => untrue.length),
        unknown_after_kills: sum(({ unknown }) => unknown.length),
        unknown_that_wechat_took: sum(({ unknownButTaken }) => unknownButTaken),
      });
      for (const [place, { kills, twice, lost, untrue, unknown }] of runs.entries()) {
        expect({ twice, lost, untrue }).toEqual({ twice: [], lost: [], untrue: [] });
        // A kill leaves at most what was under way at once.
        expect(unknown.length).toBeGreaterThan(0);
        expect(unknown.length).toBeLessThanOrEqual(kills * 8);
        const metrics = await (await fetch(`${worlds[place]?.whole.url}/metrics`)).text();
        expect(metrics).toContain(`siyu_platform_sends{state="UNKNOWN"} ${unknown.length}`);
      }
    },
    size.withinMs,
  );

  itOnRedis(
    'E-07 fault 05 fault 06 Redis emptied, killed or absent at start while reminders go out: each arrives exactly once',
    async () => {
      if (redis === null) return;
      const run = await noticesThroughRedis(world, redis, size.notices);
      const wrong = run.accounts.filter(
        (account) => run.calls.get(account) !== 1 || run.taken.get(account) !== 1,
      );
      expect(wrong).toEqual([]);
      expect(run.notices).toEqual({ SENT: 3 * size.notices });
      // Redis met its fate in the middle.
      for (const open of run.openThen) expect(open).toBeGreaterThan(0);
    },
    size.withinMs,
  );

  it('E-06 fault 20 a lost answer is settled by the event; 5xx, time-outs, busy and quotas never send twice', async () => {
    const kinds = ['dropped', 'server_error', 'hang_up', 'busy'] as const;
    await box.seen();
    for (const kind of kinds) {
      await box.fault({ kind, times: 2 });
      await plant([...[1, 2].map((n) => accountOf(kind, n))]);
      await until(`${kind} is met`, async () => {
        const found = await states();
        return [1, 2].every((n) => !['PLANNED', 'SENDING'].includes(found.get(accountOf(kind, n)) ?? ''));
      });
      await box.clearFaults();
    }
    const stateOf = async (kind: string) => [1, 2].map(async (n) => (await states()).get(accountOf(kind, n)));
    await until('the events of lost answers are here', async () =>
      (await Promise.all(await stateOf('dropped'))).every((state) => state === 'SENT'),
    );
    const { taken } = await box.seen();
    for (const kind of kinds) {
      const found = await Promise.all(await stateOf(kind));
      const expected = ['server_error', 'hang_up'].includes(kind) ? 'UNKNOWN' : 'SENT';
      expect([kind, ...found]).toEqual([kind, expected, expected]);
      expect(taken.get(accountOf(kind, 1)) ?? 0).toBeLessThanOrEqual(1);
    }
  }, 60_000);

  it('E-05 with WeChat down feed, events and lessons answer as before; messages wait and go out when it is back', async () => {
    const member = await signInMember(whole, 'while-wechat-is-down');
    await box.seen();
    await box.fault({ api: '*', kind: 'hang_up' });
    // Five calls that nobody answers, and it is left alone.
    await plant(['down-1', 'down-2', 'down-3', 'down-4', 'down-5', 'down-6']);
    await until('five calls have failed', async () => {
      const found = await states();
      return [...found].filter(([key, state]) => key.startsWith('down-') && state === 'UNKNOWN').length >= 5;
    });
    const waiting = Array.from({ length: 10 }, (_, each) => `waits-${each}`);
    await plant(waiting);
    const [batch] = planBatches({
      seed: check.seed,
      members: 1,
      batches: 1,
      batchSize: 5,
      repostShare: 0,
      now: Date.now(),
    });
    const startedAt = performance.now();
    await member.call(feedRoutes.getFeed, { query: {} });
    await member.call(engagementRoutes.recordEvents, { body: { events: [...(batch?.events ?? [])] } });
    await member.call(contentRoutes.listLessons, { query: {} });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    const ready = await fetch(`${whole.url}/readyz`);
    expect(ready.status).toBe(200);
    await box.clearFaults();
    await until('everything that waited is sent', async () => {
      const found = await states();
      return waiting.every((account) => !['PLANNED', 'SENDING'].includes(found.get(account) ?? ''));
    });
    const { calls, taken } = await box.seen();
    const wrong = waiting.filter((account) => calls.get(account) !== 1 || taken.get(account) !== 1);
    expect(wrong).toEqual([]);
  }, 60_000);
});
