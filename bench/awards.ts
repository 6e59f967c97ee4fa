import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isHeldOut } from '@siyu/shared/rules';
import { z } from 'zod';
import type { Bench } from '../tools/bench.ts';
import { insertAll } from './insert-all.ts';
import { loadDemoFirm, type Server, startServer, untilScored } from './server.ts';
import { openStaffPages } from './staff-pages.ts';
import { type Engine, openOnStore, type Store } from './store.ts';

const DAY_MS = 86_400_000;
const DEMO_MEMBERS = 6_000;
const FACTS = 10_000;
const RUNS = 5;
const HOLDOUT_PERCENT = 1;
const LOOK_MS = 20;
const DUE_AFTER_MS = 20_000;
const PATIENCE_MS = 120_000;
const Rule = z.looseObject({
  ruleId: z.string(),
  ruleNo: z.number(),
  revision: z.number(),
  review: z.looseObject({ reviewId: z.string(), sha256: z.string() }).nullable(),
});

interface World {
  readonly store: Store;
  readonly members: readonly number[];
  /** The one rule whose awards are counted: others thank for what the demo firm still has to tell. */
  readonly ruleNo: number;
}

/** From facts that wait in the outbox to their awards, with points, explanation and budget, committed durably. */
export function awardsBench(engine: Engine): Bench {
  let world: World | null = null;
  let run = 0;
  return {
    name: `awards-${engine}`,
    measures:
      `${FACTS} attended lives of a demo firm of ${DEMO_MEMBERS} thanked for: decided, explained, ` +
      `taken from the budget and booked as points, every commit flushed, ${engine === 'sqlite' ? 'SQLite' : 'MariaDB'}`,
    unit: 's',
    // Two thousand a second.
    bound: FACTS / 2_000,
    runs: RUNS,
    prepare: async () => {
      world = await openOnStore(engine, openWorld);
    },
    finish: async () => {
      await world?.store.remove();
      world = null;
    },
    measure: async () => {
      if (world === null) throw new Error('not prepared');
      run += 1;
      return secondsForAll(world, run);
    },
  };
}

async function openWorld(store: Store): Promise<World> {
  await loadDemoFirm(store, DEMO_MEMBERS);
  const server = await startServer(store);
  await untilScored(store);
  const ruleNo = await openRule(server);
  await server.stop();
  await signEverybodyIn(store);
  const rows = await store.query(
    "SELECT member_no AS memberNo FROM current_consents WHERE purpose = 'SERVICE' AND is_granted = 1 ORDER BY member_no",
  );
  // The others are never thanked.
  const isIn = (memberNo: number) => !isHeldOut(`incentive:${ruleNo}`, memberNo, HOLDOUT_PERCENT);
  return { store, members: rows.map(({ memberNo }) => Number(memberNo)).filter(isIn), ruleNo };
}

/** Everybody on a phone that one other uses too, one in ten by the card of one member: what rings are looked for in. */
async function signEverybodyIn(store: Store): Promise<void> {
  const yesterday = Date.now() - DAY_MS;
  const members = Array.from({ length: DEMO_MEMBERS }, (_, at) => at + 1);
  const columns = ['token_sha256', 'session_id', 'audience', 'member_no', 'opened_at', 'expires_at'];
  await insertAll(
    store,
    'sessions',
    [...columns, 'device_mark'],
    members.map((memberNo) => [
      randomUUID(),
      randomUUID(),
      'member',
      memberNo,
      yesterday,
      yesterday + 7 * DAY_MS,
      `mark-${Math.floor(memberNo / 2)}`,
    ]),
  );
  for (let inviterNo = 1; inviterNo < DEMO_MEMBERS; inviterNo += 100)
    await store.query(
      'UPDATE first_touches SET inviter_no = ?, joined_at = ? WHERE member_no BETWEEN ? AND ?',
      [inviterNo, yesterday, inviterNo + 1, inviterNo + 10],
    );
}

