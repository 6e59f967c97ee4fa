import { spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hasRedis, type RedisServer, startRedis } from '../../../../tools/redis.ts';
import {
  createTestApp,
  createTestPlace,
  mariaDbUrl,
  type TestApp,
  type TestPlace,
} from '../../testing/index.ts';
import { Jobs } from './index.ts';

const HOUR = 3_600_000;
const NOBODY_LISTENS = 'redis://127.0.0.1:9';

/** Each turn takes a while, and more of them wait for it than are done at once; ten times a second it says that it is there. */
const MANY_TURNS = `
import { RedisWakes } from './server/src/platform/jobs/redis-wakes.ts';
const wakes = new RedisWakes(process.env.REDIS_URL, { info() {}, warn() {} });
wakes.start(new Map([['spec-many', 100]]), async () => {
  console.log('turn');
  await new Promise((resolve) => setTimeout(resolve, 60));
  return true;
});
setInterval(() => {
  console.log('here');
  for (let name = 0; name < 200; name += 1) wakes.wake('spec-' + name);
}, 100);
`;

async function until(what: string, isTrue: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`not in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The same scenarios whatever carries the wake-ups: timers of each process, Redis, or a Redis that is not there. */
function carriedBy(name: string, urlOf: () => string, isThere: boolean): void {
  describe(`jobs carried by ${name}`, () => {
    let place: TestPlace;
    const nodes: TestApp[] = [];
    const open = async (): Promise<TestApp> => {
      const node = await createTestApp({ engine: place.engine, place, env: { REDIS_URL: urlOf() } });
      nodes.push(node);
      return node;
    };
    beforeEach(async () => {
      place = await createTestPlace(mariaDbUrl === null ? 'sqlite' : 'mysql');
    });
    afterEach(async () => {
      await Promise.all(nodes.splice(0).map((node) => node.close()));
      await place.release();
    });

    it('E-07 fault 06 a job runs at its start, at its times, and when it is woken, never twice at once', async () => {
      const node = await open();
      const jobs = node.app.get(Jobs);
      let runs = 0;
      let running = 0;
      let most = 0;
      jobs.every('spec-woken', HOUR, async () => {
        runs += 1;
        most = Math.max(most, (running += 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
      });
      let turns = 0;
      jobs.every('spec-timed', 50, async () => void (turns += 1));
      await until('the first run', () => runs > 0);
      await until('three turns', () => turns >= 3, 20_000);
      for (let wake = 0; wake < 200; wake += 1) jobs.wake('spec-woken');
      await until('a run after the wake-ups', () => runs > 1);
      await jobs.idle();
      expect(most).toBe(1);
      // 200 wake-ups are a few turns.
      expect(runs).toBeLessThan(50);
    });

    it('E-07 a wake-up of a process without the lease reaches the one that has it, and work is done once', async () => {
      if (place.engine === 'sqlite') return;
      const [one, other] = [await open(), await open()];
      const done: string[] = [];
      let isDue = false;
      for (const [node, app] of Object.entries({ one, other })) {
        app.app.get(Jobs).every('spec-shared', isThere ? HOUR : 100, async () => {
          if (!isDue) return;
          isDue = false;
          done.push(node);
        });
      }
      await until('the lease is taken', async () => {
        const [row] = await one.database.read.query("SELECT owner FROM jobs WHERE name = 'spec-shared'");
        return row?.owner !== null && row !== undefined;
      });
      await until('Redis is there', () => !isThere || one.app.get(Jobs).isCarried);
      isDue = true;
      for (const { app } of [one, other]) app.get(Jobs).wake('spec-shared');
      await until('the work is done', () => done.length > 0);
      expect(done).toHaveLength(1);
      expect(one.app.get(Jobs).isCarried).toBe(isThere);
    });
  });
}

carriedBy('timers of the process', () => '', false);
carriedBy('a Redis that is not there', () => NOBODY_LISTENS, false);

const describeOnRedis = hasRedis() ? describe : describe.skip;
describeOnRedis(hasRedis() ? 'with Redis' : 'skipped: Redis is not installed', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  carriedBy('Redis', () => redis.url, true);

  it('E-07 fault 05 killed while turns wait in it: the process keeps answering', async () => {
    const own = await startRedis();
    // In a process of its own, since one that stands still would take this one's clock with it.
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', MANY_TURNS], {
      env: { ...process.env, NODE_OPTIONS: '', REDIS_URL: own.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
      await until('turns are under way', () => said.split('turn').length > 20, 30_000);
      await own.kill();
      const alive = said.length;
      await until('it says that it is there', () => /(?:here\n){20}$/.test(said.slice(alive)));
    } finally {
      child.kill('SIGKILL');
      await own.stop();
    }
  }, 60_000);

  it('E-07 fault 05 emptied, killed and back again: jobs go on all the while, and Redis carries them afterwards', async () => {
    const place = await createTestPlace('sqlite');
    const node = await createTestApp({ engine: 'sqlite', place, env: { REDIS_URL: redis.url } });
    try {
      const jobs = node.app.get(Jobs);
      let turns = 0;
      jobs.every('spec-on', 50, async () => void (turns += 1));
      const goesOn = async (when: string) => {
        const before = turns;
        await until(`a turn ${when}`, () => turns > before + 1);
      };
      await until('Redis carries', () => jobs.isCarried);
      await goesOn('with Redis');
      expect(await redis.command('FLUSHALL')).toContain('OK');
      await goesOn('after FLUSHALL');
      await until('the schedules are there again', async () => /^:[1-9]/.test(await redis.command('DBSIZE')));
      await redis.kill();
      await until('Redis is missed', () => !jobs.isCarried);
      await goesOn('without Redis');
      await redis.start();
      await until('Redis carries again', () => jobs.isCarried);
      await goesOn('with Redis again');
    } finally {
      await node.close();
      await place.release();
    }
  }, 60_000);
});
