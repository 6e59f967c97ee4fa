import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { engagementRoutes } from '@siyu/shared/contracts/engagement.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { heavyCheck } from '../tools/heavy-check.ts';
import { signInMember, startWhole, until, type Whole } from './harness/index.ts';
import { planBatches } from './ingest-kill/index.ts';
import { Box, messageTo, PUSH } from './sends/box.ts';
import { endLeases, plantSends } from './sends/plant-sends.ts';

const check = heavyCheck('sends');
const SIZES = {
  small: { rounds: 1, each: 12, withinMs: 60_000 },
  full: { rounds: 10, each: 100, withinMs: 1_200_000 },
} as const;
const size = SIZES[check.size];
/** In the order of a message's life: nothing is committed, SENDING is, the call is under way, it was answered. */
const POINTS = ['sends.claiming', 'sends.claimed', 'during the call', 'sends.called'] as const;
const engine = process.env['SIYU_TEST_MARIADB'] === undefined || check.size === 'small' ? 'sqlite' : 'mysql';

describe('messages through a killed server', () => {
  let whole: Whole;
  let box: Box;
  const kills = mkdtempSync(join(tmpdir(), 'siyu-kills-'));
  beforeAll(async () => {
    whole = await startWhole({
      demo: 'none',
      engine,
      env: {
        NODE_ENV: 'test',
        SIYU_KILL_DIR: kills,
        PLATFORM_REST_MS: '200',
        WECHAT_PUSH_TOKEN: PUSH.token,
        WECHAT_PUSH_AES_KEY: PUSH.encodingAesKey,
      },
    });
    box = new Box(whole);
    await box.pushTo(whole.environment['WECHAT_APP_ID'] ?? '');
  }, 60_000);
  afterAll(async () => {
    await whole.close();
    rmSync(kills, { recursive: true, force: true });
  });

  const states = async (): Promise<ReadonlyMap<string, string>> => {
    const view = await whole.openDatabase();
    const rows = await view.query('SELECT business_key, state FROM platform_sends');
    await view.close();
    return new Map(rows.map((row) => [String(row['business_key']), String(row['state'])]));
  };
  const countOf = async (...wanted: readonly string[]): Promise<number> =>
    [...(await states()).values()].filter((state) => wanted.includes(state)).length;
  const isAway = () =>
    fetch(`${whole.url}/healthz`).then(
      () => false,
      () => true,
    );
  const plant = async (accounts: readonly string[]): Promise<void> => {
    await box.accept(accounts);
    await plantSends(
      whole,
      accounts.map((account) => ({ businessKey: account, state: 'PLANNED', message: messageTo(account) })),
    );
  };
  // An account of the box has letters, digits and dashes.
  const accountOf = (kind: string, n: number): string => `fault-${kind.replace('_', '-')}-${n}`;
  const atRest = () =>
    until(
      'no message is planned or under way',
      async () => (await countOf('PLANNED', 'SENDING')) === 0,
      60_000,
    );

  it(
    'E-06 killed at each point, every message is called for at most once, and none is lost from sight',
    async () => {
      const calls = new Map<string, number>();
      const taken = new Map<string, number>();
      const read = async () => {
        const seen = await box.seen();
        for (const [account, n] of seen.calls) calls.set(account, (calls.get(account) ?? 0) + n);
        for (const [account, n] of seen.taken) taken.set(account, (taken.get(account) ?? 0) + n);
      };
      const all: string[] = [];
      let killed = 0;
      for (let round = 0; round < size.rounds; round += 1) {
        for (const [place, point] of POINTS.entries()) {
          const accounts = Array.from({ length: size.each }, (_, each) => `send-${round}-${place}-${each}`);
          all.push(...accounts);
          if (point === 'during the call') {
            await box.fault({ kind: 'slow', delayMs: 3_000 });
            await plant(accounts);
            await until('calls are under way', async () => (await countOf('SENDING')) > 0);
            await whole.killServer();
            await box.clearFaults();
          } else {
            writeFileSync(join(kills, point), '');
            await plant(accounts);
            await until(`the server ends at ${point}`, isAway);
          }
          killed += 1;
          await endLeases(whole);
          await whole.restartServer();
          await atRest();
          await read();
        }
      }
      // A call that was under way may be seen by the box after its caller is gone.
      await read();
      const found = await states();
      const twice = all.filter((account) => (calls.get(account) ?? 0) > 1);
      const lost = all.filter((account) => !['SENT', 'UNKNOWN'].includes(found.get(account) ?? ''));
      const untrue = all.filter((account) => found.get(account) === 'SENT' && taken.get(account) !== 1);
      const unknown = all.filter((account) => found.get(account) === 'UNKNOWN');
      check.record({
        kills: killed,
        messages: all.length,
        called_twice: twice.length,
        lost: lost.length,
        said_sent_but_not_taken: untrue.length,
        unknown_after_kills: unknown.length,
        unknown_that_wechat_took: unknown.filter((account) => taken.get(account) === 1).length,
      });
      expect({ twice, lost, untrue }).toEqual({ twice: [], lost: [], untrue: [] });
      // A kill leaves at most what was under way at once.
      expect(unknown.length).toBeGreaterThan(0);
      expect(unknown.length).toBeLessThanOrEqual(killed * 8);
      const metrics = await (await fetch(`${whole.url}/metrics`)).text();
      expect(metrics).toContain(`siyu_platform_sends{state="UNKNOWN"} ${unknown.length}`);
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
