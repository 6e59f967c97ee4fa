import { isParts } from './parts.ts';

/** Field of a condition that asks for other segments by their keys; its operators are `in` and `notIn`. */
export const SEGMENT_FIELD = 'segment';

/**
 * Keys of the segments that a stored rule asks for, each once, whether they are there or not.
 * @example
 * segmentsNamed({ combinator: 'and', rules: [{ field: 'segment', operator: 'in', value: ['rule.3'] }] })
 * // => ['rule.3']
 */
export function segmentsNamed(tree: unknown): readonly string[] {
  const keys = new Set<string>();
  // Without recursion: what has not been checked may be deeper than the stack.
  const left: unknown[] = [tree];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (!isParts(part)) continue;
    const { field, value, rules } = part;
    if (Array.isArray(rules)) for (const each of rules) left.push(each ?? null);
    if (field !== SEGMENT_FIELD || !Array.isArray(value)) continue;
    for (const key of value) if (typeof key === 'string') keys.add(key);
  }
  return [...keys];
}
