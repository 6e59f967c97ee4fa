import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { relationStage, type RelationFacts, type StageCode } from '../index.ts';

const nothing: RelationFacts = {
  isTied: false,
  kinds60d: 0,
  pathsFinished: 0,
  consultationsRated: 0,
  hasValidRiskAssessment: false,
  coCreations: 0,
};
const tied = { ...nothing, isTied: true };
const familiar = { ...tied, kinds60d: 3, pathsFinished: 1 };
const trusting = { ...familiar, consultationsRated: 2, hasValidRiskAssessment: true };
const order: StageCode[] = ['STRANGER', 'WEAK_TIE', 'FAMILIAR', 'TRUSTING', 'CO_CREATING'];

describe('relation stage', () => {
  it.each([
    [nothing, 'STRANGER'],
    [tied, 'WEAK_TIE'],
    [{ ...familiar, kinds60d: 2 }, 'WEAK_TIE'],
    [{ ...familiar, pathsFinished: 0 }, 'WEAK_TIE'],
    [familiar, 'FAMILIAR'],
    [{ ...trusting, consultationsRated: 1 }, 'FAMILIAR'],
    [{ ...trusting, hasValidRiskAssessment: false }, 'FAMILIAR'],
    [trusting, 'TRUSTING'],
    [{ ...trusting, coCreations: 1 }, 'CO_CREATING'],
    [{ ...nothing, kinds60d: 9, pathsFinished: 9, consultationsRated: 9, coCreations: 9 }, 'STRANGER'],
  ])('of %j is %s', (facts, stage) => {
    expect(relationStage(facts).stage).toBe(stage);
  });

  it('names the next stage with what is there and what it takes', () => {
    expect(relationStage({ ...tied, kinds60d: 2 })).toEqual({
      stage: 'WEAK_TIE',
      next: {
        stage: 'FAMILIAR',
        steps: [
          { code: 'kinds_60d', have: 2, need: 3 },
          { code: 'paths_finished', have: 0, need: 1 },
        ],
      },
    });
    expect(relationStage({ ...trusting, coCreations: 1 }).next).toBeNull();
  });

  it('never falls, whatever becomes of the facts', () => {
    const facts = fc.record({
      isTied: fc.boolean(),
      kinds60d: fc.nat(5),
      pathsFinished: fc.nat(2),
      consultationsRated: fc.nat(3),
      hasValidRiskAssessment: fc.boolean(),
      coCreations: fc.nat(2),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom(...order), (now, previous) => {
        const { stage, next } = relationStage(now, previous);
        expect(order.indexOf(stage)).toBeGreaterThanOrEqual(order.indexOf(previous));
        expect(next?.stage).toBe(order[order.indexOf(stage) + 1]);
      }),
      { seed: 6 },
    );
  });

  it('keeps a stage once reached although its 60 days have passed, and goes on from there', () => {
    expect(relationStage(nothing, 'FAMILIAR').stage).toBe('FAMILIAR');
    expect(relationStage({ ...trusting, kinds60d: 0 }, 'FAMILIAR').stage).toBe('TRUSTING');
  });
});
