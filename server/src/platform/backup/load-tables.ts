import type { Database } from '../database/index.ts';
import type { BackupLine, Cell, TableShape } from './backup-lines.ts';

const ROWS_PER_STATEMENT = 500;
/** Below what any server takes in one packet, whatever the rows hold. */
const CHARACTERS_PER_STATEMENT = 1_000_000;
/** SQLite takes 32,766 parameters at most. */
const PARAMETERS_PER_STATEMENT = 30_000;

/** Writes rows into an empty database, each lump of one table in a transaction of its own. */
export class TableLoader {
  readonly #database: Database;
  #shape: TableShape | null = null;
  #rows: (readonly Cell[])[] = [];
  #characters = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  async take(line: BackupLine): Promise<void> {
    if (line.kind === 'table') {
      this.#shape = line.shape;
      // What a migration itself put in is in the backup as well, as it was then.
      await this.#write(`DELETE FROM ${this.#quoted(line.shape.table)}`, []);
    } else if (line.kind === 'row') {
      this.#rows.push(line.row);
      for (const cell of line.row) this.#characters += typeof cell === 'string' ? cell.length : 8;
      if (this.#isFull(line.row.length)) await this.#flush();
    } else if (line.kind === 'end') {
      await this.#flush();
      this.#shape = null;
    }
  }

  #isFull(columns: number): boolean {
    return (
      this.#rows.length >= ROWS_PER_STATEMENT ||
      this.#characters >= CHARACTERS_PER_STATEMENT ||
      (this.#rows.length + 1) * columns > PARAMETERS_PER_STATEMENT
    );
  }

  async #flush(): Promise<void> {
    const rows = this.#rows;
    if (this.#shape === null || rows.length === 0) return;
    const { table, columns } = this.#shape;
    const names = columns.map(({ name }) => this.#quoted(name)).join(', ');
    const marks = `(${columns.map(() => '?').join(', ')})`;
    await this.#write(
      `INSERT INTO ${this.#quoted(table)} (${names}) VALUES ${rows.map(() => marks).join(', ')}`,
      rows.flat(),
    );
    this.#rows = [];
    this.#characters = 0;
  }

  async #write(sql: string, values: readonly Cell[]): Promise<void> {
    await this.#database.runInTransaction((tx) => tx.manager.query(sql, [...values]));
  }

  #quoted(name: string): string {
    return this.#database.engine === 'sqlite' ? `"${name}"` : `\`${name}\``;
  }
}
