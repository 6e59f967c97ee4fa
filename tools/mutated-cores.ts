import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RFM = 'shared/src/rfm';
const INCENTIVES = 'shared/src/incentives';
/** Helpers of specs are no part of a core. */
const TESTING = 'testing';

/** A pure core whose tests are tried on mutants of it. */
export interface MutatedCore {
  /** With the specs that are asked. */
  readonly root: string;
  readonly evidence: string;
  /** Mutated one after the other, in alphabetical order. */
  readonly folders: () => string[];
  readonly pathOf: (folder: string) => string;
}

export const RFM_CORE: MutatedCore = {
  root: RFM,
  evidence: 'docs/evidence/mutation.json',
  folders: () =>
    readdirSync(RFM, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== TESTING)
      .map(({ name }) => name)
      .sort(),
  pathOf: (folder) => join(RFM, folder),
};

/** What is awarded; the guard below it is not mutated yet: half of it are tables, which need tests of their own. */
export const INCENTIVES_CORE: MutatedCore = {
  root: INCENTIVES,
  evidence: 'docs/evidence/mutation-incentives.json',
  folders: () => ['incentives'],
  pathOf: (folder) => join('shared/src', folder),
};

export const MUTATED_CORES: readonly MutatedCore[] = [RFM_CORE, INCENTIVES_CORE];

/** SHA-256 over the sources of a folder without its specs, names and contents. */
export function sourcesHash(path: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map(({ name }) => name)
    .sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(path, file)));
  return hash.digest('hex');
}
