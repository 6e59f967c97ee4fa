import type { BackupHead, Cell, TableShape } from './backup-lines.ts';

/** A database as it stands at one moment, whatever is written beside it. */
export interface Snapshot {
  readonly engine: BackupHead['engine'];
  readonly migrations: readonly string[];
  /** In the order of their names; the table of the migrations is not among them. */
  readonly shapes: readonly TableShape[];
  /** Rows in the byte order of their primary keys, so that equal contents give equal lines; a few at a time. */
  rowsOf(shape: TableShape): AsyncIterable<readonly Cell[]>;
  close(): Promise<void>;
}
