import Libsql from 'libsql';

/** SQLite has no booleans, and libsql ends the process when it is handed one. */
function bindable(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}

function guarded(statement: Libsql.Statement): Libsql.Statement {
  const run = statement.run.bind(statement);
  const get = statement.get.bind(statement);
  const all = statement.all.bind(statement);
  statement.run = (...values: unknown[]) => run(values.map(bindable));
  statement.get = (...values: unknown[]) => get(values.map(bindable));
  statement.all = (...values: unknown[]) => all(values.map(bindable));
  return statement;
}

/**
 * libsql as TypeORM's better-sqlite3. libsql takes a single parameter that is an object for named parameters, and
 * `null` is an object to it: an insert whose only parameter is NULL fails. A list is taken for what it is.
 */
export class LibsqlDriver extends Libsql {
  constructor(path: string, options?: Libsql.Options) {
    super(path, options);
    const prepare = this.prepare.bind(this);
    // The generic signature of `prepare` cannot be overridden; what it does can.
    Object.defineProperty(this, 'prepare', { value: (source: string) => guarded(prepare(source)) });
  }
}