/** As an operator and compliance open it at their desks. */
async function openRule(server: Server): Promise<number> {
  const [operator, compliance] = [
    await openStaffPages(server.url, 'operator'),
    await openStaffPages(server.url, 'compliance'),
  ];
  const made = Rule.parse((await operator.timed('/v1/console/incentive-rules', DRAFT)).body);
  const handedIn = Rule.parse(
    (
      await operator.timed(`/v1/console/incentive-rules/${made.ruleId}/submission`, {
        revision: made.revision,
      })
    ).body,
  );
  await compliance.timed(`/v1/console/reviews/${handedIn.review?.reviewId ?? ''}/decision`, {
    isApproved: true,
    comment: '可以',
    subjectSha256: handedIn.review?.sha256 ?? '',
  });
  return made.ruleNo;
}

const DRAFT = {
  name: '看完一场直播',
  title: '看完直播',
  reason: '看完了一场直播，谢谢您的时间',
  when: 'live_attended',
  condition: { combinator: 'and', rules: [{ field: 'minutesAttended', operator: '>=', value: 10 }] },
  mission: null,
  then: { kind: 'points', points: 1 },
  limits: {
    perDay: 20,
    perWeek: null,
    total: null,
    coolDownHours: null,
    pendingDays: 0,
    expiresAfterDays: 365,
  },
  budget: { awardsMax: 1_000_000, valueFenMax: 100_000_000 },
  schedule: { from: null, until: new Date(Date.now() + 60 * DAY_MS).toISOString() },
  priority: 1,
  stackingGroup: null,
  holdoutPercent: HOLDOUT_PERCENT,
};

/** The facts wait until the server is up; from the first commit that is seen to the last, as much for those before it. */
async function secondsForAll({ store, members, ruleNo }: World, run: number): Promise<number> {
  const now = Date.now();
  // Not before the server is up, and well before a delivery would count as one of a wrong clock.
  const due = now + DUE_AFTER_MS;
  const facts = Array.from({ length: FACTS }, (_, at) => ({
    memberNo: members[at % members.length] ?? 0,
    seq: 1_000 * run + Math.floor(at / members.length),
    eventId: randomUUID(),
    id: randomUUID(),
  }));
  await insertAll(
    store,
    'outbox_events',
    [
      'id',
      'type',
      'version',
      'subject_no',
      'subject_seq',
      'occurred_at',
      'recorded_at',
      'causation_id',
      'payload',
    ],
    facts.map(({ memberNo, seq, eventId, id }) => [
      id,
      'EngagementRecorded',
      1,
      memberNo,
      seq,
      now,
      now,
      eventId,
      JSON.stringify({
        eventId,
        type: 'live_attended',
        source: 'server',
        contentId: null,
        value: 30,
        isClockSuspect: false,
      }),
    ]),
  );
  await insertAll(
    store,
    'outbox_deliveries',
    [
      'event_id',
      'consumer',
      'state',
      'subject_no',
      'subject_seq',
      'attempts',
      'next_at',
      'done_at',
      'last_error',
    ],
    facts.map(({ memberNo, seq, id }) => [id, 'awards', 'PENDING', memberNo, seq, 0, due, null, null]),
  );
  const countOf = async (): Promise<number> =>
    Number(
      (await store.query('SELECT COUNT(*) AS n FROM awards WHERE rule_no = ?', [ruleNo]))[0]?.['n'] ?? 0,
    );
  const before = await countOf();
  const server = await startServer(store);
  try {
    const deadline = performance.now() + PATIENCE_MS;
    let first: { readonly at: number; readonly count: number } | null = null;
    for (;;) {
      const count = (await countOf()) - before;
      const at = performance.now();
      if (count > 0) first ??= { at, count };
      if (first !== null && count >= FACTS)
        return ((at - first.at) / 1_000) * (FACTS / (count - first.count));
      if (at > deadline) throw new Error(`only ${count} awards`);
      await sleep(LOOK_MS);
    }
  } finally {
    await server.stop();
  }
}
