import { guardRule, prepareRules } from '@siyu/shared/incentives';
import type { RulesInForce } from '../awards/plan-awards.ts';
import type { IncentiveLimitValues } from '../limits/incentive-limits.ts';
import type { LiveRule } from '../rules/live-rules.ts';
import { asksOf, changesOf, type Exhaustion, type RuleLine, versionsAt } from './rule-line.ts';

/** The limits of the firm from a moment on. */
export interface LimitsFrom {
  readonly from: number;
  readonly value: IncentiveLimitValues;
}

/** What rules could give of the catalogue at a moment, as the guard asks for it. */
export interface ItemsOverTime {
  /** Moments at which it changed. */
  readonly changes: readonly number[];
  readonly at: (moment: number) => ReadonlyMap<string, object>;
}

export const NO_ITEMS: ItemsOverTime = { changes: [], at: () => new Map() };

/** Which rules were in force when a fact was decided; made once for every stretch in which nothing changed. */
export class RulesOverTime {
  /** What their conditions ask, by the keys of the award fields. */
  readonly asks: ReadonlySet<string>;
  readonly #changes: readonly number[];
  readonly #made = new Map<number, Map<string, RulesInForce>>();
  /** Numbers of the rules that a draft stands for. */
  readonly drafts: ReadonlySet<number>;
  /** The stretch that was asked for last: facts come in their order. */
  #last = { from: Infinity, until: -Infinity, stretch: 0 };

  /** @param limits ascending; the first one answers for the time before it too */
  constructor(
    readonly lines: readonly RuleLine[],
    private readonly limits: readonly LimitsFrom[],
    private readonly items: ItemsOverTime = NO_ITEMS,
  ) {
    const moments = [...lines.flatMap(changesOf), ...limits.map(({ from }) => from), ...items.changes];
    this.#changes = [...new Set(moments)].sort((a, b) => a - b);
    this.drafts = new Set(lines.filter(({ isDraft }) => isDraft).map(({ ruleNo }) => ruleNo));
    this.asks = asksOf(lines);
  }

  /** @param exhausted what is known so far of rules that stop */
  at(decidedAt: number, decidedNo: number, exhausted: readonly Exhaustion[]): RulesInForce {
    const closed = new Set<number>();
    for (const each of exhausted)
      if (each.decidedNo < decidedNo && decidedAt < each.until) closed.add(each.ruleNo);
    const stretch = this.#stretchAt(decidedAt);
    let made = this.#made.get(stretch);
    if (made === undefined) this.#made.set(stretch, (made = new Map<string, RulesInForce>()));
    const key = closed.size === 0 ? '' : [...closed].sort((a, b) => a - b).join();
    let inForce = made.get(key);
    if (inForce === undefined) made.set(key, (inForce = this.#make(decidedAt, closed)));
    return inForce;
  }

  #stretchAt(at: number): number {
    if (at < this.#last.from || at >= this.#last.until) {
      const stretch = this.#changes.filter((change) => change <= at).length;
      const from = this.#changes[stretch - 1] ?? -Infinity;
      this.#last = { from, until: this.#changes[stretch] ?? Infinity, stretch };
    }
    return this.#last.stretch;
  }

  #make(at: number, closed: ReadonlySet<number>): RulesInForce {
    const limits = (this.limits.filter(({ from }) => from <= at).at(-1) ?? this.limits[0])?.value;
    if (limits === undefined) throw new Error('a back-test without limits');
    const live = this.lines.flatMap((line) => (closed.has(line.ruleNo) ? [] : versionsAt(line, at)));
    const context = {
      yearlyCapFen: limits.yearlyCapFen,
      pointCostMilliFen: limits.pointCostMilliFen,
      arePhysicalGiftsAllowed: limits.physicalGifts !== null,
      items: this.items.at(at),
    };
    const isGuarded = ({ rule }: LiveRule) =>
      !this.drafts.has(rule.ruleNo) && guardRule(rule, context).length > 0;
    const refused = new Set(live.filter(isGuarded));
    const byVersion = new Map(live.map((each) => [`${each.rule.ruleNo} ${each.rule.version}`, each]));
    return {
      prepared: prepareRules(live.map(({ rule }) => rule)),
      liveOf: (ruleNo, version) => byVersion.get(`${ruleNo} ${version}`),
      isRefused: (each) => refused.has(each),
      yearlyCapFen: limits.yearlyCapFen,
    };
  }
}
