import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { heavyCheck } from '../tools/heavy-check.ts';
import { freePort } from '../tools/mariadb.ts';
import { signInMember, startWhole, until, type MemberClient, type Whole } from './harness/index.ts';
import { caller, type Outcome } from './overload/index.ts';
import { LOOK_MS, nodeAt, startBalancer } from './rolling/index.ts';

const check = heavyCheck('rolling-restart');
const SIZES = {
  small: { restarts: 2, clients: 8, withinMs: 400_000 },
  full: { restarts: 20, clients: 24, withinMs: 600_000 },
} as const;
const size = SIZES[check.size];
/** More than two looks of the balancer, also where one takes half a second because the machine is busy. */
const DRAIN_MS = 20 * LOOK_MS;
const GONE_WITHIN_MS = 10_000;
const mariadb = process.env['SIYU_TEST_MARIADB'];

interface Rolled {
  readonly answered: number;
  /** Statuses other than 200, with how often; 0 is a connection that broke. */
  readonly failed: Readonly<Record<string, number>>;
  readonly kept: ReadonlySet<string>;
  readonly stored: number;
  readonly slowestMs: number;
  readonly codes: readonly (number | null)[];
}

/** Counts on through all loads: what one of them has stored is not to be found for the next. */
let turn = 0;

/** Phones that never stop asking. */
function startLoad(url: string, members: readonly MemberClient[], clients: number) {
  const http = caller(url);
  const kept = new Set<string>();
  const failed: Record<string, number> = {};
  let answered = 0;
  let isOver = false;
  const note = ({ status }: Outcome): boolean => {
    if (status === 200) answered += 1;
    else failed[status] = (failed[status] ?? 0) + 1;
    return status === 200;
  };
  const client = async (): Promise<void> => {
    while (!isOver) {
      turn += 1;
      const { token } = members[turn % members.length]!.session;
      if (turn % 2 === 0) note(await http.call({ method: 'GET', path: '/v1/feed', token, body: null }));
      else {
        const eventId = `019ab000-0000-7000-8000-${String(turn).padStart(12, '0')}`;
        const occurredAt = new Date().toISOString();
        const event = { eventId, type: 'content_viewed', occurredAt, contentId: eventId };
        const body = JSON.stringify({ events: [event] });
        if (note(await http.call({ method: 'POST', path: '/v1/events', token, body }))) kept.add(eventId);
      }
      await sleep(10);
    }
  };
  const working = Promise.all(Array.from({ length: clients }, client));
  return {
    end: async () => {
      isOver = true;
      await working;
      await http.close();
      return { answered, failed, kept };
    },
  };
}

interface RollOptions {
  readonly restarts: number;
  readonly clients: number;
  readonly drainMs: number;
}

/** Ends and starts two servers on one database in turn, under load. */
async function roll(
  whole: Whole,
  members: readonly MemberClient[],
  { restarts, clients, drainMs }: RollOptions,
): Promise<Rolled> {
  const ports = [await freePort(), await freePort()];
  const environment = { ...whole.environment, STOP_DRAIN_MS: String(drainMs) };
  const nodes = ports.map((port) => nodeAt(port, environment));
  await Promise.all(nodes.map((node) => node.start()));
  const balancer = await startBalancer(ports);
  try {
    await until('both servers in turn', () => balancer.up().length === 2);
    const load = startLoad(balancer.url, members, clients);
    const codes: (number | null)[] = [];
    let slowestMs = 0;
    for (let restart = 0; restart < restarts; restart += 1) {
      const node = nodes[restart % nodes.length]!;
      await sleep(500);
      const { ms, code } = await node.terminate(GONE_WITHIN_MS);
      codes.push(code);
      slowestMs = Math.max(slowestMs, ms);
      await node.start();
      await until('both servers in turn again', () => balancer.up().length === 2);
    }
    const { answered, failed, kept } = await load.end();
    const database = await whole.openDatabase();
    const rows = await database.query("SELECT event_id FROM engagement_events WHERE source = 'phone'");
    await database.close();
    const stored = rows.filter((row) => kept.has(String(row['event_id']))).length;
    return { answered, failed, kept, stored, slowestMs, codes };
  } finally {
    await balancer.close();
    await Promise.all(nodes.map((node) => node.end()));
  }
}

function scenarios(): void {
  const counts: Record<string, number> = {};
  let whole: Whole;
  let members: readonly MemberClient[];
  beforeAll(async () => {
    whole = await startWhole({ demo: 'none', engine: 'mysql', env: { LOGINS_PER_MINUTE: '100000' } });
    members = await Promise.all(
      Array.from({ length: 4 }, (_, index) => signInMember(whole, `rolling-${index}`)),
    );
    // It has migrated and signed everybody in; from here on two others serve.
    await whole.killServer();
  }, 180_000);
  afterAll(async () => {
    check.record(counts);
    await whole.close();
  });

  it(
    'C-11 fault 21 two servers restarted in turn under load fail no request, and each is gone within 10 s',
    async () => {
      const { restarts, clients } = size;
      const rolled = await roll(whole, members, { restarts, clients, drainMs: DRAIN_MS });
      Object.assign(counts, {
        restarts: rolled.codes.length,
        answered: rolled.answered,
        acknowledgedEvents: rolled.kept.size,
        slowestToGoMs: Math.round(rolled.slowestMs),
      });
      process.stderr.write(`rolling-restart: ${JSON.stringify(counts)}\n`);
      expect(rolled.failed).toEqual({});
      expect(rolled.codes).toEqual(rolled.codes.map(() => 0));
      expect(rolled.slowestMs).toBeLessThan(GONE_WITHIN_MS);
      expect(rolled.kept.size).toBeGreaterThan(100);
      expect(rolled.stored).toBe(rolled.kept.size);
    },
    size.withinMs,
  );

  it('C-11 fault 21 sees requests fail when a server goes without telling its balancer first', async () => {
    const rolled = await roll(whole, members, { restarts: 2, clients: 8, drainMs: 0 });
    expect(rolled.failed).not.toEqual({});
    expect(rolled.stored).toBe(rolled.kept.size);
  }, 400_000);
}

const title = 'a rolling restart';
if (mariadb !== undefined) describe(title, scenarios);
else if (process.env['SIYU_REQUIRE_ALL'] === '1') {
  it(title, () => {
    throw new Error('SIYU_TEST_MARIADB names no running MariaDB');
  });
} else describe.skip(`${title}: SIYU_TEST_MARIADB names no running MariaDB`, scenarios);
