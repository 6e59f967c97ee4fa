import type { Bench, Measured } from '../tools/bench.ts';
import { medianOf } from '../tools/median.ts';
import { openSegment } from './live-segment.ts';
import { loadDemoFirm, type Server, startServer, untilScored } from './server.ts';
import { openStaffPages, type StaffPages } from './staff-pages.ts';
import { type Engine, openOnStore, type Store } from './store.ts';

const DEMO_MEMBERS = 400;
const MEMBERS = 100_000;
const ROUNDS = 5;
const WAN = 1_000_000;
const PREVIEW = 'slowest preview with overlap and sample';

const is = (field: string, operator: string, value?: unknown) => ({ field, operator, value });
const all = (...rules: readonly object[]) => ({ combinator: 'and', rules });
const any = (...rules: readonly object[]) => ({ combinator: 'or', rules });

/** What somebody draws, from one condition to as many as a rule may have. */
const rulesOver = (keys: readonly string[]): readonly object[] => [
  all(is('group', 'in', ['KEY_GUIDE', 'KEY_DEVELOP'])),
  all(is('lastPurchaseOn', 'withinDays', 90), is('lastActiveAt', 'longerAgoThanDays', 30)),
  any(is('amountFen', 'between', [WAN, 50 * WAN]), is('preset', 'contains', 'a'), is('tier', 'missing')),
  { ...all(is('stage', '!=', 'STRANGER'), is('score', '>=', 2.5)), not: true },
  all(is('segment', 'in', keys), is('lessonsCompleted', '>=', 1)),
  any(
    ...Array.from(
      { length: 50 },
      (_, at) => all(is('amountFen', '=', at), is('purchases', '>', at)).rules[at % 2] ?? {},
    ),
  ),
];

interface World {
  readonly store: Store;
  readonly server: Server;
  readonly pages: StaffPages;
  readonly rules: readonly object[];
}

/** How long an operator who draws a rule waits for the number of its members, at the size of a large firm. */
export function segmentCountBench(engine: Engine): Bench {
  let world: World | null = null;
  return {
    name: `segment-count-${engine}`,
    measures:
      `slowest live count, by the median of ${ROUNDS} askings, of six rules of one to fifty conditions over ${MEMBERS} members ` +
      `with two live segments, one after the other, ${engine === 'sqlite' ? 'SQLite' : 'MariaDB'}`,
    unit: 'ms',
    bound: 300,
    beside: { [PREVIEW]: { unit: 'ms', bound: 1_500 } },
    runs: 5,
    prepare: async () => {
      world = await openOnStore(engine, openWorld);
      await slowest(world, 'count');
    },
    finish: async () => {
      await world?.server.stop();
      await world?.store.remove();
      world = null;
    },
    measure: async (): Promise<Measured> => {
      if (world === null) throw new Error('not prepared');
      const value = await slowest(world, 'count');
      return { value, beside: { [PREVIEW]: await slowest(world, 'preview') } };
    },
  };
}

/** Each rule is asked some times and counts by its median; the slowest rule is the answer. */
async function slowest({ pages, rules }: World, what: 'count' | 'preview'): Promise<number> {
  const medians: number[] = [];
  for (const rule of rules) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ms, body } = await pages.timed(`/v1/console/segment-rules/${what}`, { rule });
      if (Number(body.total) < MEMBERS / 2) throw new Error(`asked of ${String(body.total)} members`);
      times.push(ms);
    }
    medians.push(medianOf(times));
  }
  return Math.max(...medians);
}

async function openWorld(store: Store): Promise<World> {
  await loadDemoFirm(store, DEMO_MEMBERS);
  const server = await startServer(store);
  await untilScored(store);
  await growFacts(store);
  const pages = await openStaffPages(server.url, 'operator');
  const large = await openSegment(pages, '买得多', all(is('amountFen', '>=', 10 * WAN)));
  const recent = await openSegment(pages, '最近买过', all(is('lastPurchaseOn', 'withinDays', 60)));
  return { store, server, pages, rules: rulesOver([large.key, recent.key]) };
}

/** The facts of the demo firm again and again, under numbers that nobody has; the rest of such a member nobody asks. */
async function growFacts({ query }: Store): Promise<void> {
  const [row = {}] = await query('SELECT * FROM member_facts LIMIT 1');
  const columns = Object.keys(row).filter((name) => name !== 'member_no');
  const [{ n: highest } = { n: 0 }] = await query('SELECT MAX(member_no) AS n FROM member_facts');
  const [{ n: kept } = { n: 0 }] = await query('SELECT COUNT(*) AS n FROM member_facts');
  const copies = Math.ceil((MEMBERS * 1.1) / Number(kept));
  for (let copy = 1; copy <= copies; copy += 1)
    await query(
      `INSERT INTO member_facts (member_no, ${columns.join(', ')})
       SELECT member_no + ?, ${columns.join(', ')} FROM member_facts WHERE member_no <= ?`,
      [copy * Number(highest), Number(highest)],
    );
}
