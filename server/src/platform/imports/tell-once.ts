/** How a source has told something so far, by its id: `fingerprint` says the whole content. */
export interface Telling {
  readonly id: string;
  readonly fingerprint: string;
}

/** `differs`: the id was told before with another content; the first telling stands. */
export type TellingVerdict = 'new' | 'duplicate' | 'differs';

/**
 * Which tellings are new, one verdict per telling in their order. Repetitions inside the batch are found as well.
 * @param known the fingerprint of each id that was told before
 * @example
 * tellOnce([{ id: 'a', fingerprint: '1' }, { id: 'a', fingerprint: '2' }], new Map()) // ['new', 'differs']
 */
export function tellOnce(
  tellings: readonly Telling[],
  known: ReadonlyMap<string, string>,
): readonly TellingVerdict[] {
  const met = new Map(known);
  return tellings.map(({ id, fingerprint }) => {
    const before = met.get(id);
    if (before === undefined) {
      met.set(id, fingerprint);
      return 'new';
    }
    return before === fingerprint ? 'duplicate' : 'differs';
  });
}
