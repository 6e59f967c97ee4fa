import { Injectable } from '@nestjs/common';
import type { AskBacktest } from '@siyu/shared/contracts/backtests';
import { BACKTEST_DAYS_MAX, BACKTESTS_AT_ONCE } from '@siyu/shared/contracts/backtests.limits';
import { INCENTIVE_SUBJECT } from '@siyu/shared/contracts/incentive-rules.limits';
import { dayOfInstant, startOfDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Audit, sha256OfJson } from '../../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { once } from '../../../platform/idempotency/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { IncentiveRule } from '../rules/incentive-rule.entity.ts';
import { stateOf } from '../rules/rule-steps.ts';
import { actRefused, guardRefused, ruleChanged, ruleNotFound } from '../rules/rules.errors.ts';
import { BacktestRun } from './backtest-run.entity.ts';
import { backtestNotFound, tooManyAtOnce, windowRefused } from './backtests.errors.ts';
import { BACKTEST_JOB } from './backtest-worker.ts';
import { CurrentDrafts } from './current-drafts.ts';

const DAY_MS = 86_400_000;
const Asked = z.object({ runId: z.string() });

/** How an operator has a draft tested, and gives it up. */
@Injectable()
export class BacktestAsking {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly drafts: CurrentDrafts,
  ) {}

  /**
   * @param key of a sender who may have to ask again
   * @returns the id of the run
   * @throws {AppError} backtests.window_refused, backtests.too_many_at_once, incentives.rule_not_found,
   * incentives.rule_changed, incentives.act_refused, incentives.guard_refused
   */
  async ask(asker: Principal, ruleId: string, asked: AskBacktest, key: string | null): Promise<string> {
    const work = async (tx: Transaction) => ({ runId: await this.begin(tx, asker, ruleId, asked) });
    const of = { principalId: asker.id, requestSha256: sha256OfJson({ ruleId, ...asked }) };
    const { runId } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...of, key, now: this.clock.now() }, Asked, () => work(tx)),
    );
    return runId;
  }

  /** The same, in a transaction that does more. */
  async begin(
    tx: Transaction,
    asker: Principal,
    ruleId: string,
    { from, until, revision }: AskBacktest,
  ): Promise<string> {
    const window = { fromAt: Date.parse(from), untilAt: Date.parse(until) };
    this.#requireWholeDays(window);
    await this.#requireRoom(tx);
    const rule = await tx.manager.findOneBy(IncentiveRule, { ruleId });
    if (rule === null) throw ruleNotFound();
    if (rule.revision !== revision) throw ruleChanged();
    if (stateOf(rule) === 'RETIRED') throw actRefused();
    const { draft, frozen, sha256, refusals } = await this.drafts.of(tx.manager, rule);
    if (frozen === null) throw guardRefused(refusals);
    const row: BacktestRun = {
      runId: this.randomness.uuid(),
      ruleId,
      sha256,
      draft: JSON.stringify(draft),
      frozen: JSON.stringify(frozen),
      ...window,
      state: 'QUEUED',
      percent: 0,
      report: null,
      askedById: asker.id,
      askedAt: this.clock.now(),
      finishedAt: null,
    };
    await insertRows(tx, BacktestRun, [row]);
    await this.#note(tx, asker, 'backtests.ask', row);
    tx.afterCommit(() => this.jobs.wake(BACKTEST_JOB));
    return row.runId;
  }

  /** What is over stays as it is: whoever cancels reads what became of it. @throws {AppError} backtests.not_found */
  async cancel(actor: Principal, runId: string): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const { affected } = await tx.manager
        .createQueryBuilder()
        .update(BacktestRun)
        .set({ state: 'CANCELLED', finishedAt: this.clock.now() })
        .where("run_id = :runId AND state IN ('QUEUED', 'RUNNING')", { runId })
        .execute();
      const run = await tx.manager.findOneBy(BacktestRun, { runId });
      if (run === null) throw backtestNotFound();
      if (affected === 1) await this.#note(tx, actor, 'backtests.cancel', run);
    });
  }

  /** Days that are over, whole: what a day gave is told by the day. */
  #requireWholeDays({ fromAt, untilAt }: { fromAt: number; untilAt: number }): void {
    const isWhole = [fromAt, untilAt].every((at) => startOfDay(dayOfInstant(at)) === at);
    const days = (untilAt - fromAt) / DAY_MS;
    const isOver = untilAt <= startOfDay(dayOfInstant(this.clock.now()));
    if (!isWhole || days < 1 || days > BACKTEST_DAYS_MAX || !isOver) throw windowRefused(BACKTEST_DAYS_MAX);
  }

  /** Two who ask at once do so one after the other; on SQLite there is one writer anyway. */
  async #requireRoom({ manager }: Transaction): Promise<void> {
    const lock = this.database.engine === 'mysql' ? ' FOR UPDATE' : '';
    const open: readonly object[] = await manager.query(
      `SELECT run_id FROM backtest_runs WHERE state IN ('QUEUED', 'RUNNING')${lock}`,
    );
    if (open.length >= BACKTESTS_AT_ONCE) throw tooManyAtOnce(BACKTESTS_AT_ONCE);
  }

  #note(tx: Transaction, actor: Principal, action: string, run: BacktestRun): Promise<void> {
    const { runId, ruleId, sha256, fromAt, untilAt } = run;
    return this.audit.record(tx, {
      actor,
      action,
      subjectKind: INCENTIVE_SUBJECT,
      subjectId: ruleId,
      inputs: { runId, sha256, fromAt, untilAt },
    });
  }
}
