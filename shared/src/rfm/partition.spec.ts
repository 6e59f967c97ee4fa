import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  afb2023,
  relationOn,
  rfmSegments,
  scoreAfb2023,
  scoreRfe,
  scoreTieStrength,
  type GroupCode,
} from './index.ts';
import {
  afbWith,
  asOfs,
  fixedCuts,
  historyOf,
  PROPERTY_RUNS,
  purchase,
  quintileScore,
  quintileSubject,
  relationSubject,
  rfeSubject,
  RULES,
  STAGES,
  tieSubject,
  type Fact,
  type Subject,
} from './testing/subjects.ts';

const GROUPS: readonly GroupCode[] = ['KEY_GUIDE', 'KEY_DEVELOP', 'POTENTIAL', 'LONG_TAIL'];

describe('groups part the members', () => {
  it('B-07 every member is in exactly one group, whatever the rule, and the counts add up', () => {
    const members = fc.array(fc.array(purchase, { maxLength: 30, size: 'max' }), {
      maxLength: 12,
      size: 'max',
    });
    const met = new Map<string, number>();
    fc.assert(
      fc.property(members, fc.constantFrom(...RULES), asOfs, (population, rule, asOf) => {
        const { fHigh, aHigh, bHigh, recentDays } = afb2023.groups;
        const counts = new Map<string, number>();
        for (const facts of population) {
          const score = scoreAfb2023(facts, asOf, afbWith(rule));
          const { amountBand, frequencyBand, benefitBand, recencyDays } = score;
          const isFrequent = frequencyBand >= fHigh;
          const isValuable = amountBand >= aHigh || (rule === 'BENEFIT_COUNTS' && benefitBand >= bHigh);
          const prefersAmount =
            rule === 'AMOUNT_FIRST' ||
            (rule === 'GREATER_MARGIN' && amountBand - aHigh > frequencyBand - fHigh);
          const isRecent = recencyDays !== null && recencyDays <= recentDays;
          // Each group by a condition of its own, without any order between them.
          const holds = {
            KEY_GUIDE: isFrequent && !(isValuable && prefersAmount),
            KEY_DEVELOP: isValuable && (!isFrequent || prefersAmount),
            POTENTIAL: !isFrequent && !isValuable && isRecent,
            LONG_TAIL: !isFrequent && !isValuable && !isRecent,
          };
          const groups = Object.entries(holds).flatMap(([group, does]) => (does ? [group] : []));
          expect(groups).toEqual([score.group]);
          counts.set(score.group, (counts.get(score.group) ?? 0) + 1);
          met.set(score.group, (met.get(score.group) ?? 0) + 1);
        }
        expect([...counts.values()].reduce((sum, each) => sum + each, 0)).toBe(population.length);
      }),
      PROPERTY_RUNS,
    );
    // The facts were such that every group was met, again and again.
    expect(GROUPS.filter((group) => (met.get(group) ?? 0) <= 10)).toEqual([]);
  });

  it('B-07 every member has one segment, one stage and bands inside their range', () => {
    const told = <F extends Fact>(subject: Subject<F>) =>
      fc
        .array(subject.row, { maxLength: 25, size: 'max' })
        .map((rows) => rows.map((row, nth) => subject.told(row, `f-${nth}`)));
    const scene = fc.record({
      purchases: told(quintileSubject),
      acts: told(rfeSubject),
      ties: told(tieSubject),
      relation: told(relationSubject),
    });
    const isBand = (band: number, most: number) => Number.isInteger(band) && band >= 1 && band <= most;
    fc.assert(
      fc.property(scene, asOfs, (facts, asOf) => {
        const { segment } = quintileScore(facts.purchases, asOf, fixedCuts());
        expect(rfmSegments.filter((each) => each === segment)).toHaveLength(1);
        const { stage, reached } = relationOn(historyOf(facts.relation), asOf);
        expect(STAGES.filter((each) => each === stage)).toHaveLength(1);
        expect(reached.map((each) => each.stage)).toEqual(STAGES.slice(1, STAGES.indexOf(stage) + 1));
        const { recencyBand, frequencyBand, depthBand } = scoreRfe(facts.acts, asOf);
        expect([recencyBand, frequencyBand, depthBand].every((band) => isBand(band, 6))).toBe(true);
        const { band, strengthHundredths } = scoreTieStrength(facts.ties, asOf);
        expect(isBand(band, 5) && strengthHundredths >= 0 && strengthHundredths <= 10_000).toBe(true);
      }),
      PROPERTY_RUNS,
    );
  });
});
