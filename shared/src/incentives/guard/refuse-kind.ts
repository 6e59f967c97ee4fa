import type { Refuse } from './guard-condition.ts';
import { toldBy } from './names-told.ts';

/** Refuses a kind of reward or item that is on no list, and names what its word tells. */
export function refuseKind(kind: unknown, place: string, refuse: Refuse): void {
  const name = typeof kind === 'string' ? kind : '';
  refuse('reward_not_listed', place, name);
  for (const code of toldBy(name)) refuse(code, place, name);
}
