import {
  type AwardHold,
  FACTS_PER_HOUR_MAX,
  LESSON_FLOOR_SECONDS,
  QUIZ_FLOOR_SECONDS,
} from '@siyu/shared/contracts/awards.limits';
import type { EarningEvent, EarningFact } from '@siyu/shared/incentives';
import type { Ring } from './ring-of.ts';

const HOUR_MS = 3_600_000;
const FLOORS: Partial<Record<EarningEvent, { readonly hold: AwardHold; readonly seconds: number }>> = {
  quiz_submitted: { hold: 'QUIZ_TOO_FAST', seconds: QUIZ_FLOOR_SECONDS },
  lesson_completed: { hold: 'LESSON_TOO_FAST', seconds: LESSON_FLOOR_SECONDS },
};
/** How far before a fact it is looked for what is odd about it. */
export const HOLD_LOOKS_BACK_MS = Math.max(
  HOUR_MS,
  ...Object.values(FLOORS).map(({ seconds }) => seconds * 1_000),
);

/** Why an award waits for a person, and how many seconds, things or people were seen. */
interface Suspicion {
  readonly hold: AwardHold;
  readonly seen: number;
}

/**
 * Why a person should look before a fact is thanked for; null: nothing is odd about it (REQ-INC-8). What a ring does is
 * decided as one, so that a ring is told before what one of it did too fast.
 * @param past what the member did before
 */
export function holdOf(fact: EarningFact, past: readonly EarningFact[], ring: Ring | null): Suspicion | null {
  if (ring !== null) return ring;
  const since = (ms: number) =>
    past.filter(({ occurredAt }) => fact.occurredAt - occurredAt < ms && occurredAt <= fact.occurredAt);
  const floor = FLOORS[fact.type];
  if (floor !== undefined) {
    const same = since(floor.seconds * 1_000).filter(({ type }) => type === fact.type);
    const last = Math.max(...same.map(({ occurredAt }) => occurredAt));
    if (same.length > 0) return { hold: floor.hold, seen: Math.floor((fact.occurredAt - last) / 1_000) };
  }
  const { length } = since(HOUR_MS);
  return length >= FACTS_PER_HOUR_MAX ? { hold: 'TOO_MANY', seen: length } : null;
}
