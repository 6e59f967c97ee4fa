import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ImportRow } from '@siyu/shared/contracts/imports';
import { heavyCheck } from '../../../../tools/heavy-check.ts';
import { freePort } from '../../../../tools/mariadb.ts';
import { AuditModule } from '../../foundation/audit/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import type { Engine } from '../../platform/database/index.ts';
import { createTestApp, createTestPlace, describeOnEngines, type TestPlace } from '../../testing/index.ts';
import { openStaff } from '../../testing/callers.ts';
import { Identity, IdentityModule } from '../identity/index.ts';
import { TRANSACTION_HEADER } from '../testing/import-desk.ts';

/** What the whole server, with scoring behind the import, may hold at its worst; it starts with about 250. */
const LIMIT_MB = 512;
/** The second half of the lines may at its worst hold this much more than the first. */
const GROWTH_MAX = 1.15;
const check = heavyCheck('import-memory');
const [LINES, CUSTOMERS, LINKED] = check.size === 'full' ? [1_000_000, 100_000, 1_000] : [10_000, 2_000, 50];
const program = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const counts: Record<string, number> = {};
afterAll(() =>
  check.record({ lines: LINES, customers: CUSTOMERS, linked: LINKED, limitMb: LIMIT_MB, ...counts }),
);

/** A repeatable sequence of integers under `bound` (mulberry32). */
function sequence(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

interface Expected {
  recorded: number;
  rejected: number;
  duplicates: number;
  amountFen: number;
}

/** Writes the file and returns what must be found afterwards. */
async function generate(path: string): Promise<Expected> {
  const next = sequence(check.seed);
  const expected = { recorded: 0, rejected: 0, duplicates: 0, amountFen: 0 };
  const file = await open(path, 'w');
  await file.writeFile(`${TRANSACTION_HEADER}\n`);
  let previous = '';
  for (let line = 0; line < LINES;) {
    const portion: string[] = [];
    for (const end = Math.min(LINES, line + 20_000); line < end; line += 1) {
      const draw = next(1000);
      if (draw === 0) {
        expected.rejected += 1;
        portion.push(`S-${line},purchase,C-${next(CUSTOMERS)},yesterday,,FUND,,,1,,`);
        continue;
      }
      if (draw === 1 && previous !== '') {
        expected.duplicates += 1;
        portion.push(previous);
        continue;
      }
      const fen = 1 + next(100_000_000);
      const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
      const at = `2026-${String(1 + next(10)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}T${String(next(24)).padStart(2, '0')}:00:00+08:00`;
      const of = `C-${next(CUSTOMERS)},${at}`;
      if (draw < 450) previous = `S-${line},purchase,${of},,FUND-${next(50)},,,${yuan},,CNY`;
      else if (draw < 800) previous = `S-${line},confirmation,${of},S-${next(line + 1)}x,,,,${yuan},,`;
      else if (draw < 950)
        previous = `S-${line},plan_deduction,${of},,FUND-${next(50)},,P-${next(9)},${yuan},,`;
      else previous = `S-${line},benefit,${of},,,,,${yuan},trailing_fee,`;
      expected.recorded += 1;
      expected.amountFen += fen;
      portion.push(previous);
    }
    await file.writeFile(`${portion.join('\n')}\n`);
  }
  await file.close();
  return expected;
}

/** An operator, and members whose accounts some of the customers are: their scores follow while the file comes in. */
async function prepare(engine: Engine, place: TestPlace): Promise<string> {
  const app = await createTestApp({
    engine,
    place,
    modules: [AuditModule, OrganisationModule, IdentityModule],
    // A session that is valid for the program, whose clock is the machine's.
    now: new Date().getTime(),
  });
  const cookie = await openStaff(app, 'operator');
  const identity = app.app.get(Identity, { strict: false });
  for (let at = 0; at < LINKED; at += 1) {
    await app.database.runInTransaction(async (tx) => {
      const external = { kind: 'wechat_openid', issuer: 'spec', externalId: `o-${at}` } as const;
      const member = await identity.registerOrFind(tx, external);
      await identity.grantConsents(tx, member.memberNo, ['SERVICE', 'PROFILING', 'SENSITIVE'], 'console');
      await identity.linkCoreCustomer(tx, 'system', member, `C-${at}`, 'counter');
    });
  }
  await app.close();
  return cookie;
}

interface Running {
  readonly url: string;
  /** Resident size at the moment, MiB; 0 where the system does not tell. */
  readonly residentMb: () => number;
  /** Ends it and says its greatest resident size, MiB. */
  readonly end: () => Promise<number>;
}

/** Runs the compiled server; it tells its greatest resident size itself when it ends. */
async function start(place: TestPlace): Promise<Running> {
  if (!existsSync(program)) throw new Error('server/dist/main.js is not built: npm run build');
  const port = await freePort();
  const tell = "process.on('exit', () => process.stderr.write('peak-kb ' + process.resourceUsage().maxRSS))";
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, program],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        PORT: String(port),
        HOST: '127.0.0.1',
        SIYU_DATA_DIR: place.dataDir,
        DATABASE_URL: place.databaseUrl ?? '',
        SANDBOX_URL: 'http://127.0.0.1:9',
        CORE_SYSTEM_TOKEN: 'core-system-token-of-the-specs',
        LOG_LEVEL: 'error',
      },
    },
  );
  let err = '';
  child.stderr?.on('data', (data: Buffer) => (err += data.toString()));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    if (child.exitCode !== null || attempt > 600) throw new Error(`the server did not start: ${err}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.status === 200) break;
    await pause(100);
  }
  const status = `/proc/${child.pid}/status`;
  return {
    url,
    residentMb: () =>
      existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024 : 0,
    end: async () => {
      child.kill('SIGTERM');
      await ended;
      const found = /peak-kb (\d+)$/.exec(err);
      if (found === null) throw new Error(`the server said no size: ${err}`);
      return Number(found[1]) / 1024;
    },
  };
}

describe('a million lines of the core system', () => {
  describeOnEngines((engine) => {
    it(
      `C-02 goes in under ${LIMIT_MB} MB resident, every line accounted for, of ${CUSTOMERS} customers`,
      async () => {
        const folder = mkdtempSync(join(tmpdir(), 'siyu-import-memory-'));
        const place = await createTestPlace(engine);
        try {
          const expected = await generate(join(folder, 'core.csv'));
          const cookie = await prepare(engine, place);
          const server = await start(place);
          const headers = { cookie, origin: server.url };
          const body = new FormData();
          body.append('file', await openAsBlob(join(folder, 'core.csv')), 'core.csv');
          const uploaded = await fetch(`${server.url}/v1/console/imports/transactions/files`, {
            method: 'POST',
            headers,
            body,
          });
          const queued: unknown = await uploaded.json();
          if (uploaded.status !== 201) throw new Error(JSON.stringify(queued));
          const { importId } = ImportRow.parse(queued);
          const started = performance.now();
          let row: ImportRow;
          let progress = 0;
          const halvesMb: [number, number] = [0, 0];
          do {
            await pause(check.size === 'full' ? 1_000 : 50);
            const answer = await fetch(`${server.url}/v1/console/imports/${importId}`, { headers });
            row = ImportRow.parse(await answer.json());
            expect(row.bytesDone).toBeGreaterThanOrEqual(progress);
            progress = row.bytesDone;
            const half = progress * 2 < row.bytesTotal ? 0 : 1;
            halvesMb[half] = Math.max(halvesMb[half], server.residentMb());
          } while (row.finishedAt === null);
          const seconds = (performance.now() - started) / 1000;
          const rejects = await (
            await fetch(`${server.url}/v1/console/imports/${importId}/rejects`, { headers })
          ).text();
          const peakMb = await server.end();
          const { amountFen, ...numbers } = expected;
          expect(row).toMatchObject({ state: 'DONE', ...numbers });
          expect(rejects.trimEnd().split('\n').length - 1).toBe(expected.rejected);
          const stored = await createTestApp({ engine, place });
          const [sums] = await stored.database.read.query(
            'SELECT COUNT(*) AS facts, SUM(amount_fen) AS amount FROM transaction_facts',
          );
          await stored.close();
          expect([Number(sums.facts), String(sums.amount)]).toEqual([expected.recorded, String(amountFen)]);
          expect(peakMb).toBeLessThanOrEqual(LIMIT_MB);
          // A short file is over before the memory has found its level.
          if (check.size === 'full') expect(halvesMb[1]).toBeLessThanOrEqual(halvesMb[0] * GROWTH_MAX);
          counts[`${engine}FirstHalfMb`] = Math.round(halvesMb[0]);
          counts[`${engine}SecondHalfMb`] = Math.round(halvesMb[1]);
          counts[`${engine}PeakMb`] = Number(peakMb.toFixed(1));
          counts[`${engine}LinesPerSecond`] = Math.round(LINES / seconds);
        } finally {
          await place.release();
          rmSync(folder, { recursive: true });
        }
      },
      check.size === 'full' ? 1_800_000 : 120_000,
    );
  });
});
