import { guardRule, prepareRules } from '@siyu/shared/incentives';
import type { RulesInForce } from '../awards/plan-awards.ts';
import type { IncentiveLimitValues } from '../limits/incentive-limits.ts';
import type { LiveRule } from '../rules/live-rules.ts';
import { type Exhaustion, type RuleLine, versionsAt } from './rule-line.ts';

/** The limits of the firm from a moment on. */
export interface LimitsFrom {
  readonly from: number;
  readonly value: IncentiveLimitValues;
}

/** What was in force when a fact was decided. */
export interface RulesThen extends RulesInForce {
  readonly isRefused: (live: LiveRule) => boolean;
}

/** Which rules were in force when a fact was decided; made once for every stretch in which nothing changed. */
export class RulesOverTime {
  readonly #changes: readonly number[];
  readonly #made = new Map<string, RulesThen>();

  /** @param limits ascending, the first one from before the window */
  constructor(
    readonly lines: readonly RuleLine[],
    private readonly limits: readonly LimitsFrom[],
  ) {
    const moments = [
      ...lines.flatMap(({ steps, versions }) => [
        ...steps.map(({ at }) => at),
        ...versions.map(({ approvedAt }) => approvedAt),
      ]),
      ...limits.map(({ from }) => from),
    ];
    this.#changes = [...new Set(moments)].sort((a, b) => a - b);
  }

  /** @param exhausted what is known so far of budgets that end */
  at(decidedAt: number, decidedNo: number, exhausted: readonly Exhaustion[]): RulesThen {
    const closed = exhausted.filter((each) => each.decidedNo < decidedNo && decidedAt < each.until);
    const ruleNos = new Set(closed.map(({ ruleNo }) => ruleNo));
    const stretch = this.#changes.filter((change) => change <= decidedAt).length;
    const key = `${stretch} ${[...ruleNos].sort((a, b) => a - b).join()}`;
    let made = this.#made.get(key);
    if (made === undefined) this.#made.set(key, (made = this.#make(decidedAt, ruleNos)));
    return made;
  }

  #make(at: number, closed: ReadonlySet<number>): RulesThen {
    const limits = (this.limits.filter(({ from }) => from <= at).at(-1) ?? this.limits[0])?.value;
    if (limits === undefined) throw new Error('a back-test without limits');
    const live = this.lines.flatMap((line) => (closed.has(line.ruleNo) ? [] : versionsAt(line, at)));
    const context = {
      yearlyCapFen: limits.yearlyCapFen,
      pointCostMilliFen: limits.pointCostMilliFen,
      arePhysicalGiftsAllowed: limits.physicalGifts !== null,
      items: new Map(),
    };
    const refused = new Set(live.filter(({ rule }) => guardRule(rule, context).length > 0));
    const byVersion = new Map(live.map((each) => [`${each.rule.ruleNo} ${each.rule.version}`, each]));
    return {
      prepared: prepareRules(live.map(({ rule }) => rule)),
      liveOf: (ruleNo, version) => byVersion.get(`${ruleNo} ${version}`),
      isRefused: (each) => refused.has(each),
      yearlyCapFen: limits.yearlyCapFen,
    };
  }
}
