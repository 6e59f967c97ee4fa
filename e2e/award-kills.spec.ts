import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { heavyCheck } from '../tools/heavy-check.ts';
import { hasRedis, type RedisServer, startRedis } from '../tools/redis.ts';
import { type AwardsWorld, KILL_POINTS, openAwardsWorld } from './awards/awards-world.ts';
import { until } from './harness/index.ts';

const check = heavyCheck('award-kills');
const SIZES = {
  small: { rounds: 1, each: 6, withinMs: 120_000 },
  full: { rounds: 7, each: 60, withinMs: 1_200_000 },
} as const;
const size = SIZES[check.size];
/** The demo firm is there at once on SQLite only; at full size it is loaded into MariaDB too. */
const ENGINES =
  check.size === 'full' && process.env['SIYU_TEST_MARIADB'] !== undefined
    ? (['sqlite', 'mysql'] as const)
    : (['sqlite'] as const);
const itOnRedis = hasRedis() ? it : it.skip;

/** Of every engine, since each writes the whole of what is kept. */
const counts: Record<string, number> = {};

describe.each(ENGINES)('awards through a killed server on %s', (engine) => {
  let redis: RedisServer | null = null;
  let world: AwardsWorld;
  beforeAll(async () => {
    redis = hasRedis() ? await startRedis() : null;
    world = await openAwardsWorld(engine, { REDIS_URL: redis?.url ?? '' });
  }, 180_000);
  afterAll(async () => {
    await world.close();
    await redis?.stop();
  });

  const expectAllOnce = async (least: number): Promise<void> => {
    const { facts, ...rows } = await world.tally();
    expect(facts).toBeGreaterThanOrEqual(least);
    expect(rows).toEqual({ awards: facts, twice: 0, points: facts, budgeted: facts });
  };

  it(
    'G-08 fault 04 killed at each point while awarding, every event is thanked for exactly once',
    async () => {
      let kills = 0;
      for (let round = 0; round < size.rounds; round += 1) {
        for (const point of KILL_POINTS) {
          await world.killAt(point, `kill-${round}-${point.replace('.', '-')}`, size.each);
          kills += 1;
          await world.atRest();
        }
      }
      const { facts, awards, twice, points } = await world.tally();
      const counted = { kills, facts, awards, awarded_twice: twice, points };
      for (const [name, count] of Object.entries(counted)) counts[`${engine}_${name}`] = count;
      check.record(counts);
      await expectAllOnce(kills * size.each);
    },
    size.withinMs,
  );

  it(
    'H-03 H-07 a back-test whose server is killed before it is told is run again and finds the same: what the firm really gave',
    async () => {
      const killed = await world.backtest(true);
      expect(killed.given.awards).toBeGreaterThan(0);
      expect(killed.allGiven).toEqual(killed.allReally);
      expect(await world.backtest(false)).toEqual(killed);
    },
    size.withinMs,
  );

  itOnRedis(
    'G-08 fault 05 Redis emptied and killed while awarding: no award is lost, none is given twice',
    async () => {
      if (redis === null) return;
      const { facts: before } = await world.tally();
      const going = world.checkIn('emptied', size.each);
      await until('some have checked in', async () => (await world.tally()).facts > before);
      await redis.command('FLUSHALL');
      await going;
      await world.atRest();
      const gone = world.checkIn('away', size.each);
      await redis.kill();
      await gone;
      await world.atRest();
      await redis.start();
      await expectAllOnce(before + 2 * size.each);
    },
    size.withinMs,
  );
});
