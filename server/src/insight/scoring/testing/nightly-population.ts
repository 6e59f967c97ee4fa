import { fen } from '@siyu/shared/money';
import { scoreRfe, scoreTieStrength, rfe, tieStrength } from '@siyu/shared/rfm';
import { addDays, epochDay, startOfDay, type EpochDay } from '@siyu/shared/time';
import type { Database } from '../../../platform/database/index.ts';
import { currentConsentText } from '../../../records/identity/index.ts';
import { dayFacts, tieFacts } from '../day-facts.ts';

/** A population loaded with set-based SQL; every number below `members` is somebody. */
export interface Population {
  readonly members: number;
  /** Members whose events are in the log too; of the others there are daily counts only. */
  readonly logged: number;
  /** The day of the load: nothing lies after it. */
  readonly today: EpochDay;
  /** Changes the draw. */
  readonly seed: number;
}

/** A member made so that one thing of theirs changes on one day. */
export interface Planted {
  readonly memberNo: number;
  readonly name: string;
  readonly changesOn: EpochDay;
}

const HOUR = 3_600_000;
const TWO_YEARS = 730;
const PURCHASES_MAX = 104;

/**
 * Fills a migrated, empty database: members with consents, accounts and advisers, two years of purchases, daily
 * counts of what they did. The draw is arithmetic over the member's number, so that it is the same everywhere.
 */
