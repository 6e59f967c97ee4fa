import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RFM = 'shared/src/rfm';
/** Helpers of specs are no part of the core. */
const TESTING = 'testing';

/** Folders of the scoring core, in alphabetical order. */
export function rfmFolders(): string[] {
  return readdirSync(RFM, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== TESTING)
    .map(({ name }) => name)
    .sort();
}

/** SHA-256 over the sources of a folder of the core without its specs, names and contents. */
export function rfmFolderHash(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(RFM, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map(({ name }) => name)
    .sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(RFM, folder, file)));
  return hash.digest('hex');
}
