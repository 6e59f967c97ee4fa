import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { until, type DatabaseView, type MemberClient, type StaffClient } from '../harness/index.ts';
import type { Deeds } from './deeds.ts';

/** Where effects differ from what was promised. All empty: each took place once. */
interface EffectDifferences {
  /** Lessons whose completion, progress, event, message, delivery or outcome is not there exactly once. */
  readonly lessons: readonly string[];
  /** Purchases that are not there exactly once, and such as nobody told. */
  readonly purchases: readonly string[];
  /** Members whose score does not say what they bought, or not what their facts give when computed again. */
  readonly scores: readonly string[];
}

/** Waits until everybody is scored up to the last fact and every message is delivered. */
export async function untilCaughtUp(database: DatabaseView): Promise<void> {
  await until(
    'every member scored and every message delivered',
    async () => {
      const [row] = await database.query(
        `SELECT (SELECT COUNT(*) FROM member_due WHERE done_seq < wanted_seq OR is_pending = 1)
              + (SELECT COUNT(*) FROM outbox_deliveries WHERE state <> 'DONE') AS behind`,
      );
      return Number(row?.['behind']) === 0;
    },
    60_000,
  );
}

export async function compareEffects(
  database: DatabaseView,
  deeds: Deeds,
  members: readonly MemberClient[],
  analyst: StaffClient,
): Promise<EffectDifferences> {
  return {
    lessons: [
      ...(await wrongLessons(database, deeds)),
      ...(await surplusOfLessons(database, deeds, members)),
      ...deeds.otherAnswers,
    ],
    purchases: await wrongPurchases(database, deeds),
    scores: await wrongScores(database, deeds, members, analyst),
  };
}

const NUMBER_OF = `(SELECT member_no FROM member_identities WHERE kind = 'wechat_openid' AND external_id = ?)`;

async function wrongLessons(database: DatabaseView, { lessons }: Deeds): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { account, lessonId, completedAt } of lessons) {
    const openid = `osbx-${account}`;
    const counts: Readonly<Record<string, string>> = {
      completion: `SELECT COUNT(*) AS n FROM lesson_completions WHERE member_no = ${NUMBER_OF} AND lesson_id = ? AND completed_at = ${Date.parse(completedAt)}`,
      progress: `SELECT COUNT(*) AS n FROM lesson_progress WHERE member_no = ${NUMBER_OF} AND lesson_id = ? AND read_percent = 100`,
      event: `SELECT COUNT(*) AS n FROM engagement_events WHERE member_no = ${NUMBER_OF} AND content_id = ? AND type = 'lesson_completed'`,
      message: `SELECT COUNT(*) AS n FROM outbox_events WHERE subject_no = ${NUMBER_OF} AND JSON_VALUE(payload, '$.lessonId') = ? AND type = 'LessonCompleted'`,
      delivery: `SELECT COUNT(*) AS n FROM outbox_events e JOIN outbox_deliveries d ON d.event_id = e.id
         WHERE e.subject_no = ${NUMBER_OF} AND JSON_VALUE(e.payload, '$.lessonId') = ? AND d.consumer = 'feed-outcomes' AND d.state = 'DONE'`,
      outcome: `SELECT COUNT(*) AS n FROM feed_outcomes WHERE member_no = ${NUMBER_OF} AND lesson_id = ?`,
    };
    for (const [what, sql] of Object.entries(counts)) {
      const [row] = await database.query(sql, [openid, lessonId]);
      if (Number(row?.['n']) !== 1)
        faults.push(`${account} ${lessonId}: ${what} ${String(row?.['n'])} times`);
    }
  }
  return faults;
}

