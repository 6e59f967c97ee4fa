import { describe, expect, it } from '@jest/globals';
import { readMutationEvidence, scored } from './mutation-evidence.ts';
import { rfmFolderHash, rfmFolders } from './rfm-sources.ts';

describe('mutation of the scoring core', () => {
  it('B-11 the committed mutation evidence says at least 80 % and is of this code', () => {
    const evidence = readMutationEvidence();
    expect(evidence?.folders.map(({ folder, sha256 }) => [folder, sha256])).toEqual(
      rfmFolders().map((folder) => [folder, rfmFolderHash(folder)]),
    );
    expect(evidence?.total.score).toBeGreaterThanOrEqual(80);
  });

  it('B-11 the total is what the folders add up to', () => {
    const { folders = [], total } = readMutationEvidence() ?? {};
    const sum = (of: 'killed' | 'timedOut' | 'survived' | 'notCovered'): number =>
      folders.reduce((all, folder) => all + folder[of], 0);
    expect(total).toEqual(
      scored({
        killed: sum('killed'),
        timedOut: sum('timedOut'),
        survived: sum('survived'),
        notCovered: sum('notCovered'),
      }),
    );
  });

  it('B-11 a score counts what no test reaches as unnoticed, and is not rounded up', () => {
    expect(scored({ killed: 7, timedOut: 1, survived: 1, notCovered: 1 }).score).toBe(80);
    expect(scored({ killed: 2, timedOut: 0, survived: 1, notCovered: 0 }).score).toBe(66.66);
    expect(scored({ killed: 0, timedOut: 0, survived: 0, notCovered: 0 }).score).toBe(100);
  });
});
