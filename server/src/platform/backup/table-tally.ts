import { createHash } from 'node:crypto';
import type { TableCount, TableShape } from './backup-lines.ts';
import type { Snapshot } from './snapshot.ts';

/** Counts and hashes the lines of a table while they pass. */
export class TableTally {
  readonly #hash = createHash('sha256');
  #rows = 0;

  add(line: string): void {
    this.#hash.update(line).update('\n');
    this.#rows += 1;
  }

  end(table: string): TableCount {
    return { end: table, rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** Count and hash of a table as a backup of it would say them. */
export async function tallyTable(snapshot: Snapshot, shape: TableShape): Promise<TableCount> {
  const tally = new TableTally();
  for await (const row of snapshot.rowsOf(shape)) tally.add(JSON.stringify(row));
  return tally.end(shape.table);
}