export async function loadPopulation(database: Database, population: Population): Promise<void> {
  const { members, logged, today, seed } = population;
  const isSqlite = database.engine === 'sqlite';
  const run = (sql: string): Promise<unknown> => database.schemaSource.query(sql);
  const text = (...parts: string[]) => (isSqlite ? parts.join(' || ') : `CONCAT(${parts.join(', ')})`);
  const ignore = isSqlite ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
  /** Twelve digits of a number; a public id is made of them. */
  const digits = (sql: string) => `substr(${text("'000000000000'", sql)}, -12)`;
  const id = (kind: number, sql: string) => text(`'0000000${kind}-0000-7000-8000-'`, digits(sql));
  const mixed = (k: string) => `((n.n + ${seed % 100_000}) * 7919 + (${k}) * 104729) % 2147483647`;
  /** A number from 0 to 2^31 − 2 drawn for member and purpose. */
  const drawn = (k: string) =>
    `(((${mixed(k)}) % 46341 * ((${mixed(k)}) % 40009 + 7 * (${k}) + 3) + (${mixed(k)}) * 31) % 2147483647)`;
  const at = (day: string) => `((${day}) * 86400000 - 28800000 + 36000000)`;
  const from = (where = '1 = 1') => `FROM spec_numbers n WHERE n.n <= ${members} AND ${where}`;
  const recordedAt = startOfDay(today) + HOUR;

  await run('CREATE TABLE spec_numbers (n INT NOT NULL PRIMARY KEY)');
  await run('INSERT INTO spec_numbers VALUES (1)');
  for (let size = 1; size < Math.max(members, PURCHASES_MAX); size *= 2)
    await run(`INSERT INTO spec_numbers SELECT n + ${size} FROM spec_numbers`);

  await run(
    `INSERT INTO members (member_no, member_id, display_name, branch_id, registered_at)
     SELECT n.n, ${id(1, 'n.n')}, NULL, NULL, ${at(`${today} - 731`)} ${from()}`,
  );
  await run(`INSERT INTO member_numbers (name, last_no) VALUES ('member', ${members})`);
  await run(`INSERT INTO member_clocks (member_no, seq) SELECT n.n, 1 ${from()}`);
  await run(
    `INSERT INTO member_due (member_no, wanted_seq, done_seq, is_pending, due_on) SELECT n.n, 1, 0, 0, NULL ${from()}`,
  );
  // One in twenty does not agree to profiling, another one not to having the account looked at.
  const refusals = {
    SERVICE: '1 = 1',
    PROFILING: `${drawn('90')} % 20 > 0`,
    SENSITIVE: `${drawn('91')} % 20 > 0`,
  };
  for (const purpose of ['SERVICE', 'PROFILING', 'SENSITIVE'] as const) {
    const { version } = currentConsentText(purpose);
    await run(
      `INSERT INTO current_consents (member_no, purpose, text_version, is_granted, decided_at)
       SELECT n.n, '${purpose}', '${version}', 1, ${at(`${today} - 731`)} ${from(refusals[purpose])}`,
    );
  }
  const isCustomer = `${drawn('92')} % 10 < 7`;
  await run(
    `INSERT INTO member_identities (kind, issuer, external_id, member_no, linked_at)
     SELECT 'core_customer', 'core', ${text("'C-'", 'n.n')}, n.n, ${at(`${today} - 731`)} ${from(isCustomer)}`,
  );
  await run(
    `INSERT INTO core_accounts (account_no, issuer, core_customer_id, member_no, linked_seq)
     SELECT n.n, 'core', ${text("'C-'", 'n.n')}, n.n, 1 ${from(isCustomer)}`,
  );
  await run(
    `INSERT INTO member_advisers (member_no, bound_at, staff_id, unbound_at, seq, ended_seq)
     SELECT n.n, ${at(`${today} - 1 - ${drawn('93')} % 400`)}, ${id(2, '7')}, NULL, 1, NULL ${from(`${drawn('94')} % 10 < 3`)}`,
  );
  await run(
    `INSERT INTO path_completions (member_no, path_code, completed_at, seq)
     SELECT n.n, 'weak-tie', ${at(`${today} - 1 - ${drawn('95')} % 200`)}, 1 ${from(`${drawn('96')} % 10 < 2`)}`,
  );

  // Nothing · a few · many · a plan by the month · a plan by the week.
  const share = `(${drawn('1')} % 100)`;
  const count = `(CASE WHEN ${share} < 45 THEN 0 WHEN ${share} < 75 THEN 1 + ${drawn('2')} % 4
    WHEN ${share} < 95 THEN 5 + ${drawn('2')} % 12 WHEN ${share} < 99 THEN 24 ELSE ${PURCHASES_MAX} END)`;
  const boughtOn = `(${today} - 1 - CASE WHEN ${share} < 95 THEN ${drawn('100 + k.n')} % ${TWO_YEARS}
    ELSE k.n * CASE WHEN ${share} < 99 THEN 30 ELSE 7 END - ${drawn('3')} % 7 END)`;
  const size = `(${drawn('300 + k.n')} % 100)`;
  const amount = `(${drawn('500 + k.n')} % CASE WHEN ${size} < 60 THEN 500000 WHEN ${size} < 90 THEN 8000000 ELSE 120000000 END)`;
  await run(
    `INSERT INTO transaction_facts (account_no, issuer, source_id, kind, product_code, occurred_at, occurred_on, amount_fen, benefit_fen, currency, recorded_at, member_no, seq)
     SELECT n.n, 'core', ${text('n.n', "'-'", 'k.n')}, 'confirmed_purchase', 'FUND', ${at(boughtOn)}, ${boughtOn},
       ${amount}, ${amount} % 300000 - 1000, 'CNY', ${recordedAt}, n.n, 1
     FROM spec_numbers n JOIN spec_numbers k ON k.n <= ${count}
     WHERE n.n <= ${members} AND k.n <= ${PURCHASES_MAX} AND ${isCustomer}`,
  );

  // Nothing · something long ago · something lately.
  const active = `(${drawn('4')} % 100)`;
  const acts = `(CASE WHEN ${active} < 50 THEN 0 WHEN ${active} < 80 THEN 5 ELSE 12 END)`;
  const actedOn = `(${today} - 1 - CASE WHEN ${active} < 80 THEN 60 + ${drawn('700 + k.n')} % 400 ELSE ${drawn('700 + k.n')} % 60 END)`;
  const kind = `(${drawn('900 + k.n')} % 4)`;
  const type = `(CASE ${kind} WHEN 0 THEN 'content_viewed' WHEN 1 THEN 'content_dwelled' WHEN 2 THEN 'lesson_completed' ELSE 'quiz_submitted' END)`;
  const value = `(CASE ${kind} WHEN 1 THEN ${drawn('1100 + k.n')} % 1800 ELSE 0 END)`;
  const pairs = `FROM spec_numbers n JOIN spec_numbers k ON k.n <= ${acts} WHERE n.n <= ${members} AND k.n <= 12`;
  await run(
    `INSERT INTO engagement_events (member_no, event_id, type, occurred_at, recorded_at, source, content_id, value, schema_version, is_clock_suspect, seq)
     SELECT n.n, ${id(4, 'k.n')}, ${type}, ${at(actedOn)}, ${recordedAt}, 'phone', NULL, ${value}, 1, CASE WHEN ${drawn('1300 + k.n')} % 50 = 0 THEN 1 ELSE 0 END, 1
     ${pairs} AND n.n <= ${logged}`,
  );
  const eventDay = isSqlite
    ? '((occurred_at + 28800000) / 86400000)'
    : '((occurred_at + 28800000) DIV 86400000)';
  for (const [target, last, suspect] of [
    ['engagement_days', ', MAX(occurred_at)', ''],
    ['engagement_suspect_days', '', 'WHERE is_clock_suspect = 1'],
  ] as const) {
    await run(
      `INSERT INTO ${target} (member_no, day, type, count, value_sum${last === '' ? '' : ', last_at'})
       SELECT member_no, ${eventDay}, type, COUNT(*), SUM(value)${last}
       FROM engagement_events ${suspect} GROUP BY member_no, ${eventDay}, type`,
    );
  }
  await run(
    `${ignore} INTO engagement_days (member_no, day, type, count, value_sum, last_at)
     SELECT n.n, ${actedOn}, ${type}, 1 + ${drawn('1500 + k.n')} % 6, ${value}, ${at(actedOn)}
     ${pairs} AND n.n > ${logged}`,
  );
  await run('DROP TABLE spec_numbers');
}

