/** @jest-environment ./tools/plain-context.mjs */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUCKETS, bucketOf, isHeldOut, isRatioSuspicious } from './index.ts';

const SEEDS = 1_000;
const MEMBERS = 2_000;
const ALPHA = 0.05;
/** Of a chi-square with one degree of freedom. */
const AT_ALPHA = 3.841;
/** Four standard deviations of a share of the seeds. */
const MARGIN = 4 * Math.sqrt((ALPHA * (1 - ALPHA)) / SEEDS);

interface Lot {
  readonly drawn: number;
  readonly drawnActive: number;
}
/** Whether each of the members did something, decided by nothing that a lot could know. */
const isActive = (memberNo: number): boolean => (memberNo * 7_919) % 100 < 30;

function draw(salt: string, percent: number): Lot {
  const lot = { drawn: 0, drawnActive: 0 };
  for (let memberNo = 1; memberNo <= MEMBERS; memberNo += 1) {
    if (!isHeldOut(salt, memberNo, percent)) continue;
    lot.drawn += 1;
    if (isActive(memberNo)) lot.drawnActive += 1;
  }
  return lot;
}

describe('a lot', () => {
  it('F-02 is the same for ever, and knows no member but by the salt', () => {
    expect(['a', 'b', ''].map((salt) => [1, 2, 2_147_483_647].map((no) => bucketOf(salt, no)))).toEqual([
      [1393, 8981, 4743],
      [6538, 1503, 8884],
      [4207, 4299, 34],
    ]);
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 2_147_483_647 }), (salt, memberNo) => {
        const bucket = bucketOf(salt, memberNo);
        return (
          Number.isInteger(bucket) && bucket >= 0 && bucket < BUCKETS && bucketOf(salt, memberNo) === bucket
        );
      }),
      { seed: 20_261_129 },
    );
  });

  it('F-02 whoever is held out stays so when the share grows', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 50 }),
        (salt, memberNo, percent) =>
          !isHeldOut(salt, memberNo, percent) || isHeldOut(salt, memberNo, percent + 1),
      ),
      { seed: 20_261_129, numRuns: 2_000 },
    );
    expect(isHeldOut('a', 1, 0)).toBe(false);
  });

  it('F-02 A/A over 1,000 seeds: two parts that are treated alike differ as often as chance says, in size and in what they do', () => {
    const share = 0.1;
    const active = Array.from({ length: MEMBERS }, (_, at) => isActive(at + 1)).filter(Boolean).length;
    const rate = active / MEMBERS;
    let ratios = 0;
    let effects = 0;
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const { drawn, drawnActive } = draw(`seed-${seed}`, share * 100);
      const expected = MEMBERS * share;
      if ((drawn - expected) ** 2 / (expected * (1 - share)) > AT_ALPHA) ratios += 1;
      const difference = drawnActive / drawn - (active - drawnActive) / (MEMBERS - drawn);
      const variance = rate * (1 - rate) * (1 / drawn + 1 / (MEMBERS - drawn));
      if (difference ** 2 / variance > AT_ALPHA) effects += 1;
    }
    expect(Math.abs(ratios / SEEDS - ALPHA)).toBeLessThan(MARGIN);
    expect(Math.abs(effects / SEEDS - ALPHA)).toBeLessThan(MARGIN);
  });

  it('F-02 inside the part that one salt draws, another salt draws its share: segments do not share a holdout', () => {
    let both = 0;
    for (let memberNo = 1; memberNo <= 100_000; memberNo += 1)
      if (isHeldOut('one', memberNo, 20) && isHeldOut('other', memberNo, 20)) both += 1;
    expect(both / 100_000).toBeCloseTo(0.04, 2);
  });

  it('F-02 a share that chance does not explain is suspicious, one that it does is not', () => {
    expect([100, 131, 132, 69, 68].map((heldOut) => isRatioSuspicious(heldOut, 1_000, 10))).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
    expect([isRatioSuspicious(0, 0, 10), isRatioSuspicious(0, 1_000, 0)]).toEqual([false, false]);
  });
});
