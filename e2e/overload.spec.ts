import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { heavyCheck } from '../tools/heavy-check.ts';
import { percentileOf } from '../bench/percentile.ts';
import { signInMember, startWhole, type MemberClient, type Whole } from './harness/index.ts';
import { type Answered, type Call, caller, CONNECTIONS, openLoad, steadyLoad } from './overload/index.ts';

const check = heavyCheck('overload');
const SIZES = {
  small: { seconds: 4, calm: 2, members: 40 },
  full: { seconds: 60, calm: 10, members: 100 },
} as const;
const size = SIZES[check.size];
/** The longest wait that the process allows, ms; and the share of it that phones wait under the load it can take. */
const SHED_AFTER_MS = 150;
const SHARE = 0.4;
/** Phones that compile and measure. */
const FEW = 12;
/** A phone that was offline for a while: answers cost enough that whoever sends them five times is not busy itself. */
const BATCH = 100;
const TIMES = 5;
const CALM_AGAIN_MS = 10_000;
const SETTINGS = { SHED_AFTER_MS: String(SHED_AFTER_MS), LOG_LEVEL: 'error', RUNS_JOBS: 'false' };

const EVENT = { type: 'content_viewed', occurredAt: new Date().toISOString(), contentId: eventIdOf(0, 0) };

function eventIdOf(turn: number, at: number): string {
  return `019ab000-0000-7000-8${String(at).padStart(3, '0')}-${String(turn).padStart(12, '0')}`;
}

interface Seen {
  readonly normal: Answered;
  readonly overload: Answered;
  /** Milliseconds from the end of the load to the first second in which everything was as before. */
  readonly calmAfterMs: number;
  readonly acknowledged: number;
  readonly stored: number;
}

/** One of four phones reads the feed, the others report what was read. */
function phonesOf(members: readonly MemberClient[]): {
  readonly next: () => Call;
  readonly isReport: (call: Call) => boolean;
} {
  let turn = 0;
  const next = (): Call => {
    turn += 1;
    const { token } = members[turn % members.length]!.session;
    if (turn % 4 === 0) return { method: 'GET', path: '/v1/feed?limit=10', token, body: null };
    const events = Array.from({ length: BATCH }, (_, at) => ({ ...EVENT, eventId: eventIdOf(turn, at) }));
    return { method: 'POST', path: '/v1/events', token, body: JSON.stringify({ events }) };
  };
  return { next, isReport: ({ method }) => method === 'POST' };
}

/** All phones have a connection: a busy server takes in one new connection only between two looks at the others. */
async function connectAll(http: ReturnType<typeof caller>): Promise<void> {
  const hello: Call = { method: 'GET', path: '/healthz', token: '', body: null };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => http.call(hello)));
}

async function overload(whole: Whole, members: readonly MemberClient[]): Promise<Seen> {
  const http = caller(whole.url);
  const { next, isReport } = phonesOf(members);
  let acknowledged = 0;
  const ask = async (call: Call) => {
    const outcome = await http.call(call);
    if (outcome.status === 200 && isReport(call)) acknowledged += BATCH;
    return outcome;
  };
  // The first requests compile.
  await steadyLoad(ask, next, FEW, size.calm);
  const { takenMs, seconds } = await steadyLoad(ask, next, FEW, size.calm);
  const clients = Math.max(FEW, Math.floor((takenMs.length / seconds) * (SHED_AFTER_MS / 1000) * SHARE));
  await connectAll(http);
  const normal = await steadyLoad(ask, next, clients, size.calm);
  const rate = normal.takenMs.length / normal.seconds;
  await connectAll(http);
  const flooded = await openLoad(ask, next, TIMES * rate, size.seconds);
  const ended = performance.now();
  const limit = percentileOf(normal.takenMs, 0.99);
  let calmAfterMs = 0;
  for (;;) {
    const began = performance.now();
    const calm = await steadyLoad(ask, next, FEW, 1);
    calmAfterMs = began - ended;
    const isCalm =
      calm.refused === 0 &&
      Object.keys(calm.failed).length === 0 &&
      percentileOf(calm.takenMs, 0.99) <= limit;
    if (isCalm || calmAfterMs > CALM_AGAIN_MS) break;
  }
  await http.close();
  const database = await whole.openDatabase();
  const stored = 'SELECT COUNT(*) AS stored FROM engagement_events WHERE content_id = ?';
  const rows = await database.query(stored, [EVENT.contentId]);
  await database.close();
  return { normal, overload: flooded, calmAfterMs, acknowledged, stored: Number(rows[0]?.['stored']) };
}

function shown({ normal, overload: flooded, calmAfterMs }: Seen, engine: string): Record<string, number> {
  const p99 = (answered: Answered) => Math.round(percentileOf(answered.takenMs, 0.99));
  const rate = (count: number, { seconds }: Answered) => Math.round(count / seconds);
  return {
    [`${engine}NormalPerSecond`]: rate(normal.takenMs.length, normal),
    [`${engine}NormalP99Ms`]: p99(normal),
    [`${engine}OfferedPerSecond`]: rate(flooded.takenMs.length + flooded.refused, flooded),
    [`${engine}TakenPerSecond`]: rate(flooded.takenMs.length, flooded),
    [`${engine}TakenP99Ms`]: p99(flooded),
    [`${engine}Refused`]: flooded.refused,
    [`${engine}CalmAfterMs`]: Math.round(calmAfterMs),
  };
}

/** In npm test the engine that every machine has; the other one takes its time. */
const engines: readonly ('sqlite' | 'mysql')[] =
  check.size === 'small' || process.env['SIYU_TEST_MARIADB'] === undefined ? ['sqlite'] : ['sqlite', 'mysql'];
const counts: Record<string, number> = {};

describe.each(engines)('five times the load on %s', (engine) => {
  let whole: Whole;
  let members: readonly MemberClient[];
  beforeAll(async () => {
    whole = await startWhole({ demo: 'full', engine, env: SETTINGS });
    const signedIn: MemberClient[] = [];
    for (let at = 0; at < size.members; at += 1) signedIn.push(await signInMember(whole, `overload-${at}`));
    members = signedIn;
  }, 200_000);
  afterAll(async () => {
    await whole?.close();
  });

  it('C-11 fault 25 is shed: what is taken stays quick, and soon everything is as before', async () => {
    const seen = await overload(whole, members);
    const figures = shown(seen, engine);
    Object.assign(counts, figures);
    console.log(JSON.stringify(figures));
    expect({ ...seen.normal.failed, ...seen.overload.failed }).toEqual({});
    expect(seen.overload.refused).toBeGreaterThan(seen.overload.takenMs.length);
    // A bound in time is for a quiet machine. On MariaDB, which has the two cores in common with server and phones,
    // it does not hold: docs/faults.md says how far.
    if (check.size === 'full' && engine === 'sqlite')
      expect(figures['sqliteTakenP99Ms']).toBeLessThanOrEqual(2 * (figures['sqliteNormalP99Ms'] ?? 0));
    expect(seen.calmAfterMs).toBeLessThanOrEqual(CALM_AGAIN_MS);
    expect(seen.stored).toBe(seen.acknowledged);
  }, 300_000);
});

afterAll(() => check.record(counts));
