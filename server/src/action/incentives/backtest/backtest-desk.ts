import { Injectable } from '@nestjs/common';
import type {
  BacktestDetail,
  BacktestReport,
  BacktestRow,
  BacktestRows,
} from '@siyu/shared/contracts/backtests';
import { BACKTESTS_SHOWN } from '@siyu/shared/contracts/backtests.limits';
import { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Database } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity, maskedMember } from '../../../records/identity/index.ts';
import { IncentiveRule } from '../rules/incentive-rule.entity.ts';
import { ruleNotFound } from '../rules/rules.errors.ts';
import { BacktestRun } from './backtest-run.entity.ts';
import { backtestNotFound } from './backtests.errors.ts';
import { CurrentDrafts } from './current-drafts.ts';
import { StoredReport } from './stored-report.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** Back-tests as staff read them. */
@Injectable()
export class BacktestDesk {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly identity: Identity,
    private readonly drafts: CurrentDrafts,
  ) {}

  /** The latest of a rule, the last asked for first. @throws {AppError} incentives.rule_not_found */
  async list(reader: Principal, ruleId: string): Promise<BacktestRows> {
    const sha256 = await this.#currentOf(ruleId);
    const runs = await this.database.read.find(BacktestRun, {
      where: { ruleId },
      order: { askedAt: 'DESC', runId: 'DESC' },
      take: BACKTESTS_SHOWN,
    });
    return { rows: await this.#rowsOf(reader, runs, sha256) };
  }

  /** @throws {AppError} backtests.not_found */
  async get(reader: Principal, runId: string): Promise<BacktestDetail> {
    const run = await this.database.read.findOneBy(BacktestRun, { runId });
    if (run === null) throw backtestNotFound();
    const [row] = await this.#rowsOf(reader, [run], await this.#currentOf(run.ruleId));
    if (row === undefined) throw backtestNotFound();
    const draft = IncentiveDraft.parse(JSON.parse(run.draft));
    return { ...row, draft, report: run.report === null ? null : await this.#reportOf(run.report) };
  }

  async #currentOf(ruleId: string): Promise<string> {
    const rule = await this.database.read.findOneBy(IncentiveRule, { ruleId });
    if (rule === null) throw ruleNotFound();
    return (await this.drafts.of(this.database.read, rule)).sha256;
  }

  async #rowsOf({ roles }: Principal, runs: readonly BacktestRun[], current: string): Promise<BacktestRow[]> {
    const people = await this.staff.listStaffByIds(runs.map(({ askedById }) => askedById));
    return runs.map(({ runId, ruleId, state, percent, sha256, ...run }) => ({
      runId,
      ruleId,
      state,
      percent,
      from: iso(run.fromAt),
      until: iso(run.untilAt),
      sha256,
      isCurrent: sha256 === current,
      askedByName: people.get(run.askedById)?.name ?? '',
      askedAt: iso(run.askedAt),
      finishedAt: run.finishedAt === null ? null : iso(run.finishedAt),
      mayCancel: roles.includes('operator') && (state === 'QUEUED' || state === 'RUNNING'),
    }));
  }

  /** Masked, and without whoever has closed the account since. */
  async #reportOf(stored: string): Promise<BacktestReport> {
    const { receivers, ...report } = StoredReport.parse(JSON.parse(stored));
    const present = await this.identity.listPresent(receivers.map(({ memberNo }) => memberNo));
    const names = new Map(present.map((member) => [member.memberNo, maskedMember(member)]));
    return {
      ...report,
      receivers: receivers.flatMap(({ memberNo, ...given }) => {
        const member = names.get(memberNo);
        return member === undefined ? [] : [{ ...member, ...given }];
      }),
    };
  }
}
