import { z } from 'zod';
import { addDays, dayOfInstant, startOfDay } from '../shared/src/time/index.ts';
import { signInDemoFirm } from './demo-phones.ts';
import type { Phone } from './phones.ts';
import { loadDemoFirm, startServer, untilScored } from './server.ts';
import { openStaffPages } from './staff-pages.ts';
import type { Engine, Store } from './store.ts';

const DEMO_MEMBERS = 300;
const MEMBERS = 50_000;
const FACTS_EACH = 20;
export const FACTS = MEMBERS * FACTS_EACH;
/** The demo firm has three that give something. */
const LIVE_RULES = 6;
const DAY = 86_400_000;
const DAYS = 90;
/** Members of one statement: a log of all of them at once would outgrow its bounds. */
const PART = 10_000;
const EVENTS = ['lesson_completed', 'quiz_submitted', 'live_attended', 'checked_in', 'consultation_rated'];

const Rule = z.looseObject({
  ruleId: z.string(),
  revision: z.number(),
  review: z.looseObject({ reviewId: z.string(), sha256: z.string() }).nullable(),
});
export type Rule = z.infer<typeof Rule>;

export interface BacktestWorld {
  readonly store: Store;
  readonly phones: readonly Phone[];
  /** The draft that is tested, of a rule that is not live. */
  readonly draft: Rule;
  readonly window: { readonly from: string; readonly until: string };
}

/** A million facts that were decided over ninety days, under nine rules that were in force, beside a draft. */
export async function openBacktestWorld(store: Store): Promise<BacktestWorld> {
  await loadDemoFirm(store, DEMO_MEMBERS);
  const server = await startServer(store);
  await untilScored(store);
  const operator = await openStaffPages(server.url, 'operator');
  const compliance = await openStaffPages(server.url, 'compliance');
  const create = async (at: number): Promise<Rule> =>
    Rule.parse((await operator.timed('/v1/console/incentive-rules', draftOf(at))).body);
  for (let at = 0; at < LIVE_RULES; at += 1) {
    const { ruleId, revision } = await create(at);
    const path = `/v1/console/incentive-rules/${ruleId}/submission`;
    const { review } = Rule.parse((await operator.timed(path, { revision })).body);
    await compliance.timed(`/v1/console/reviews/${review?.reviewId ?? ''}/decision`, {
      isApproved: true,
      comment: '可以',
      subjectSha256: review?.sha256 ?? '',
    });
  }
  const draft = await create(LIVE_RULES);
  await server.stop();
  const today = dayOfInstant(Date.now());
  const until = startOfDay(today);
  const from = startOfDay(addDays(today, -DAYS));
  await store.query('UPDATE incentive_rule_versions SET approved_at = ?, valid_from = ?', [from, from]);
  await store.query("UPDATE incentive_rule_steps SET at = ? WHERE act = 'APPROVE'", [from]);
  await loadFacts(store, from, until);
  const phones = await signInDemoFirm(store);
  const [begins, ends] = [from, until].map((at) => new Date(at).toISOString());
  return { store, phones, draft, window: { from: begins ?? '', until: ends ?? '' } };
}

/** Facts drawn by arithmetic over the numbers of members and of what each of them did, evenly over the days. */
async function loadFacts(store: Store, from: number, until: number): Promise<void> {
  const { query, engine } = store;
  const [kept] = await query("SELECT last_no AS lastNo FROM award_counters WHERE name = 'facts'");
  const first = Number(kept?.['lastNo'] ?? 0);
  const [register] = await query('SELECT MAX(member_no) AS memberNo FROM members');
  const before = Number(register?.['memberNo'] ?? 0);
  for (let part = 0; part < MEMBERS; part += PART) {
    const everybody = tableOf(engine, part + 1, part + PART, 'n');
    await query(
      `INSERT INTO members (member_no, member_id, registered_at)
       SELECT ${before} + n.seq, ${idOf(engine, 3, 'n.seq')}, ${from} FROM ${everybody}`,
    );
    await query(
      `INSERT INTO relation_intervals (member_no, interval_no, from_seq, from_as_of, recorded_at, stage, rules_version, reached_on, evidence)
       SELECT ${before} + n.seq, 1, 0, 0, ${from}, CASE n.seq % 2 WHEN 0 THEN 'FAMILIAR' ELSE 'WEAK_TIE' END, 1, 0, '{}' FROM ${everybody}`,
    );
    const nth = `(k.seq - 1) * ${MEMBERS} + n.seq`;
    const at = `${from} + (${nth}) * ${Math.floor((until - from) / FACTS)}`;
    const event = `CASE (n.seq * 7 + k.seq * 3) % 5 ${EVENTS.map((name, code) => `WHEN ${code} THEN '${name}'`).join(' ')} END`;
    await query(
      `INSERT INTO earning_facts (member_no, seq, event_id, type, occurred_at, recorded_at, content_id, value, is_clock_suspect, decided_no, decided_at)
       SELECT ${before} + n.seq, k.seq, ${idOf(engine, 1, nth)}, ${event}, ${at}, ${at}, ${idOf(engine, 2, '(n.seq + k.seq) % 40')}, 30, 0,
         ${first} + ${nth}, ${at}
       FROM ${everybody} JOIN ${tableOf(engine, 1, FACTS_EACH, 'k')} ORDER BY n.seq, k.seq`,
    );
  }
  await query("UPDATE award_counters SET last_no = ? WHERE name = 'facts'", [first + FACTS]);
}

/** Numbers as a table with one column `seq`. */
const tableOf = (engine: Engine, first: number, last: number, name: string): string =>
  engine === 'mariadb'
    ? `seq_${first}_to_${last} ${name}`
    : `(WITH RECURSIVE s(seq) AS (SELECT ${first} UNION ALL SELECT seq + 1 FROM s WHERE seq < ${last}) SELECT seq FROM s) ${name}`;

/** An id made of a number. */
const idOf = (engine: Engine, kind: number, number: string): string =>
  engine === 'mariadb'
    ? `CONCAT('0000000${kind}-0000-7000-8000-', LPAD(${number}, 12, '0'))`
    : `printf('0000000${kind}-0000-7000-8000-%012d', ${number})`;

/** One rule an event, then again: of learning, stage and history, two of them of one group, one whose budget ends. */
function draftOf(at: number): object {
  const conditions = [
    { field: 'stage', operator: '=', value: 'FAMILIAR' },
    { field: 'nthThisWeek', operator: '<=', value: 3 },
    { field: 'lessonsCompleted', operator: '>=', value: 1 },
    { field: 'activeDaysIn30', operator: '>=', value: 2 },
  ];
  return {
    name: `回测规则 ${at + 1}`,
    title: '谢谢参与',
    reason: '谢谢您用心学习的时间',
    when: EVENTS[at % EVENTS.length],
    condition: { combinator: 'and', rules: conditions.slice(at % 2, (at % 2) + 2) },
    mission: null,
    then: { kind: 'points', points: 5 },
    limits: {
      perDay: 1,
      perWeek: 3,
      total: null,
      coolDownHours: null,
      pendingDays: 0,
      expiresAfterDays: 365,
    },
    budget: { awardsMax: at === 1 ? 20_000 : 1_000_000, valueFenMax: 100_000_000 },
    schedule: { from: null, until: new Date(Date.now() + 60 * DAY).toISOString() },
    priority: at,
    stackingGroup: at % EVENTS.length === 0 ? '学习' : null,
    holdoutPercent: 1,
  };
}