/**
 * Members in whose state one thing changes within the nights after `today`: a purchase leaves the window, a cut of
 * recency, a step of decay of engagement and of a tie, an assessment that expires.
 */
export async function plantMembers(
  database: Database,
  { members, today }: Population,
  nights: readonly EpochDay[],
): Promise<readonly Planted[]> {
  const night = (at: number): EpochDay => nights[at] ?? epochDay(0);
  const planted: Planted[] = [];
  const plant = async (name: string, changesOn: EpochDay, facts: PlantedFacts): Promise<void> => {
    const memberNo = members + planted.length + 1;
    planted.push({ memberNo, name, changesOn });
    await insertMember(database, memberNo, today, facts);
  };

  // The amount falls under 10万 on the day after the purchase has been in the window for a year.
  await plant('a purchase leaves the window', night(1), {
    purchases: [
      { on: addDays(night(1), -366), amountFen: 9_000_000 },
      { on: addDays(today, -20), amountFen: 1_500_000 },
    ],
  });
  await plant('a recency cut', night(2), { purchases: [{ on: addDays(night(2), -91), amountFen: 700_000 }] });
  await plant('a lapsed key member', night(4), {
    purchases: [{ on: addDays(night(4), -181), amountFen: 30_000_000 }],
  });
  const fading = search(today, nights, (day) => [
    { on: day, type: 'lesson_completed', count: 3 },
    { on: day, type: 'quiz_submitted', count: 3 },
  ]);
  await plant('a decay step', fading.changesOn, { days: fading.days });
  const loosening = searchTie(today, nights);
  await plant('a decay step of a tie', loosening.changesOn, { days: loosening.days });
  await plant('an expiring assessment', night(5), {
    tiedOn: addDays(today, -300),
    paths: [addDays(today, -250)],
    days: [
      { on: addDays(today, -260), type: 'lesson_completed', count: 1 },
      { on: addDays(today, -259), type: 'quiz_submitted', count: 1 },
      { on: addDays(today, -258), type: 'adviser_bound', count: 1 },
    ],
    assessed: { on: addDays(today, -200), validUntil: addDays(night(5), -1) },
  });
  await database.schemaSource.query(
    `UPDATE member_numbers SET last_no = ${members + planted.length} WHERE name = 'member'`,
  );
  return planted;
}

interface PlantedDay {
  readonly on: EpochDay;
  readonly type: string;
  readonly count: number;
}
/** What is known of a planted member from the start. */
interface PlantedFacts {
  readonly purchases?: readonly { readonly on: EpochDay; readonly amountFen: number }[];
  readonly days?: readonly PlantedDay[];
  readonly paths?: readonly EpochDay[];
  readonly tiedOn?: EpochDay;
  readonly assessed?: { readonly on: EpochDay; readonly validUntil: EpochDay };
}
interface Found {
  readonly days: readonly PlantedDay[];
  readonly changesOn: EpochDay;
}

/** Looks for the day in the past on which the same acts make engagement fall under a cut within the nights. */
function search(
  today: EpochDay,
  nights: readonly EpochDay[],
  acts: (day: EpochDay) => readonly PlantedDay[],
): Found {
  for (let ago = 62; ago < 200; ago += 1) {
    const days = acts(addDays(today, -ago));
    const { nextChangeOn } = scoreRfe(dayFacts(days.map(countOf), rfe.rules), addDays(today, 1), rfe);
    if (nextChangeOn !== null && nights.includes(nextChangeOn)) return { days, changesOn: nextChangeOn };
  }
  throw new Error('no day makes a decay step within the nights');
}

