import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentConsentText } from '../server/src/records/identity/consent-texts.ts';
import { dayOfInstant } from '../shared/src/time/index.ts';
import type { Store } from './store.ts';

const DAY = 86_400_000;
/** One transaction of twenty million rows would outgrow the log, and one list of them the memory. */
const PART = 25_000;

function* parts(members: number): Generator<readonly [number, number]> {
  for (let from = 1; from <= members; from += PART) yield [from, Math.min(members, from + PART - 1)];
}

/**
 * Members with consents, accounts and purchases of two years, drawn by arithmetic over their numbers, straight into
 * the tables of a MariaDB. The purchases get an index that covers a sum by account.
 */
export async function loadBuyers({ query }: Store, members: number, purchasesEach: number): Promise<void> {
  const since = Date.now() - 730 * DAY;
  const today = dayOfInstant(Date.now());
  const everybody = `FROM seq_1_to_${members} n`;
  const id = "CONCAT('00000001-0000-7000-8000-', LPAD(n.seq, 12, '0'))";
  await query(
    `INSERT INTO members (member_no, member_id, registered_at) SELECT n.seq, ${id}, ${since} ${everybody}`,
  );
  await query("INSERT INTO member_numbers (name, last_no) VALUES ('member', ?)", [members]);
  await query(`INSERT INTO member_clocks (member_no, seq) SELECT n.seq, 1 ${everybody}`);
  await query(
    `INSERT INTO member_due (member_no, wanted_seq, done_seq, is_pending) SELECT n.seq, 1, 0, 0 ${everybody}`,
  );
  for (const purpose of ['SERVICE', 'PROFILING', 'SENSITIVE'] as const)
    await query(
      `INSERT INTO current_consents (member_no, purpose, text_version, is_granted, decided_at)
       SELECT n.seq, '${purpose}', '${currentConsentText(purpose).version}', 1, ${since} ${everybody}`,
    );
  await query(
    `INSERT INTO member_identities (kind, issuer, external_id, member_no, linked_at)
     SELECT 'core_customer', 'core', CONCAT('C-', n.seq), n.seq, ${since} ${everybody}`,
  );
  await query(
    `INSERT INTO core_accounts (account_no, issuer, core_customer_id, member_no, linked_seq)
     SELECT n.seq, 'core', CONCAT('C-', n.seq), n.seq, 1 ${everybody}`,
  );
  for (const [from, to] of parts(members)) {
    const drawn = '(n.seq * 7919 + k.seq * 104729 + n.seq * k.seq * 31)';
    const day = `(${today} - ${drawn} % 730)`;
    await query(
      `INSERT INTO transaction_facts (account_no, issuer, source_id, kind, product_code, occurred_at, occurred_on, amount_fen, benefit_fen, currency, recorded_at, member_no, seq)
       SELECT n.seq, 'core', CONCAT(n.seq, '-', LPAD(k.seq, 2, '0')), 'confirmed_purchase', 'FUND', ${day} * 86400000, ${day},
         100 + ${drawn} % 5000000, 0, 'CNY', ${since}, n.seq, 1
       FROM seq_${from}_to_${to} n JOIN seq_1_to_${purchasesEach} k ORDER BY n.seq, k.seq`,
    );
  }
  await query('CREATE INDEX bench_covering ON transaction_facts (account_no, occurred_on, amount_fen)');
}

/** Writes the purchases as plain little-endian arrays, which every peer reads without a parser. */
export async function writeColumns(
  { query }: Store,
  folder: string,
  members: number,
  purchases: number,
): Promise<void> {
  const columns = {
    customers: new Uint32Array(purchases),
    days: new Int32Array(purchases),
    amounts: new Float64Array(purchases),
  };
  let at = 0;
  for (const bounds of parts(members)) {
    const rows = await query(
      'SELECT account_no AS customer, occurred_on AS day, amount_fen AS amount FROM transaction_facts WHERE account_no BETWEEN ? AND ?',
      bounds,
    );
    for (const row of rows) {
      columns.customers[at] = Number(row['customer']);
      columns.days[at] = Number(row['day']);
      columns.amounts[at] = Number(row['amount']);
      at += 1;
    }
  }
  if (at !== purchases) throw new Error(`${at} of ${purchases} purchases are there`);
  for (const [name, column] of Object.entries(columns))
    writeFileSync(join(folder, `${name}.bin`), new Uint8Array(column.buffer));
}
