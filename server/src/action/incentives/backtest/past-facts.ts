import { HISTORY_DAYS } from '@siyu/shared/incentives';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { inOrder } from '../awards/award-history.ts';
import type { ReplayFact } from './decide-person.ts';

/** What was known when a fact was decided, and not yet withdrawn. */
export class PastFacts {
  readonly #known: ReplayFact[] = [];

  /** Facts come in the order in which they were decided. */
  add(fact: ReplayFact): void {
    let place = this.#known.length;
    for (let last = this.#known.at(-1); last !== undefined && inOrder(last, fact) > 0;) {
      place -= 1;
      last = this.#known[place - 1];
    }
    this.#known.splice(place, 0, fact);
  }

  before(fact: ReplayFact): readonly ReplayFact[] {
    const since = startOfDay(addDays(dayOfInstant(fact.occurredAt), -HISTORY_DAYS));
    return this.#known.filter(
      (each) =>
        (each.withdrawnAt === null || each.withdrawnAt > fact.decidedAt) &&
        (each.occurredAt >= since || each.type === 'lesson_completed') &&
        inOrder(each, fact) < 0,
    );
  }
}
