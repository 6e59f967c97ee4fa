import { afterAll, describe, expect, it } from '@jest/globals';
import { heavyCheck } from '../tools/heavy-check.ts';
import { signInMember, startWhole, until, type MemberClient, type Whole } from './harness/index.ts';
import { compareWithDatabase, planBatches, Reporters } from './ingest-kill/index.ts';

const check = heavyCheck('ingest-kill');
const SIZES = {
  small: { events: 4_000, kills: 2, members: 12, concurrency: 16, withinMs: 90_000 },
  full: { events: 100_000, kills: 20, members: 48, concurrency: 24, withinMs: 900_000 },
} as const;
const size = SIZES[check.size];
const BATCH_SIZE = 20;
const REPOST_SHARE = 0.05;
const NOTHING_WRONG = { lost: [], surplus: [], wrongCounts: [], wrongClocks: [] };
const durable = process.env['SIYU_TEST_MARIADB_DURABLE'];

const signInAll = (whole: Whole, count: number): Promise<readonly MemberClient[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => signInMember(whole, `ingest-${index}`)));

describe('events through a killed server', () => {
  const counts: Record<string, number | string> = {};
  afterAll(() => check.record(counts));

  const engines = [
    ['SQLite on disk', 'sqlite'],
    ['MariaDB on disk', 'mysql'],
  ] as const;
  it.each(durable === undefined ? engines.slice(0, 1) : engines)(
    'A-12 keeps every acknowledged event, its counts and its effects once through kill -9 in mid-ingest (%s)',
    async (_, engine) => {
      const whole = await startWhole({
        demo: 'none',
        engine,
        mariadbUrl: durable,
        env: { LOGINS_PER_MINUTE: '100000' },
      });
      try {
        const members = await signInAll(whole, size.members);
        const batches = planBatches({
          seed: check.seed,
          members: size.members,
          batches: size.events / BATCH_SIZE,
          batchSize: BATCH_SIZE,
          repostShare: REPOST_SHARE,
          now: Date.now(),
        });
        let kills = 0;
        let unansweredAtKills = 0;
        let isRestarting = false;
        const restarts: Promise<void>[] = [];
        const faults: unknown[] = [];
        const killAndRestart = async (): Promise<void> => {
          await whole.killServer();
          await whole.restartServer();
        };
        const reporters = new Reporters({
          members,
          batches,
          concurrency: size.concurrency,
          onAcknowledged: (events, unanswered) => {
            const isTime = events >= ((kills + 1) * size.events) / (size.kills + 1);
            if (!isTime || kills === size.kills || unanswered === 0 || isRestarting) return;
            kills += 1;
            unansweredAtKills += unanswered;
            isRestarting = true;
            const restart = killAndRestart()
              .catch((error: unknown) => faults.push(error))
              .then(() => {
                isRestarting = false;
              });
            restarts.push(restart);
          },
        });
        await reporters.run();
        await Promise.all(restarts);
        expect(faults).toEqual([]);
        expect(kills).toBe(size.kills);
        expect(unansweredAtKills).toBeGreaterThanOrEqual(kills);
        expect(reporters.unansweredRequests).toBeGreaterThanOrEqual(kills);
        expect(reporters.repostedEvents).toBeGreaterThan(0);
        expect(reporters.acknowledged.size).toBe(size.events);

        const database = await whole.openDatabase();
        try {
          expect(await compareWithDatabase(database, reporters.acknowledged)).toEqual(NOTHING_WRONG);
          expect([...reporters.recordedTwice]).toEqual([]);
          await until(
            'every member followed up to the last fact',
            async () => {
              const [row] = await database.query(
                'SELECT COUNT(*) AS behind FROM member_due WHERE done_seq < wanted_seq OR is_pending = 1',
              );
              return Number(row?.['behind']) === 0;
            },
            30_000,
          );
        } finally {
          await database.close();
        }
        counts[`${engine}_acknowledged`] = reporters.acknowledged.size;
        counts[`${engine}_kills`] = kills;
        counts[`${engine}_unanswered`] = reporters.unansweredRequests;
        counts[`${engine}_reposted`] = reporters.repostedEvents;
      } finally {
        await whole.close();
      }
    },
    size.withinMs,
  );

  it('A-12 sees the loss when a sabotaged server acknowledges before the commit', async () => {
    const whole = await startWhole({
      demo: 'none',
      env: { NODE_ENV: 'test', SIYU_SABOTAGE: 'ack-before-commit', LOGINS_PER_MINUTE: '100000' },
    });
    try {
      const members = await signInAll(whole, 2);
      const batches = planBatches({
        seed: check.seed,
        members: members.length,
        batches: 10,
        batchSize: BATCH_SIZE,
        repostShare: 0,
        now: Date.now(),
      });
      const reporters = new Reporters({ members, batches, concurrency: 4, onAcknowledged: () => undefined });
      await reporters.run();
      await whole.killServer();
      await whole.restartServer();
      const database = await whole.openDatabase();
      const differences = await compareWithDatabase(database, reporters.acknowledged);
      await database.close();
      expect(differences.lost).toHaveLength(10 * BATCH_SIZE);
      expect(differences.wrongCounts).not.toEqual([]);
    } finally {
      await whole.close();
    }
  }, 60_000);
});