/** Of each effect a member has as many as lessons were acknowledged to them: none that nobody heard of. */
async function surplusOfLessons(
  database: DatabaseView,
  { lessons }: Deeds,
  members: readonly MemberClient[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { account } of members) {
    const wanted = lessons.filter((each) => each.account === account).length;
    const [row] = await database.query(
      `SELECT (SELECT COUNT(*) FROM lesson_completions WHERE member_no = m.member_no) AS completions,
              (SELECT COALESCE(SUM(count), 0) FROM engagement_days WHERE member_no = m.member_no AND type = 'lesson_completed') AS counted,
              (SELECT COUNT(*) FROM outbox_events WHERE subject_no = m.member_no AND type = 'LessonCompleted') AS messages,
              (SELECT COUNT(*) FROM feed_outcomes WHERE member_no = m.member_no) AS outcomes
         FROM member_identities m WHERE m.kind = 'wechat_openid' AND m.external_id = ?`,
      [`osbx-${account}`],
    );
    for (const what of ['completions', 'counted', 'messages', 'outcomes'])
      if (Number(row?.[what]) !== wanted)
        faults.push(`${account}: ${what} ${String(row?.[what])}, not ${wanted}`);
  }
  return faults;
}

async function wrongPurchases(database: DatabaseView, { purchases }: Deeds): Promise<readonly string[]> {
  const rows = await database.query(
    `SELECT t.source_id, t.amount_fen, t.benefit_fen, i.external_id FROM transaction_facts t
       LEFT JOIN member_identities i ON i.member_no = t.member_no AND i.kind = 'wechat_openid'
      WHERE t.source_id LIKE 'crash-%'`,
  );
  const shown = (account: string, amount: unknown, benefit: unknown): string =>
    `${account} ${Number(amount)} ${Number(benefit)}`;
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const source = String(row['source_id']);
    const account = String(row['external_id']).replace(/^osbx-/, '');
    found.set(source, [...(found.get(source) ?? []), shown(account, row['amount_fen'], row['benefit_fen'])]);
  }
  const wanted = new Map(
    [...purchases].map(([source, { account, purchase }]) => [
      source,
      shown(account, purchase.amountFen, purchase.benefitFen),
    ]),
  );
  return [...new Set([...found.keys(), ...wanted.keys()])]
    .filter((source) => found.get(source)?.length !== 1 || found.get(source)?.[0] !== wanted.get(source))
    .map((source) => `${source}: ${found.get(source)?.join(' and ') ?? 'none'}, told ${wanted.get(source)}`);
}

async function wrongScores(
  database: DatabaseView,
  { purchases }: Deeds,
  members: readonly MemberClient[],
  analyst: StaffClient,
): Promise<readonly string[]> {
  const asOf = formatDay(addDays(dayOfInstant(Date.now()), 1));
  const faults: string[] = [];
  for (const { account, session } of members) {
    const own = [...purchases.values()].filter((each) => each.account === account);
    const wanted = own.reduce(
      ([count, amount, benefit], { purchase }) => [
        count! + 1,
        amount! + purchase.amountFen,
        benefit! + purchase.benefitFen,
      ],
      [0, 0, 0],
    );
    const rows = await database.query(
      `SELECT purchases, amount_fen, benefit_fen FROM scores WHERE member_no = ${NUMBER_OF} AND to_seq IS NULL`,
      [`osbx-${account}`],
    );
    const kept = rows.map((row) =>
      ['purchases', 'amount_fen', 'benefit_fen'].map((name) => Number(row[name])),
    );
    if (JSON.stringify(kept) !== JSON.stringify([wanted]))
      faults.push(`${account}: scored by ${JSON.stringify(kept)}, bought ${JSON.stringify(wanted)}`);
    const { memberId } = session.member;
    const replay = await analyst.call(scoringRoutes.getScoreReplay, {
      params: { memberId },
      query: { asOf, knownAt: 'now' },
    });
    if (replay.differing.length > 0 || replay.label !== 'AS_STORED')
      faults.push(
        `${account}: ${replay.label}, differs in ${replay.differing.join(', ')} when computed again`,
      );
  }
  return faults;
}
