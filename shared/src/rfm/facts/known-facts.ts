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
  private readonly fingerprints = new Map<string, string>();

  /**
   * Tells whether a fact is to be counted: its first telling, or one without an id.
   *
   * @throws RangeError when the id was told before with different content
   */
  isNew<Fact extends { readonly factId?: string }>(fact: Fact): boolean {
    if (fact.factId === undefined) return true;
    const fingerprint = fingerprintOf(fact);
    const known = this.fingerprints.get(fact.factId);
    if (known === fingerprint) return false;
    if (known !== undefined)
      throw new RangeError(`fact ${fact.factId} is told twice, with different content`);
    this.fingerprints.set(fact.factId, fingerprint);
    return true;
  }
}

/** A property that is absent and one that is undefined say the same; the order of properties says nothing. */
function fingerprintOf(fact: object): string {
  const entries = Object.entries(fact).filter(([, value]) => value !== undefined);
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
