import type { Refuse } from './guard-condition.ts';
import { REQUIREMENT_OF, type Refusal } from './refusal.ts';

/** Gathers reasons, each once. */
export function refusals(guard: (refuse: Refuse) => void): readonly Refusal[] {
  const found = new Map<string, Refusal>();
  guard((code, place, what = '') => {
    const key = `${code} ${place} ${what}`;
    if (!found.has(key)) found.set(key, { requirement: REQUIREMENT_OF[code], code, place, what });
  });
  return [...found.values()];
}
