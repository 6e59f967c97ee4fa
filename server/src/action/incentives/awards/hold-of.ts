import {
  type AwardHold,
  FACTS_PER_HOUR_MAX,
  LESSON_FLOOR_SECONDS,
  QUIZ_FLOOR_SECONDS,
} from '@siyu/shared/contracts/awards.limits';
import type { EarningEvent, EarningFact } from '@siyu/shared/incentives';

const HOUR_MS = 3_600_000;
const FLOORS: Partial<Record<EarningEvent, { readonly hold: AwardHold; readonly seconds: number }>> = {
  quiz_submitted: { hold: 'QUIZ_TOO_FAST', seconds: QUIZ_FLOOR_SECONDS },
  lesson_completed: { hold: 'LESSON_TOO_FAST', seconds: LESSON_FLOOR_SECONDS },
};

/**
 * Why a person should look before a fact is thanked for; null: nothing is odd about it (REQ-INC-8).
 * @param past what the member did before
 */
export function holdOf(fact: EarningFact, past: readonly EarningFact[]): AwardHold | null {
  const since = (ms: number) =>
    past.filter(({ occurredAt }) => fact.occurredAt - occurredAt < ms && occurredAt <= fact.occurredAt);
  const floor = FLOORS[fact.type];
  if (floor !== undefined && since(floor.seconds * 1_000).some(({ type }) => type === fact.type))
    return floor.hold;
  return since(HOUR_MS).length >= FACTS_PER_HOUR_MAX ? 'TOO_MANY' : null;
}
