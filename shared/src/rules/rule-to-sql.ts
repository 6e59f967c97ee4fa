import type { EpochDay } from '../time/index.ts';
import type { CheckedGroup, CheckedRule, Condition, Operand } from './checked-rule.ts';
import { OPERATORS, operandsOn } from './operators.ts';

/** A condition of SQL with `?` for each parameter; columns are names out of the catalogue. */
export interface RuleSql {
  readonly text: string;
  readonly params: readonly Operand[];
}

/**
 * Turns a rule into SQL that says the same as its closure, on SQLite and MySQL: no comparison is ever NULL, so NOT does
 * not lose members.
 *
 * @param asOf exclusive day boundary that days are counted back from
 * @param alias of the table, such as `f`
 */
export function ruleToSql(rule: CheckedGroup, asOf: EpochDay, alias: string): RuleSql {
  if (!/^[a-z]+$/.test(alias)) throw new RangeError(`${alias} is no alias`);
  return write(rule, asOf, alias);
}

function write(rule: CheckedRule, asOf: EpochDay, alias: string): RuleSql {
  if (rule.kind === 'is') return writeCondition(rule, asOf, alias);
  const parts = rule.parts.map((part) => write(part, asOf, alias));
  const text = parts.map((part) => part.text).join(rule.kind === 'all' ? ' AND ' : ' OR ');
  return {
    text: rule.isNegated ? `NOT (${text})` : `(${text})`,
    params: parts.flatMap(({ params }) => params),
  };
}

function writeCondition({ field, operator, operands }: Condition, asOf: EpochDay, alias: string): RuleSql {
  const column = `${alias}.${field.column}`;
  const row = OPERATORS[operator];
  if (row.takes === 'nothing') return { text: row.sql(column, []), params: [] };
  const edges = operandsOn(field.type, operator, operands, asOf);
  return {
    text: `(${column} IS NOT NULL AND ${row.sql(column, edges)})`,
    params: row.bind?.(edges) ?? edges,
  };
}
