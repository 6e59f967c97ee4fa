import type { EntityManager } from 'typeorm';
import type { MemberCondition } from '../../records/identity/index.ts';

/** A condition with its values in the order of their marks. Aliases: m members, a member_advisers, f member_facts. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The column that identity's scope condition is put on. */
export const SCOPED_COLUMN = 'm.member_no';

/** Named parameters as the marks of the engine. */
export function positional(manager: EntityManager, { sql, parameters }: MemberCondition): Condition {
  const [escaped, values] = manager.connection.driver.escapeQueryWithParameters(sql, { ...parameters });
  return { sql: escaped, values };
}

/** Makes a text match itself inside LIKE … ESCAPE '!'. */
export function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, (sign) => `!${sign}`);
}
