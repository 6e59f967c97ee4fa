import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import type { BacktestReport } from '@siyu/shared/contracts/backtests';
import { backtestsRoutes } from '@siyu/shared/contracts/backtests.routes';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { isHeldOut } from '@siyu/shared/rules';
import {
  type MemberClient,
  signInMember,
  signInStaff,
  startWhole,
  until,
  type Whole,
} from '../harness/index.ts';
import { endLeases } from '../sends/plant-sends.ts';

/** Nothing is committed; budgets are taken; awards are written; points are booked. */
export const KILL_POINTS = ['awards.budgeted', 'awards.written', 'awards.given'] as const;

const HOLDOUT_PERCENT = 1;

/** What is in the rows of everything that was thanked for. */
export interface Tally {
  readonly facts: number;
  readonly awards: number;
  readonly twice: number;
  readonly points: number;
  readonly budgeted: number;
}

/** A firm whose live rule thanks for each check-in. */
export interface AwardsWorld {
  readonly whole: Whole;
  /** Members who check in, each until the server has said yes. */
  checkIn(kind: string, count: number): Promise<void>;
  /** The server ends at the point while these check in, and starts anew. */
  killAt(point: (typeof KILL_POINTS)[number], kind: string, count: number): Promise<void>;
  /** What a back-test of a draft found. @param isKilled the server ends before it is told, and starts anew */
  backtest(isKilled: boolean): Promise<BacktestReport>;
  tally(): Promise<Tally>;
  /** Until there is an award for each fact. */
  atRest(): Promise<void>;
  close(): Promise<void>;
}

