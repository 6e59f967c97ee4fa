import {
  type Driver,
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  TableIndex,
} from 'typeorm';
import { kinds, type Kind } from './kinds.ts';

export interface TableColOptions {
  readonly primary?: boolean;
  readonly nullable?: boolean;
}

/** What an engine calls a type in its own schema: `int` is `integer` on SQLite. */
export function nameOfType(driver: Driver, type: string): string {
  const kind = Object.values(kinds).find((each) => each.type === type);
  return kind === undefined ? type : driver.normalizeType({ type: kind.type });
}

function column(kind: Kind, name: string, options: TableColOptions = {}, length?: number): TableColumn {
  const size = length ?? kinds[kind].length;
  return new TableColumn({
    name,
    type: kinds[kind].type,
    isPrimary: options.primary ?? false,
    isNullable: options.nullable ?? false,
    ...(size === undefined ? {} : { length: String(size) }),
  });
}

/** The same kinds as `Col`, for migrations; names in snake case. */
export const col = {
  publicId: (name: string, options?: TableColOptions) => column('publicId', name, options),
  memberNo: (name: string, options?: TableColOptions) => column('memberNo', name, options),
  code: (name: string, length: number, options?: TableColOptions) => column('code', name, options, length),
  text: (name: string, length: number, options?: TableColOptions) => column('text', name, options, length),
  longText: (name: string, options?: TableColOptions) => column('longText', name, options),
  instant: (name: string, options?: TableColOptions) => column('instant', name, options),
  day: (name: string, options?: TableColOptions) => column('day', name, options),
  fen: (name: string, options?: TableColOptions) => column('fen', name, options),
  count: (name: string, options?: TableColOptions) => column('count', name, options),
  flag: (name: string, options?: TableColOptions) => column('flag', name, options),
  json: (name: string, options?: TableColOptions) => column('json', name, options),
};

/** Name and columns of an index; the entity repeats them in `@Index(name, [properties], { unique })`. */
export interface IndexSpec {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * A table as data.
 * @example
 * table('lessons', [col.publicId('id', { primary: true }), col.text('title', 60)], {
 *   unique: [{ name: 'uq_lessons_title', columns: ['title'] }],
 * });
 */
export function table(
  name: string,
  columns: readonly TableColumn[],
  keys: { readonly unique?: readonly IndexSpec[]; readonly indexes?: readonly IndexSpec[] } = {},
): Table {
  const index = (spec: IndexSpec, isUnique: boolean) =>
    new TableIndex({ name: spec.name, columnNames: [...spec.columns], isUnique });
  const indices = [
    ...(keys.unique ?? []).map((spec) => index(spec, true)),
    ...(keys.indexes ?? []).map((spec) => index(spec, false)),
  ];
  return new Table({ name, columns: [...columns], indices });
}

/**
 * A migration that makes tables: `export class Foundation extends TablesMigration { constructor() { super(10, 'foundation', [...]) } }`.
 * It can be run again after having been killed half-way: what is there already is left alone.
 */
export abstract class TablesMigration implements MigrationInterface {
  readonly name: string;
  readonly #tables: readonly Table[];

  constructor(number: number, module: string, tables: readonly Table[]) {
    // TypeORM orders migrations by the last 13 characters of their name.
    this.name = `${module}-${String(number).padStart(13, '0')}`;
    this.#tables = tables;
  }

  async up(runner: QueryRunner): Promise<void> {
    const { driver } = runner.dataSource;
    for (const each of this.#tables) {
      const made = each.clone();
      // `int` is `integer` on SQLite: both sides of a schema diff must say it the same way.
      for (const column of made.columns) column.type = nameOfType(driver, column.type);
      await runner.createTable(made, true);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...this.#tables].reverse()) await runner.dropTable(each.name, true);
  }
}
