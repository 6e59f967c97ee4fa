import { EPOCH_DAY_MAX, type EpochDay } from '../../time/index.ts';
import { uniqueFacts } from '../facts/unique-facts.ts';
import type { DatedFact, InteractionFact, RelationHistory } from './relation-history.ts';
import type { RelationStep } from './relation-stage.ts';

/** From which asOf (inclusive) to which (exclusive) a fact counts for a condition. */
export interface RelationSpan {
  readonly code: RelationStep['code'];
  /** Facts of one kind of interaction count as one, other facts each for themselves. */
  readonly countedAs: string;
  readonly factId: string;
  readonly from: number;
  readonly until: number;
}

const NEVER = EPOCH_DAY_MAX + 1;

/**
 * Turns the dated facts of a relation into spans of asOf days, none of which overlap under one `countedAs`. A
 * fact of day D counts from asOf D + 1: an interaction for `windowDays` days or until the next of its kind, a tie
 * and an assessment until the asOf after their last day, the others for good.
 *
 * @returns ordered by their first day, then by id
 * @throws RangeError when two facts of a list share an id and differ
 * @example
 * relationSpans({ ties: [{ factId: 'a', on: epochDay(100), endedOn: epochDay(110) }], interactions: [], pathsFinished: [], consultationsRated: [], riskAssessments: [], coCreations: [] }, 60) // => [{ code: 'tied', countedAs: 'a', factId: 'a', from: 101, until: 111 }]
 */
export function relationSpans(history: RelationHistory, windowDays: number): readonly RelationSpan[] {
  const { ties, interactions, pathsFinished, consultationsRated, riskAssessments, coCreations } = history;
  return [
    ...uniqueFacts(ties).map((fact) => spanOf('tied', fact, fact.endedOn)),
    ...interactionSpans(uniqueFacts(interactions), windowDays),
    ...uniqueFacts(pathsFinished).map((fact) => spanOf('paths_finished', fact, null)),
    ...uniqueFacts(consultationsRated).map((fact) => spanOf('consultations_rated', fact, null)),
    ...uniqueFacts(riskAssessments).map((fact) => spanOf('risk_assessment_valid', fact, fact.validUntil)),
    ...uniqueFacts(coCreations).map((fact) => spanOf('co_creations', fact, null)),
  ]
    .filter(({ from, until }) => from < until)
    .sort((one, other) => one.from - other.from || compareIds(one, other));
}

function spanOf(
  code: RelationSpan['code'],
  { factId, on }: DatedFact,
  endedOn: EpochDay | null,
): RelationSpan {
  return { code, countedAs: factId, factId, from: on + 1, until: endedOn === null ? NEVER : endedOn + 1 };
}

function interactionSpans(facts: readonly InteractionFact[], windowDays: number): RelationSpan[] {
  const nextOfKind = new Map<string, number>();
  const latestFirst = [...facts].sort((one, other) => other.on - one.on || compareIds(other, one));
  return latestFirst.map(({ factId, kind, on }): RelationSpan => {
    const from = on + 1;
    const until = Math.min(from + windowDays, nextOfKind.get(kind) ?? NEVER);
    nextOfKind.set(kind, from);
    return { code: 'kinds_60d', countedAs: kind, factId, from, until };
  });
}

function compareIds(one: { readonly factId: string }, other: { readonly factId: string }): number {
  if (one.factId === other.factId) return 0;
  return one.factId < other.factId ? -1 : 1;
}
