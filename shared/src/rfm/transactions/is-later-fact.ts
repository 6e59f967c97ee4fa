/**
 * Whether the first of two facts is the later one: by moment, then by id, so that any two differ.
 *
 * @example
 * isLaterFact({ occurredAt: 2, factId: 'a' }, { occurredAt: 1, factId: 'b' }) // => true
 */
export function isLaterFact(
  one: { readonly occurredAt: number; readonly factId: string },
  other: { readonly occurredAt: number; readonly factId: string },
): boolean {
  if (one.occurredAt !== other.occurredAt) return one.occurredAt > other.occurredAt;
  return one.factId > other.factId;
}