function searchTie(today: EpochDay, nights: readonly EpochDay[]): Found {
  for (let ago = 62; ago < 300; ago += 1) {
    const days = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((later): PlantedDay[] => [
      { on: addDays(today, later - ago), type: 'lesson_completed', count: 3 },
      { on: addDays(today, later - ago), type: 'quiz_submitted', count: 2 },
    ]);
    const facts = tieFacts(days.map(countOf), [], tieStrength);
    const { nextChangeOn } = scoreTieStrength(facts, addDays(today, 1), tieStrength);
    if (nextChangeOn !== null && nights.includes(nextChangeOn)) return { days, changesOn: nextChangeOn };
  }
  throw new Error('no day makes a step of a tie within the nights');
}

function countOf({ on, type, count }: PlantedDay) {
  return { day: on, type, count, valueSum: 0, suspectCount: 0, suspectValueSum: 0, lastAt: startOfDay(on) };
}

async function insertMember(
  database: Database,
  memberNo: number,
  today: EpochDay,
  facts: PlantedFacts,
): Promise<void> {
  const run = (sql: string, values: readonly (string | number | null)[]): Promise<unknown> =>
    database.schemaSource.query(sql, [...values]);
  const idOf = (kind: number, number: number) =>
    `0000000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const since = startOfDay(addDays(today, -400));
  await run(
    'INSERT INTO members (member_no, member_id, display_name, branch_id, registered_at) VALUES (?, ?, NULL, NULL, ?)',
    [memberNo, idOf(1, memberNo), since],
  );
  await run('INSERT INTO member_clocks (member_no, seq) VALUES (?, 1)', [memberNo]);
  await run(
    'INSERT INTO member_due (member_no, wanted_seq, done_seq, is_pending, due_on) VALUES (?, 1, 0, 0, NULL)',
    [memberNo],
  );
  for (const purpose of ['SERVICE', 'PROFILING', 'SENSITIVE'] as const)
    await run(
      'INSERT INTO current_consents (member_no, purpose, text_version, is_granted, decided_at) VALUES (?, ?, ?, 1, ?)',
      [memberNo, purpose, currentConsentText(purpose).version, since],
    );
  await run(
    "INSERT INTO member_identities (kind, issuer, external_id, member_no, linked_at) VALUES ('core_customer', 'core', ?, ?, ?)",
    [`C-${memberNo}`, memberNo, since],
  );
  await run(
    "INSERT INTO core_accounts (account_no, issuer, core_customer_id, member_no, linked_seq) VALUES (?, 'core', ?, ?, 1)",
    [memberNo, `C-${memberNo}`, memberNo],
  );
  for (const [at, { on, amountFen }] of (facts.purchases ?? []).entries())
    await run(
      "INSERT INTO transaction_facts (account_no, issuer, source_id, kind, product_code, occurred_at, occurred_on, amount_fen, benefit_fen, currency, recorded_at, member_no, seq) VALUES (?, 'core', ?, 'confirmed_purchase', 'FUND', ?, ?, ?, 0, 'CNY', ?, ?, 1)",
      [memberNo, `${memberNo}-${at}`, startOfDay(on), on, fen(amountFen), startOfDay(today), memberNo],
    );
  if (facts.assessed !== undefined)
    await run(
      "INSERT INTO service_facts (account_no, issuer, source_id, kind, occurred_at, occurred_on, valid_until, member_no, seq, recorded_at) VALUES (?, 'core', ?, 'risk_assessed', ?, ?, ?, ?, 1, ?)",
      [
        memberNo,
        `A-${memberNo}`,
        startOfDay(facts.assessed.on),
        facts.assessed.on,
        facts.assessed.validUntil,
        memberNo,
        startOfDay(today),
      ],
    );
  for (const { on, type, count } of facts.days ?? [])
    await run(
      'INSERT INTO engagement_days (member_no, day, type, count, value_sum, last_at) VALUES (?, ?, ?, ?, 0, ?)',
      [memberNo, on, type, count, startOfDay(on)],
    );
  for (const on of facts.paths ?? [])
    await run(
      "INSERT INTO path_completions (member_no, path_code, completed_at, seq) VALUES (?, 'weak-tie', ?, 1)",
      [memberNo, startOfDay(on)],
    );
  if (facts.tiedOn !== undefined)
    await run(
      'INSERT INTO member_advisers (member_no, bound_at, staff_id, unbound_at, seq, ended_seq) VALUES (?, ?, ?, NULL, 1, NULL)',
      [memberNo, startOfDay(facts.tiedOn), idOf(2, 7)],
    );
}
