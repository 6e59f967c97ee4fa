/**
 * What a field holds: a code out of a list, any text, a whole number, money in fen, hundredths (a score), a civil day
 * (Shanghai, epoch day), an instant (epoch ms), yes or no; of a lot the number that it is drawn from.
 */
export type FieldType =
  | 'choice'
  | 'text'
  | 'whole'
  | 'money'
  | 'hundredths'
  | 'day'
  | 'instant'
  | 'flag'
  | 'lot';

/** One thing a rule can ask about a member. */
export interface Field {
  readonly key: string;
  readonly type: FieldType;
  /** Column of the one table that SQL reads; a plain name, never a text that anybody typed. */
  readonly column: string;
  /** Codes of a `choice`. */
  readonly choices?: readonly string[];
}

/** The fields a rule may name; whatever is not in it does not exist. */
export type FieldCatalogue = ReadonlyMap<string, Field>;

const PLAIN_NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Makes a catalogue.
 * @throws {RangeError} when a key stands twice, a column is no plain name, or a `choice` offers nothing to choose.
 */
export function fieldCatalogue(fields: readonly Field[]): FieldCatalogue {
  const catalogue = new Map<string, Field>();
  for (const field of fields) {
    if (catalogue.has(field.key)) throw new RangeError(`field ${field.key} stands twice`);
    if (!PLAIN_NAME.test(field.column)) throw new RangeError(`${field.column} is no name of a column`);
    if (field.type === 'choice' && (field.choices ?? []).length === 0)
      throw new RangeError(`field ${field.key} offers no choice`);
    catalogue.set(field.key, field);
  }
  return catalogue;
}
