import { Injectable } from '@nestjs/common';
import { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { addDays, dayOfInstant, type EpochDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { type MemberStay, segmentNames, staysOf } from '../../../insight/segments/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { FrozenRule } from '../rules/frozen-rule.ts';
import { IncentiveRule, IncentiveRuleVersion } from '../rules/incentive-rule.entity.ts';
import type { BacktestRun } from './backtest-run.entity.ts';
import { buildReport } from './build-report.ts';
import type { Candidate } from './candidate.ts';
import { type GivenOnce, ShareCount } from './count-shares.ts';
import type { ReplayWindow } from './decide-person.ts';
import type { DraftLine } from './draft-line.ts';
import { realAwards } from './real-awards.ts';
import { type ReplayAsked, replayWindow } from './replay-window.ts';
import { ReplaySources } from './replay-sources.ts';
import type { StoredReport } from './stored-report.ts';
import { Turns } from './turns.ts';
import { walk } from './walk.ts';

/** Few, since SQLite reads within the process, where others wait for their turn. */
const MEMBERS_AT_ONCE = 64;
/** Members after which it is asked whether the run goes on. */
const ASKED_AFTER = 1_024;

/** Decides a window anew with a draft in it, and makes of it what its writer and its reviewer read. */
@Injectable()
export class BacktestReports {
  constructor(
    private readonly database: Database,
    private readonly sources: ReplaySources,
  ) {}

  async make(
    run: BacktestRun,
    { onProgress, assertGoesOn }: Pick<ReplayAsked, 'onProgress' | 'assertGoesOn'>,
  ): Promise<StoredReport> {
    const manager = this.database.read;
    const window = { from: run.fromAt, until: run.untilAt };
    const draft = draftLineOf(run);
    const { ruleNo } = draft.frozen;
    const replayed = await replayWindow(manager, this.sources, { window, draft, onProgress, assertGoesOn });
    const shares = await this.#countShares(
      manager,
      await givenByMember(replayed.candidates, ruleNo),
      assertGoesOn,
    );
    const [names, rules, really, versions] = await Promise.all([
      segmentNames(manager),
      manager.find(IncentiveRule, { select: { ruleNo: true, ruleId: true, name: true } }),
      realAwards(manager, window),
      manager.findBy(IncentiveRuleVersion, { ruleId: run.ruleId }),
    ]);
    const byNo = new Map(rules.map(({ ruleId, name, ruleNo: no }) => [no, { ruleId, name }]));
    return buildReport({
      ...replayed,
      draft: { ruleNo, budget: draft.bounds },
      days: daysOf(window),
      really,
      wasLive: versions.some((each) => isWithin(each, window)),
      ruleOf: (no) => byNo.get(no) ?? { ruleId: run.ruleId, name: draft.frozen.name },
      groups: shares.sharesOf(['group'], names),
      segments: shares.sharesOf(['rule', 'stage', 'tier'], names),
    });
  }

  /** Those who were reached, some at a time. */
  async #countShares(
    manager: EntityManager,
    given: ReadonlyMap<number, readonly GivenOnce[]>,
    assertGoesOn: () => Promise<void>,
  ): Promise<ShareCount> {
    const shares = new ShareCount();
    const memberNos = [...given.keys()].sort((one, other) => one - other);
    const turns = new Turns();
    for (let at = 0; at < memberNos.length; at += MEMBERS_AT_ONCE) {
      if (at % ASKED_AFTER === 0) await assertGoesOn();
      const some = memberNos.slice(at, at + MEMBERS_AT_ONCE);
      const stays = new Map<number, MemberStay[]>(some.map((memberNo) => [memberNo, []]));
      for (const stay of await staysOf(manager, some)) stays.get(stay.memberNo)?.push(stay);
      for (const [memberNo, own] of stays) shares.add(given.get(memberNo) ?? [], own);
      await turns.pass();
    }
    return shares;
  }
}

/** What was tested, as it was kept with the run. */
function draftLineOf({ ruleId, draft, frozen }: BacktestRun): DraftLine {
  const { title, reason, budget } = IncentiveDraft.parse(JSON.parse(draft));
  return { ruleId, title, reason, frozen: FrozenRule.parse(JSON.parse(frozen)), bounds: budget };
}

async function givenByMember(
  candidates: Iterable<Candidate>,
  ruleNo: number,
): Promise<ReadonlyMap<number, readonly GivenOnce[]>> {
  const given = new Map<number, GivenOnce[]>();
  await walk(candidates, (each) => {
    if (each.ruleNo !== ruleNo || each.refusal !== null) return;
    const { memberNo, occurredAt, points, valueFen } = each;
    const own = given.get(memberNo);
    if (own === undefined) given.set(memberNo, [{ occurredAt, points, valueFen }]);
    else own.push({ occurredAt, points, valueFen });
  });
  return given;
}

function daysOf({ from, until }: ReplayWindow): readonly EpochDay[] {
  const first = dayOfInstant(from);
  const count = dayOfInstant(until - 1) - first + 1;
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}

const isWithin = (version: IncentiveRuleVersion, { from, until }: ReplayWindow): boolean =>
  version.validFrom < until && version.validUntil > Math.max(from, version.validFrom);