export async function openAwardsWorld(
  engine: 'sqlite' | 'mysql',
  env: Readonly<Record<string, string>> = {},
): Promise<AwardsWorld> {
  const killsDir = mkdtempSync(join(tmpdir(), 'siyu-kills-'));
  const whole = await startWhole({
    demo: 'full',
    engine,
    env: { NODE_ENV: 'test', SIYU_KILL_DIR: killsDir, LOGINS_PER_MINUTE: '100000', ...env },
  });
  const ruleNo = await openRule(whole);
  const numberOf = async (sql: string): Promise<number> => {
    const view = await whole.openDatabase();
    const [row] = await view.query(sql);
    await view.close();
    return Number(row?.['n'] ?? 0);
  };
  // Facts of members whom the lot of the rule leaves in: the others are never thanked.
  const countFacts = async (): Promise<number> => {
    const view = await whole.openDatabase();
    const rows = await view.query("SELECT member_no AS n FROM engagement_events WHERE type = 'checked_in'");
    await view.close();
    return rows.filter(({ n }) => !isHeldOut(`incentive:${ruleNo}`, Number(n), HOLDOUT_PERCENT)).length;
  };
  // What the firm's history holds was before the rule.
  const earlier = await countFacts();
  const checkIn: AwardsWorld['checkIn'] = async (kind, count) => {
    const members: MemberClient[] = [];
    for (let n = 0; n < count; n += 1) members.push(await signInMember(whole, `${kind}-${n}`, ['SERVICE']));
    await Promise.all(members.map((member) => untilCheckedIn(member)));
  };
  const tally = async (): Promise<Tally> => ({
    facts: (await countFacts()) - earlier,
    awards: await numberOf(
      `SELECT COUNT(*) AS n FROM awards WHERE rule_no = ${ruleNo} AND state = 'AWARDED'`,
    ),
    twice: await numberOf(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM awards WHERE rule_no = ${ruleNo} GROUP BY member_no, event_id HAVING COUNT(*) > 1) t`,
    ),
    points: await numberOf(
      `SELECT COALESCE(SUM(l.issued_points), 0) AS n FROM points_lots l JOIN awards a ON a.award_id = l.source_id WHERE a.rule_no = ${ruleNo}`,
    ),
    budgeted: await numberOf(`SELECT points_used AS n FROM incentive_budgets WHERE rule_no = ${ruleNo}`),
  });
  return {
    whole,
    checkIn,
    tally,
    killAt: async (point, kind, count) => {
      writeFileSync(join(killsDir, point), '');
      const checkedIn = checkIn(kind, count);
      await untilStartedAnew(whole, point);
      await checkedIn;
    },
    backtest: async (isKilled) => {
      const ruleId = await findRule(whole);
      if (isKilled) writeFileSync(join(killsDir, 'backtests.made'), '');
      // The server may be gone before it has answered: what was asked for stands in its list.
      const asked = askBacktest(whole, ruleId).catch(() => undefined);
      if (isKilled) await untilStartedAnew(whole, 'backtests.made');
      await asked;
      const operator = await signInStaff(whole, 'operator');
      const { rows } = await operator.call(backtestsRoutes.listBacktests, { params: { ruleId } });
      const params = { runId: rows[0]?.runId ?? '' };
      const told = () => operator.call(backtestsRoutes.getBacktest, { params });
      await until('the back-test is done', async () => (await told()).state === 'DONE', 30_000);
      const { report } = await told();
      if (report === null) throw new Error('a back-test that is done without a report');
      return report;
    },
    atRest: async () => {
      const isDone = async () => {
        const { facts, awards } = await tally();
        return awards >= facts;
      };
      await until('every fact is thanked for', isDone, 20_000);
    },
    close: async () => {
      await whole.close();
      rmSync(killsDir, { recursive: true, force: true });
    },
  };
}

/** The server ends at a point, its leases with it, and another one goes on. */
async function untilStartedAnew(whole: Whole, point: string): Promise<void> {
  const isAway = () =>
    fetch(`${whole.url}/healthz`).then(
      () => false,
      () => true,
    );
  await until(`the server ends at ${point}`, isAway, 60_000);
  await endLeases(whole);
  await whole.restartServer();
}

/** A rule of the firm that has thanked for what members did before. */
async function findRule(whole: Whole): Promise<string> {
  const operator = await signInStaff(whole, 'operator');
  const { rows } = await operator.call(incentiveRulesRoutes.listIncentives, { query: {} });
  return rows.find(({ name }) => name === '学完一课送积分')?.ruleId ?? '';
}

/** Over the last thirty days that are over. */
async function askBacktest(whole: Whole, ruleId: string): Promise<void> {
  const operator = await signInStaff(whole, 'operator');
  const params = { ruleId };
  const { revision } = await operator.call(incentiveRulesRoutes.getIncentive, { params });
  const today = dayOfInstant(Date.now());
  const from = new Date(startOfDay(addDays(today, -30))).toISOString();
  const until = new Date(startOfDay(today)).toISOString();
  await operator.call(backtestsRoutes.askBacktest, { params, body: { from, until, revision } });
}

/** A phone asks again until it has an answer; the day is checked in once all the same. */
async function untilCheckedIn(member: MemberClient): Promise<void> {
  await until(
    'the check-in is answered',
    () =>
      member.call(awardsRoutes.checkIn, {}).then(
        ({ isDone }) => isDone,
        () => false,
      ),
    60_000,
  );
}

/** Written by an operator and approved by compliance, over HTTP. @returns its number */
async function openRule(whole: Whole): Promise<number> {
  const operator = await signInStaff(whole, 'operator');
  const compliance = await signInStaff(whole, 'compliance');
  const { ruleId, revision, ruleNo } = await operator.call(incentiveRulesRoutes.createIncentive, {
    body: {
      name: '每日签到一分',
      title: '每日签到',
      reason: '每天来看看，谢谢您',
      when: 'checked_in',
      condition: null,
      mission: null,
      then: { kind: 'points', points: 1 },
      limits: {
        perDay: 1,
        perWeek: null,
        total: null,
        coolDownHours: null,
        pendingDays: 0,
        expiresAfterDays: 365,
      },
      budget: { awardsMax: 100_000, valueFenMax: 10_000_000 },
      schedule: { from: null, until: new Date(Date.now() + 60 * 86_400_000).toISOString() },
      priority: 1,
      stackingGroup: null,
      holdoutPercent: HOLDOUT_PERCENT,
    },
  });
  const params = { ruleId };
  const { review } = await operator.call(incentiveRulesRoutes.submitIncentive, {
    params,
    body: { revision },
  });
  await compliance.call(reviewsRoutes.decideReview, {
    params: { reviewId: review?.reviewId ?? '' },
    body: { isApproved: true, comment: '可以', subjectSha256: review?.sha256 ?? '' },
  });
  return ruleNo;
}
