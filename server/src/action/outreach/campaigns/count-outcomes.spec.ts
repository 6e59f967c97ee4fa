import { describe, expect, it } from '@jest/globals';
import type { CampaignOutcome } from '@siyu/shared/contracts/campaigns.limits';
import { type CountedOutcomes, countOutcomes, type StandingArm, upliftOf } from './count-outcomes.ts';

const did = (...outcomes: CampaignOutcome[]) => new Set(outcomes);
const arm = (memberNo: number, segmentKey: string, isHeldOut: boolean): StandingArm => ({
  ...{ memberNo, segmentKey, isHeldOut },
});
const sums = (OPENED: number, READ: number, CONSULTED: number, CONVERTED: number) => ({
  ...{ OPENED, READ, CONSULTED, CONVERTED },
});

describe('what came of a campaign', () => {
  it('I-08 people count on the side on which the lot put them, whatever was dropped, and once they may not be counted on neither', () => {
    const done = new Map([
      [1, did('OPENED', 'READ', 'CONVERTED')],
      [2, did('OPENED')],
      // Dropped before it was sent to them: they stay on their side.
      [3, did('CONSULTED')],
      [4, did()],
      [5, did('OPENED', 'READ')],
    ]);
    const arms = [
      ...[arm(1, 'a', false), arm(1, 'b', false), arm(2, 'a', false), arm(3, 'a', false)],
      ...[arm(4, 'a', true), arm(5, 'b', true), arm(6, 'a', true), arm(7, 'a', false)],
    ];
    expect(countOutcomes(done, [1, 2, 7], arms, ['b', 'a', 'c'])).toEqual({
      reached: sums(2, 1, 0, 1),
      arms: [
        {
          segmentKey: 'b',
          included: { people: 1, did: sums(1, 1, 0, 1) },
          heldOut: { people: 1, did: sums(1, 1, 0, 0) },
        },
        {
          segmentKey: 'a',
          included: { people: 3, did: sums(2, 1, 1, 1) },
          heldOut: { people: 1, did: sums(0, 0, 0, 0) },
        },
        {
          segmentKey: 'c',
          included: { people: 0, did: sums(0, 0, 0, 0) },
          heldOut: { people: 0, did: sums(0, 0, 0, 0) },
        },
      ],
    });
  });

  const sides = (included: [number, number], heldOut: [number, number]): CountedOutcomes['arms'][number] => ({
    segmentKey: 'rule.1',
    included: { people: included[1], did: sums(included[0], 0, 0, 0) },
    heldOut: { people: heldOut[1], did: sums(heldOut[0], 0, 0, 0) },
  });

  it('I-08 the difference has the interval that was published for it, and under twenty people on a side nothing is told', () => {
    const { outcomes, ...told } = upliftOf(sides([56, 70], [48, 80]), '常来学习的');
    expect(told).toEqual({ segmentKey: 'rule.1', name: '常来学习的', included: 70, heldOut: 80 });
    const [opened] = outcomes;
    expect(opened).toMatchObject({ outcome: 'OPENED', included: 56, heldOut: 48 });
    expect(opened?.difference?.share).toBeCloseTo(0.2, 12);
    expect(opened?.difference?.low).toBeCloseTo(0.0524, 4);
    expect(opened?.difference?.high).toBeCloseTo(0.3339, 4);
    const nothing = { included: null, heldOut: null, difference: null };
    expect(upliftOf(sides([9, 200], [3, 19]), '').outcomes).toEqual(
      ['OPENED', 'READ', 'CONSULTED', 'CONVERTED'].map((outcome) => ({ outcome, ...nothing })),
    );
    expect(upliftOf(sides([9, 20], [3, 20]), '').outcomes[0]?.difference).not.toBeNull();
  });
});
