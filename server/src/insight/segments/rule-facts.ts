import { memberFields } from '@siyu/shared/contracts/segment-fields.limits';
import type { Facts } from '@siyu/shared/rules';
import type { MemberFactsRow } from './member-facts.entity.ts';

/** Fields of the catalogue with the property of the row that holds them. */
const FIELDS = [...memberFields.values()].map(({ key, column }) => ({
  key,
  property: column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
}));

/** The row of a member as a rule reads it: flags are 1 and 0, as they are stored. */
export function ruleFacts(row: MemberFactsRow): Facts {
  const facts: Record<string, string | number | null> = {};
  for (const { key, property } of FIELDS) {
    const value: unknown = Reflect.get(row, property);
    if (typeof value === 'boolean') facts[key] = Number(value);
    else facts[key] = typeof value === 'string' || typeof value === 'number' ? value : null;
  }
  return facts;
}
