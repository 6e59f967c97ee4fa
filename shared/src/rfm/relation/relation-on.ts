import { addDays, isEpochDay, type EpochDay } from '../../time/index.ts';
import type { RelationHistory } from './relation-history.ts';
import { relationSpans, type RelationSpan } from './relation-spans.ts';
import {
  isReached,
  nextStage,
  relationRules,
  relationStage,
  type RelationRules,
  type RelationStanding,
  type RelationStep,
  type StageCode,
} from './relation-stage.ts';
import { RelationTally } from './relation-tally.ts';

/** A stage, the last day whose facts reached it, and the facts that met each of its conditions. */
export interface ReachedStage {
  readonly stage: StageCode;
  readonly reachedOn: EpochDay;
  /** Empty for a stage that was held already and that these facts do not prove. */
  readonly proof: readonly { readonly code: RelationStep['code']; readonly factIds: readonly string[] }[];
}

/** A stage held so far, such as one reached under earlier rules; it is never taken back. */
export interface HeldStage {
  readonly stage: StageCode;
  readonly reachedOn: EpochDay;
}

/** A member's relation on one day, with its evidence. Everything but `asOf` is kept in the interval. */
export interface RelationOnDay extends RelationStanding {
  readonly asOf: EpochDay;
  /** The way up, one entry per stage reached, the present one last; empty for a stranger. */
  readonly reached: readonly ReachedStage[];
  /** First later asOf on which stage, steps or evidence would differ without a new fact; null when never. */
  readonly nextChangeOn: EpochDay | null;
}

/**
 * The relation stage as a pure function of dated facts. It walks from the first fact to `asOf` and goes up a
 * stage on each day on which the next one's conditions hold, so a stage reached long ago stays reached although
 * its 60 days have passed, and replay finds what the member was shown. The steps to the next stage do change
 * with the calendar: a kind of interaction leaves its 60 days, a risk assessment expires.
 *
 * @param asOf exclusive day boundary: facts of earlier days count
 * @param held the stage kept so far; after its day the walk does not stand lower
 * @throws RangeError when two facts of a list share an id and differ
 * @example
 * relationOn({ ties: [{ factId: 'a', on: epochDay(100), endedOn: null }], interactions: [], pathsFinished: [], consultationsRated: [], riskAssessments: [], coCreations: [] }, epochDay(101)).reached // => [{ stage: 'WEAK_TIE', reachedOn: 100, proof: [{ code: 'tied', factIds: ['a'] }] }]
 */
export function relationOn(
  history: RelationHistory,
  asOf: EpochDay,
  held: HeldStage | null = null,
  rules: RelationRules = relationRules,
): RelationOnDay {
  const changes = changesOf(relationSpans(history, rules.windowDays), held);
  const walk: Walk = { tally: new RelationTally(), reached: [] };
  const later = changes.filter(({ day }) => day > asOf);
  changes.slice(0, changes.length - later.length).forEach((change) => step(walk, change, held, rules));
  const today = standingOf(walk, rules);
  const reached = [...walk.reached];
  const next = later.find((change) => {
    step(walk, change, held, rules);
    return JSON.stringify(standingOf(walk, rules)) !== JSON.stringify(today);
  });
  return { ...today, asOf, reached, nextChangeOn: next?.day ?? null };
}

const ORDER: readonly StageCode[] = ['STRANGER', 'WEAK_TIE', 'FAMILIAR', 'TRUSTING', 'CO_CREATING'];

interface Walk {
  readonly tally: RelationTally;
  readonly reached: ReachedStage[];
}

/** An asOf on which something begins or ends to count, or from which a stage is held. */
interface Change {
  readonly day: EpochDay;
  readonly begins: RelationSpan[];
  readonly ends: RelationSpan[];
}

function changesOf(spans: readonly RelationSpan[], held: HeldStage | null): readonly Change[] {
  const changes = new Map<number, Change>();
  const on = (day: number): Change | undefined => {
    if (!isEpochDay(day)) return undefined;
    const change = changes.get(day) ?? { day, begins: [], ends: [] };
    changes.set(day, change);
    return change;
  };
  for (const span of spans) {
    on(span.from)?.begins.push(span);
    on(span.until)?.ends.push(span);
  }
  if (held !== null) on(held.reachedOn + 1);
  return [...changes.values()].sort((one, other) => one.day - other.day);
}

function step({ tally, reached }: Walk, change: Change, held: HeldStage | null, rules: RelationRules): void {
  change.ends.forEach((span) => tally.end(span));
  change.begins.forEach((span) => tally.begin(span));
  if (held !== null && change.day > held.reachedOn && isHigher(held.stage, stageOf(reached))) {
    reached.push({ stage: held.stage, reachedOn: held.reachedOn, proof: [] });
  }
  let next = nextStage(stageOf(reached), tally.facts(), rules);
  while (next !== null && isReached(next)) {
    const proof = next.steps.map(({ code, need }) => ({ code, factIds: tally.proof(code, need) }));
    reached.push({ stage: next.stage, reachedOn: addDays(change.day, -1), proof });
    next = nextStage(next.stage, tally.facts(), rules);
  }
}

function standingOf({ tally, reached }: Walk, rules: RelationRules): RelationStanding {
  return relationStage(tally.facts(), stageOf(reached), rules);
}

function stageOf(reached: readonly ReachedStage[]): StageCode {
  return reached[reached.length - 1]?.stage ?? 'STRANGER';
}

function isHigher(one: StageCode, other: StageCode): boolean {
  return ORDER.indexOf(one) > ORDER.indexOf(other);
}
