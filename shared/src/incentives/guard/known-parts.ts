import type { Parts } from '../../rules/index.ts';
import type { Refuse } from './guard-condition.ts';
import { toldBy, toldWithin } from './names-told.ts';

/** Refuses what nobody provides for, and names what its words tell. */
export function refuseUnknownParts(
  parts: Parts,
  known: readonly string[],
  place: string,
  refuse: Refuse,
): void {
  for (const [name, value] of Object.entries(parts)) {
    if (known.includes(name) || value === undefined) continue;
    const at = place === '' ? name : `${place}.${name}`;
    refuse('unknown_part', at, name);
    for (const code of new Set([...toldBy(name), ...toldWithin(value)])) refuse(code, at, name);
  }
}
