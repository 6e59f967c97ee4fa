/**
 * The ids that a reader has met, for facts that come one by one. Memory grows with the ids; facts without one
 * leave nothing behind.
 *
 * @example
 * const known = new KnownFacts();
 * const fact = { factId: 'a', on: 1 };
 * known.isNew(fact) // => true
 * known.isNew(fact) // => false
 * known.isNew({ ...fact, on: 2 }) // => throws RangeError
 */
export class KnownFacts {
  private readonly told = new Map<string, object>();

  /**
   * Tells whether a fact is to be counted: its first telling, or one without an id.
   *
   * @throws RangeError when the id was told before with different content
   */
  isNew<Fact extends { readonly factId?: string }>(fact: Fact): boolean {
    if (fact.factId === undefined) return true;
    const known = this.told.get(fact.factId);
    if (known === undefined) {
      this.told.set(fact.factId, fact);
      return true;
    }
    // Read closely only now: hardly any fact is told twice.
    if (fingerprintOf(known) !== fingerprintOf(fact))
      throw new RangeError(`fact ${fact.factId} is told twice, with different content`);
    return false;
  }
}

/** A property that is absent and one that is undefined say the same; the order of properties says nothing. */
function fingerprintOf(fact: object): string {
  const entries = Object.entries(fact).filter(([, value]) => value !== undefined);
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
