import type { AwardHold } from '@siyu/shared/contracts/awards.limits';
import type { BacktestReport, Given } from '@siyu/shared/contracts/backtests';
import { COLLISION_KINDS, NAMED_SHARES_MAX, RECEIVERS_SHOWN } from '@siyu/shared/contracts/backtests.limits';
import { dayOfInstant, type EpochDay, formatDay } from '@siyu/shared/time';
import type { Candidate, Loss } from './candidate.ts';
import type { GivenOnDay } from './real-awards.ts';
import type { StoredReport } from './stored-report.ts';
import { walk } from './walk.ts';

/** What a report is made of. */
export interface ReportParts {
  /** The rule that was tested, by the number of its rule. */
  readonly draft: {
    readonly ruleNo: number;
    readonly budget: { readonly awardsMax: number; readonly valueFenMax: number };
  };
  /** Days of the window, in order. */
  readonly days: readonly EpochDay[];
  readonly events: number;
  readonly candidates: Iterable<Candidate>;
  readonly losses: Iterable<Loss>;
  readonly missionsUnderWay: number | null;
  readonly really: readonly GivenOnDay[];
  /** Whether the rule that was tested was ever live in the window. */
  readonly wasLive: boolean;
  readonly ruleOf: (ruleNo: number) => { readonly ruleId: string; readonly name: string };
  readonly groups: BacktestReport['groups'];
  readonly segments: BacktestReport['segments'];
}

type Sum = { -readonly [Figure in keyof Given]: Given[Figure] };
const none = (): Sum => ({ awards: 0, points: 0, valueFen: 0 });

/** Sums by whatever they are asked for. */
class Sums<Key> {
  readonly #sums = new Map<Key, Sum>();

  add(key: Key, { awards, points, valueFen }: Given): void {
    const sum = this.of(key);
    sum.awards += awards;
    sum.points += points;
    sum.valueFen += valueFen;
    this.#sums.set(key, sum);
  }

  of(key: Key): Sum {
    return this.#sums.get(key) ?? none();
  }

  entries(): readonly (readonly [Key, Given])[] {
    return [...this.#sums];
  }

  total(): Given {
    const sums = new Sums<null>();
    for (const sum of this.#sums.values()) sums.add(null, sum);
    return sums.of(null);
  }
}

/** What one award gives. */
export const onceOf = ({ points, valueFen }: Pick<Candidate, 'points' | 'valueFen'>): Given => ({
  awards: 1,
  points,
  valueFen,
});

/** What came of a draft over a window, from what was decided and what really happened. */
export async function buildReport(parts: ReportParts): Promise<StoredReport> {
  const { draft, days, events, candidates, really, ruleOf, groups, segments, missionsUnderWay } = parts;
  const byRule = new Sums<number>();
  const byDay = new Sums<EpochDay>();
  const byMember = new Sums<number>();
  const held = new Map<AwardHold, number>();
  const ends: EpochDay[] = [];
  await walk(candidates, (each) => {
    const isDraft = each.ruleNo === draft.ruleNo;
    if (isDraft && each.refusal === 'BUDGET') ends.push(dayOfInstant(each.decidedAt));
    if (each.refusal !== null) return;
    byRule.add(each.ruleNo, onceOf(each));
    if (!isDraft) return;
    byDay.add(dayOfInstant(each.decidedAt), onceOf(each));
    byMember.add(each.memberNo, onceOf(each));
    if (each.hold !== null) held.set(each.hold, (held.get(each.hold) ?? 0) + 1);
  });
  const realByRule = new Sums<number>();
  const realByDay = new Sums<EpochDay>();
  for (const each of really) {
    realByRule.add(each.ruleNo, each);
    if (each.ruleNo === draft.ruleNo) realByDay.add(each.day, each);
  }
  const given = byRule.of(draft.ruleNo);
  return {
    events,
    given,
    really: parts.wasLive ? realByRule.of(draft.ruleNo) : null,
    allGiven: byRule.total(),
    allReally: realByRule.total(),
    members: byMember.entries().length,
    days: days.map((day) => {
      const { points: reallyPoints, valueFen: reallyValueFen } = realByDay.of(day);
      return { day: formatDay(day), ...byDay.of(day), reallyPoints, reallyValueFen };
    }),
    budget: { ...draft.budget, endsOn: ends[0] === undefined ? null : formatDay(ends[0]) },
    groups: [...groups],
    segments: [...segments],
    missions: missionsUnderWay === null ? null : { finished: given.awards, underWay: missionsUnderWay },
    receivers: byMember
      .entries()
      .map(([memberNo, sum]) => ({ memberNo, ...sum }))
      .sort((one, other) => mostFirst(one, other) || one.memberNo - other.memberNo)
      .slice(0, RECEIVERS_SHOWN),
    collisions: await collisionsOf(parts),
    suspicions: [...held]
      .map(([hold, awards]) => ({ hold, awards }))
      .sort((one, other) => other.awards - one.awards || (one.hold < other.hold ? -1 : 1)),
    rules: [...new Set([draft.ruleNo, ...byRule.entries().map(first), ...realByRule.entries().map(first)])]
      .map((ruleNo) => ({ ruleNo, given: byRule.of(ruleNo), really: realByRule.of(ruleNo) }))
      .sort((one, other) => isOwnFirst(draft.ruleNo, one, other) || mostFirst(one.given, other.given))
      .slice(0, NAMED_SHARES_MAX)
      .map(({ ruleNo, ...figures }) => ({ ...ruleOf(ruleNo), ...figures })),
  };
}

/** What the draft lost to each other rule, and what that one lost to the draft. */
async function collisionsOf({ draft, losses, ruleOf }: ReportParts): Promise<StoredReport['collisions']> {
  const counted = new Map<string, StoredReport['collisions'][number]>();
  await walk(losses, ({ ruleNo, byRuleNo, kind }) => {
    const isTaken = ruleNo === draft.ruleNo;
    if (isTaken === (byRuleNo === draft.ruleNo)) return;
    const other = isTaken ? byRuleNo : ruleNo;
    const key = `${kind} ${other}`;
    const sum = counted.get(key) ?? { ...ruleOf(other), kind, taken: 0, given: 0 };
    counted.set(key, { ...sum, taken: sum.taken + Number(isTaken), given: sum.given + Number(!isTaken) });
  });
  return [...counted.values()]
    .sort(
      (one, other) =>
        other.taken + other.given - one.taken - one.given ||
        COLLISION_KINDS.indexOf(one.kind) - COLLISION_KINDS.indexOf(other.kind) ||
        (one.ruleId < other.ruleId ? -1 : 1),
    )
    .slice(0, NAMED_SHARES_MAX);
}

const first = <Key>([key]: readonly [Key, Given]): Key => key;

const mostFirst = (one: Given, other: Given): number =>
  other.valueFen - one.valueFen || other.awards - one.awards;

const isOwnFirst = (own: number, one: { ruleNo: number }, other: { ruleNo: number }): number =>
  Number(other.ruleNo === own) - Number(one.ruleNo === own);
