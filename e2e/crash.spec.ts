import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { heavyCheck } from '../tools/heavy-check.ts';
import { hasMariaDb, removeTemplate, startMariaDb, type MariaDb } from '../tools/mariadb.ts';
import {
  compareEffects,
  planFor,
  READY_MS_MAX,
  runCrash,
  signInAll,
  untilCaughtUp,
  wrongPublications,
} from './crash/index.ts';
import { signInStaff, startWhole, type Whole } from './harness/index.ts';
import { compareWithDatabase, Reporters } from './ingest-kill/index.ts';

const check = heavyCheck('crash');
const SIZES = {
  small: {
    events: 2_000,
    kills: 3,
    hitsMin: 2,
    members: 8,
    concurrency: 16,
    lessonsEach: 2,
    purchaseBatches: 10,
    retitled: 6,
    withinMs: 180_000,
  },
  full: {
    events: 100_000,
    kills: 20,
    hitsMin: 15,
    members: 48,
    concurrency: 24,
    lessonsEach: 8,
    purchaseBatches: 120,
    retitled: 12,
    withinMs: 1_800_000,
  },
} as const;
const size = SIZES[check.size];
/** What `npm run prove -- crash --sabotage` takes away from the database. */
const isFlushedAtCommit = process.env['SIYU_CRASH_FLUSH'] !== '0';
const NOTHING_WRONG = {
  lost: [],
  surplus: [],
  wrongCounts: [],
  wrongClocks: [],
  recordedTwice: [],
  lessons: [],
  purchases: [],
  scores: [],
  publications: [],
};

/** The demo firm brings lessons and an analyst; of its members as few as it has. */
const startOn = (database: MariaDb, demo: 'full' | 'none', env: Readonly<Record<string, string>> = {}) =>
  startWhole({
    demo,
    engine: 'mysql',
    mariadbUrl: database.url,
    env: { LOGINS_PER_MINUTE: '100000', SIYU_DEMO_MEMBERS: '30', ...env },
  });

const describeOnMariaDb = hasMariaDb() ? describe : describe.skip;
const title = 'events, lessons and purchases through kills of the server, its database and both';

describeOnMariaDb(hasMariaDb() ? title : `${title}: skipped, no MariaDB is installed`, () => {
  let database: MariaDb;
  beforeAll(async () => {
    database = await startMariaDb('disk', { isFlushedAtCommit });
  }, 60_000);
  afterAll(async () => {
    await database.stop();
    removeTemplate();
  });

  it(
    'C-10 C-11 F-11 fault 01 fault 02 fault 03 loses nothing that was acknowledged and does nothing twice',
    async () => {
      const whole = await startOn(database, 'full');
      try {
        await crash(whole);
      } finally {
        await whole.close();
      }
    },
    size.withinMs,
  );

  async function crash(whole: Whole): Promise<void> {
    const { members, reporters, deeds, desk, strikes, before } = await runCrash(
      whole,
      database,
      size,
      check.seed,
    );
    const view = await whole.openDatabase();
    await untilCaughtUp(view);
    const differences = {
      ...(await compareWithDatabase(view, reporters.acknowledged, before)),
      recordedTwice: [...reporters.recordedTwice],
      ...(await compareEffects(view, deeds, members, await signInStaff(whole, 'analyst'))),
      publications: await wrongPublications(view, desk),
    };
    await view.close();

    const killsOf = (victim: string) => strikes.filter((strike) => strike.victim === victim);
    const readyMs = killsOf('database').map((strike) => strike.readyMs ?? Number.POSITIVE_INFINITY);
    const hits = strikes.filter((strike) => strike.unanswered > 0 && strike.openTransactions > 0).length;
    check.record({
      acknowledged_events: reporters.acknowledged.size,
      lost: differences.lost.length,
      twice: differences.surplus.length + differences.recordedTwice.length,
      kills: strikes.length,
      kills_with_unanswered_request_and_open_transaction: hits,
      kills_of_server: killsOf('server').length,
      kills_of_database: killsOf('database').length,
      kills_of_both: killsOf('both').length,
      unanswered_at_kills: strikes.reduce((sum, strike) => sum + strike.unanswered, 0),
      open_transactions_at_kills: strikes.reduce((sum, strike) => sum + strike.openTransactions, 0),
      requests_sent_again: reporters.unansweredRequests + deeds.unanswered + desk.unanswered,
      reposted_events: reporters.repostedEvents,
      lessons: deeds.lessons.length,
      purchases: deeds.purchases.size,
      publications: desk.published.length,
      ready_ms_max_after_database: Math.max(...readyMs),
    });
    expect(differences).toEqual(NOTHING_WRONG);
    expect(reporters.acknowledged.size).toBe(size.events);
    expect(deeds.lessons).toHaveLength(size.members * size.lessonsEach);
    expect(deeds.purchases.size).toBeGreaterThanOrEqual(size.purchaseBatches);
    expect(desk.published).toHaveLength(size.retitled);
    expect(strikes).toHaveLength(size.kills);
    expect(hits).toBeGreaterThanOrEqual(size.hitsMin);
    expect(strikes.flatMap(({ faults }) => faults)).toEqual([]);
    expect(Math.max(...readyMs)).toBeLessThanOrEqual(READY_MS_MAX);
  }

  /** Events alone, and a kill right after the last acknowledgement. */
  async function lostBy(
    on: MariaDb,
    env: Readonly<Record<string, string>>,
    kill: (whole: Whole) => Promise<void>,
  ): Promise<{ readonly lost: number; readonly acknowledged: number }> {
    const whole = await startOn(on, 'none', env);
    try {
      const members = await signInAll(whole, 4);
      const batches = planFor(check.seed, members.length, 800, 0);
      const reporters = new Reporters({ members, batches, concurrency: 8, onAcknowledged: () => undefined });
      await reporters.run();
      await kill(whole);
      const view = await whole.openDatabase();
      const { lost } = await compareWithDatabase(view, reporters.acknowledged);
      await view.close();
      return { lost: lost.length, acknowledged: reporters.acknowledged.size };
    } finally {
      await whole.close();
    }
  }

  it('C-10 fault 01 control: sees the loss when a sabotaged server acknowledges before the commit', async () => {
    const env = { NODE_ENV: 'test', SIYU_SABOTAGE: 'ack-before-commit' };
    const found = await lostBy(database, env, (whole) => whole.killServer());
    expect(found).toEqual({ lost: 800, acknowledged: 800 });
  }, 90_000);

  it('C-10 fault 02 control: sees the loss when the database writes its commits out once a second only', async () => {
    const careless = await startMariaDb('disk', { isFlushedAtCommit: false });
    try {
      const found = await lostBy(careless, {}, async () => {
        await careless.kill();
        await careless.start();
      });
      expect(found.acknowledged).toBe(800);
      expect(found.lost).toBeGreaterThan(0);
    } finally {
      await careless.stop();
    }
  }, 90_000);
});
