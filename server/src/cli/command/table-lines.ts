import type { TableCount } from '../../platform/backup/index.ts';

/** A table's count and hash as a line for the eye; the hash shortened, since the whole one is in the file. */
export function tableLine({ end, rows, sha256 }: TableCount): string {
  return `${String(rows).padStart(10)}  ${sha256.slice(0, 16)}  ${end}\n`;
}

/** Bytes for the eye. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(bytes < 1_048_576 ? 2 : 1)} MiB`;
}
