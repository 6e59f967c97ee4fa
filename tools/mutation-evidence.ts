import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Mutants by what became of them; `score` is the share that a test noticed, in percent. */
const Counts = z.object({
  killed: z.number(),
  timedOut: z.number(),
  survived: z.number(),
  notCovered: z.number(),
  score: z.number(),
});
type Counts = z.infer<typeof Counts>;

const Folder = Counts.extend({
  folder: z.string(),
  /** Of the sources that were mutated. */
  sha256: z.string(),
  commit: z.string(),
  seconds: z.number(),
});
export type MutatedFolder = z.infer<typeof Folder>;

const Evidence = z.object({
  name: z.literal('mutation'),
  stryker: z.string(),
  node: z.string(),
  folders: z.array(Folder),
  total: Counts,
});
export type MutationEvidence = z.infer<typeof Evidence>;

export function readMutationEvidence(file: string): MutationEvidence | null {
  return existsSync(file) ? Evidence.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

export function writeMutationEvidence(
  file: string,
  folders: readonly MutatedFolder[],
  stryker: string,
): Counts {
  const sum = (of: (folder: MutatedFolder) => number): number =>
    folders.reduce((total, folder) => total + of(folder), 0);
  const total = scored({
    killed: sum(({ killed }) => killed),
    timedOut: sum(({ timedOut }) => timedOut),
    survived: sum(({ survived }) => survived),
    notCovered: sum(({ notCovered }) => notCovered),
  });
  const sorted = [...folders].sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const evidence = { name: 'mutation', stryker, node: process.versions.node, folders: sorted, total };
  writeFileSync(file, `${JSON.stringify(evidence, null, 2)}\n`);
  return total;
}

/**
 * Adds the score to counts, with two decimals; nothing to mutate scores 100.
 * @example
 * scored({ killed: 7, timedOut: 1, survived: 1, notCovered: 1 }).score // => 80
 */
export function scored(counts: Omit<Counts, 'score'>): Counts {
  const noticed = counts.killed + counts.timedOut;
  const all = noticed + counts.survived + counts.notCovered;
  return { ...counts, score: all === 0 ? 100 : Math.floor((10_000 * noticed) / all) / 100 };
}
