import { describe, expect, it } from '@jest/globals';
import { readMutationEvidence, scored } from './mutation-evidence.ts';
import { INCENTIVES_CORE, RFM_CORE, sourcesHash, type MutatedCore } from './mutated-cores.ts';

/** What is committed of a core must be of the sources as they are. */
function expectEvidence(core: MutatedCore): void {
  const evidence = readMutationEvidence(core.evidence);
  expect(evidence?.folders.map(({ folder, sha256 }) => [folder, sha256])).toEqual(
    core.folders().map((folder) => [folder, sourcesHash(core.pathOf(folder))]),
  );
  expect(evidence?.total.score).toBeGreaterThanOrEqual(80);
}

describe('mutation of the pure cores', () => {
  it('B-11 the committed mutation evidence says at least 80 % and is of this code', () => {
    expectEvidence(RFM_CORE);
  });

  it('G-04 so does the one of what is awarded', () => {
    expectEvidence(INCENTIVES_CORE);
  });

  it('B-11 the total is what the folders add up to', () => {
    const { folders = [], total } = readMutationEvidence(RFM_CORE.evidence) ?? {};
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
