import type { Bench } from '../tools/bench.ts';
import { ingestAll, type IngestWorld, openIngestWorld, warmUp } from './ingest.ts';
import type { Store } from './store.ts';

const EVENTS = 20_000;
const FEW = 100_000;
const MANY = 10_000_000;
const DAY = 86_400_000;

let few: IngestWorld | null = null;
let many: IngestWorld | null = null;

/** Events of the last year for each member, in the order of the key, some members at a time. */
async function fillLog({ query }: Store, members: number, events: number): Promise<void> {
  const each = events / members;
  const now = Date.now();
  const step = 100;
  for (let from = 1; from <= members; from += step) {
    const to = Math.min(members, from + step - 1);
    const at = `(${now} - 365 * ${DAY} + e.seq * ${Math.floor((365 * DAY) / each)})`;
    // UUIDv7: the time leads, so the order of the numbers is that of the key.
    const id = `LPAD(HEX(${at}), 12, '0')`;
    const uuid = `LOWER(CONCAT(LEFT(${id}, 8), '-', RIGHT(${id}, 4), '-7000-8000-', LPAD(HEX(e.seq), 12, '0')))`;
    await query(
      `INSERT INTO engagement_events (member_no, event_id, type, occurred_at, recorded_at, source, value, schema_version, is_clock_suspect, seq)
       SELECT n.seq, ${uuid}, 'content_dwelled', ${at}, ${at}, 'phone', 30, 1, 0, e.seq
       FROM seq_${from}_to_${to} n JOIN seq_1_to_${each} e ORDER BY n.seq, e.seq`,
    );
  }
}

async function costOf(world: IngestWorld | null): Promise<number> {
  if (world === null) throw new Error('not prepared');
  const { serverCpu, databaseCpu } = await ingestAll(world, EVENTS);
  return ((serverCpu + databaseCpu) / EVENTS) * 1e6;
}

const BESIDE_FEW = `beside ${FEW} stored events`;

export const bench: Bench = {
  name: 'ingest-stored',
  measures:
    `processor time of server and MariaDB per event, ${EVENTS} events in requests of 20 from 32 senders, into a log that holds ${MANY} already; ` +
    'generator, server and databases share the two cores',
  unit: 'µs',
  bound: 1_000,
  aimBeside: { peer: BESIDE_FEW, times: 1.2 },
  runs: 5,
  isLong: true,
  prepare: async () => {
    const filled = (events: number) =>
      openIngestWorld('mariadb', (store, phones) => fillLog(store, phones.length, events));
    few = await filled(FEW);
    await warmUp(few);
    many = await filled(MANY);
    await warmUp(many);
  },
  finish: async () => {
    await few?.close();
    await many?.close();
  },
  peers: () => [{ name: BESIDE_FEW, measure: () => costOf(few) }],
  measure: () => costOf(many),
};
