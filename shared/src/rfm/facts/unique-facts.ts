import { KnownFacts } from './known-facts.ts';

/**
 * The facts with each id once. A fact may reach a reader twice (a file told again, a phone that repeats itself),
 * and it must count once. Told twice in different words it is refused: which telling came first is the order
 * of arrival, and a score must not depend on that. Facts without an id, such as the lines of a plain file, are
 * all kept: nothing tells a repetition from a second purchase of the same sum. The doors that write facts keep
 * ids unique themselves; the models call this on whatever they are given.
 *
 * @param facts flat records in any order; an id is unique within one member's facts of one kind
 * @returns the first telling of each, in their order
 * @throws RangeError when two facts share an id and differ
 * @example
 * const fact = { factId: 'a', on: 1 };
 * const nameless: { factId?: string; on: number } = { on: 1 };
 * uniqueFacts([fact, fact]) // => [{ factId: 'a', on: 1 }]
 * uniqueFacts([nameless, nameless]) // => [{ on: 1 }, { on: 1 }]
 * uniqueFacts([fact, { ...fact, on: 2 }]) // => throws RangeError
 */
export function uniqueFacts<Fact extends { readonly factId?: string }>(
  facts: readonly Fact[],
): readonly Fact[] {
  const known = new KnownFacts();
  return facts.filter((fact) => known.isNew(fact));
}
