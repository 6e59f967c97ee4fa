import { dayOfInstant } from '../time/index.ts';
import type { Mission, MissionStep } from './award-rule.ts';
import type { EarningFact } from './earning-fact.ts';

/** A fact with the day on which it lies. */
interface DatedFact {
  readonly fact: EarningFact;
  readonly day: number;
}

/**
 * Whether a fact completes a mission: with it every step is done, and without it they were not. More facts never undo a
 * step, so of all facts of a member one completes it, whatever the order in which they come.
 *
 * @param past of any time; only facts within the schedule count
 */
export function completesMission(
  mission: Mission,
  fact: EarningFact,
  past: readonly EarningFact[],
  schedule: { readonly from: number; readonly until: number },
): boolean {
  if (mission.steps.every((step) => !countsFor(step, fact))) return false;
  const before = datedFacts(past, schedule);
  return !isDone(mission, before) && isDone(mission, datedFacts([...past, fact], schedule));
}

/** How much of each step is done: of a mission without order each by itself, else up to the first that is not done. */
export function missionProgress(
  mission: Mission,
  past: readonly EarningFact[],
  schedule: { readonly from: number; readonly until: number },
): readonly number[] {
  const facts = datedFacts(past, schedule);
  return windowsOf(mission, facts)
    .map((window) => doneIn(mission, window))
    .reduce((best, done) => (sumOf(done) > sumOf(best) ? done : best), doneIn(mission, []));
}

function isDone(mission: Mission, facts: readonly DatedFact[]): boolean {
  return windowsOf(mission, facts).some((window) =>
    doneIn(mission, window).every((done, at) => done >= (mission.steps[at]?.count ?? 0)),
  );
}

/** Facts that may count, as they happened. */
function datedFacts(
  facts: readonly EarningFact[],
  { from, until }: { readonly from: number; readonly until: number },
): readonly DatedFact[] {
  return facts
    .filter((fact) => !fact.isClockSuspect && fact.occurredAt >= from && fact.occurredAt < until)
    .map((fact) => ({ fact, day: dayOfInstant(fact.occurredAt) }))
    .sort(({ fact: one }, { fact: other }) => inOrder(one, other));
}

/** No two facts are equal: what happened at once was written one after the other. */
function inOrder(one: EarningFact, other: EarningFact): number {
  return one.occurredAt - other.occurredAt || one.seq - other.seq || (one.eventId < other.eventId ? -1 : 1);
}

/** Stretches of facts within which all must be done: one beginning with each day, or all of them. */
function windowsOf({ withinDays }: Mission, facts: readonly DatedFact[]): readonly (readonly DatedFact[])[] {
  if (withinDays === null) return [facts];
  const days = [...new Set(facts.map(({ day }) => day))];
  return days.map((first) => facts.filter(({ day }) => day >= first && day < first + withinDays));
}

/** What each step has of what it needs, the later steps of an ordered mission from where the one before was done. */
function doneIn({ steps, isOrdered }: Mission, facts: readonly DatedFact[]): readonly number[] {
  let from = 0;
  return steps.map((step) => {
    const { done, end } = countStep(step, facts.slice(from));
    if (isOrdered) from += end;
    return done;
  });
}

/** What a step has, at most what it needs, and how many facts were looked at until then. */
function countStep(step: MissionStep, facts: readonly DatedFact[]): { done: number; end: number } {
  const contents = new Set<string>();
  const days = new Set<number>();
  let done = 0;
  for (const [at, { fact, day }] of facts.entries()) {
    if (!countsFor(step, fact)) continue;
    if (step.days === 'any') {
      if (fact.contentId !== null && contents.has(fact.contentId)) continue;
      if (fact.contentId !== null) contents.add(fact.contentId);
    } else if (days.has(day)) continue;
    done = step.days === 'consecutive' && !days.has(day - 1) ? 1 : done + 1;
    days.add(day);
    if (done >= step.count) return { done: step.count, end: at + 1 };
  }
  return { done, end: facts.length };
}

const countsFor = ({ event, contentIds }: MissionStep, { type, contentId }: EarningFact): boolean =>
  type === event && (contentIds === null || (contentId !== null && contentIds.includes(contentId)));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
