import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, epochDay, type EpochDay } from '../../time/index.ts';
import {
  relationOn,
  relationStage,
  type DatedFact,
  type RelationFacts,
  type RelationHistory,
  type StageCode,
} from '../index.ts';
import { historyOf, PROPERTY_RUNS, relationSubject } from '../testing/subjects.ts';

const asOf = epochDay(20_781);
const nothing: RelationHistory = {
  ties: [],
  interactions: [],
  pathsFinished: [],
  consultationsRated: [],
  riskAssessments: [],
  coCreations: [],
};

const ago = (days: number) => addDays(asOf, -days);
const fact = (factId: string, daysAgo: number): DatedFact => ({ factId, on: ago(daysAgo) });
const tie = (daysAgo: number, endedDaysAgo: number | null = null) => ({
  ...fact(`tie-${daysAgo}`, daysAgo),
  endedOn: endedDaysAgo === null ? null : ago(endedDaysAgo),
});
const did = (kind: string, daysAgo: number) => ({ ...fact(`${kind}-${daysAgo}`, daysAgo), kind });
const assessed = (daysAgo: number, validDays: number) => ({
  ...fact(`risk-${daysAgo}`, daysAgo),
  validUntil: ago(daysAgo - validDays),
});

/** Tied 200 days ago; three kinds within 60 days and a path finished, 100 days ago. */
const familiar: RelationHistory = {
  ...nothing,
  ties: [tie(200)],
  interactions: [did('learning', 150), did('answering', 120), did('replying', 100)],
  pathsFinished: [fact('path', 110)],
};

describe('relation stage from dated facts', () => {
  it('B-03 a stranger has no evidence and is told what comes next', () => {
    expect(relationOn(nothing, asOf)).toEqual({
      asOf,
      stage: 'STRANGER',
      next: { stage: 'WEAK_TIE', steps: [{ code: 'tied', have: 0, need: 1 }] },
      reached: [],
      nextChangeOn: null,
    });
  });

  it('B-03 names for each stage the day it was reached and the facts that proved it', () => {
    const history: RelationHistory = {
      ...familiar,
      consultationsRated: [fact('c-3', 10), fact('c-1', 40), fact('c-2', 30)],
      riskAssessments: [assessed(35, 365)],
      coCreations: [fact('answer', 5)],
    };
    expect(relationOn(history, asOf).reached).toEqual([
      { stage: 'WEAK_TIE', reachedOn: ago(200), proof: [{ code: 'tied', factIds: ['tie-200'] }] },
      {
        stage: 'FAMILIAR',
        reachedOn: ago(100),
        proof: [
          { code: 'kinds_60d', factIds: ['learning-150', 'answering-120', 'replying-100'] },
          { code: 'paths_finished', factIds: ['path'] },
        ],
      },
      {
        stage: 'TRUSTING',
        reachedOn: ago(30),
        proof: [
          { code: 'consultations_rated', factIds: ['c-1', 'c-2'] },
          { code: 'risk_assessment_valid', factIds: ['risk-35'] },
        ],
      },
      { stage: 'CO_CREATING', reachedOn: ago(5), proof: [{ code: 'co_creations', factIds: ['answer'] }] },
    ]);
  });

  it('B-03 keeps a stage although its 60 days have passed, the tie has ended and the assessment has expired', () => {
    const history = { ...familiar, ties: [tie(200, 90)], riskAssessments: [assessed(99, 20)] };
    expect(relationOn(history, asOf)).toMatchObject({
      stage: 'FAMILIAR',
      next: { stage: 'TRUSTING', steps: [{ have: 0 }, { code: 'risk_assessment_valid', have: 0, need: 1 }] },
    });
    expect(relationOn(history, ago(99)).stage).toBe('FAMILIAR');
    expect(relationOn(history, ago(100)).stage).toBe('WEAK_TIE');
  });

  it('B-03 does not join what never held at one time', () => {
    // The third kind came when the first had left its 60 days.
    const interactions = [did('learning', 150), did('answering', 120), did('replying', 89)];
    expect(relationOn({ ...familiar, interactions }, asOf).stage).toBe('WEAK_TIE');
    expect(
      relationOn({ ...familiar, interactions: [...interactions.slice(1), did('learning', 149)] }, asOf).stage,
    ).toBe('WEAK_TIE');
    expect(
      relationOn({ ...familiar, interactions: [...interactions.slice(1), did('learning', 148)] }, asOf).stage,
    ).toBe('FAMILIAR');
  });

  it('B-03 counts a kind once however often, from the day after it for 60 days', () => {
    const of = (...interactions: RelationHistory['interactions']) =>
      relationOn({ ...nothing, ties: [tie(300)], interactions }, asOf);
    expect(of(did('learning', 0)).next?.steps[0]?.have).toBe(0);
    expect(of(did('learning', 1), did('learning', 2), did('answering', 60)).next?.steps[0]?.have).toBe(2);
    expect(of(did('learning', 1), did('answering', 61)).next?.steps[0]?.have).toBe(1);
    expect(of(did('learning', 1), did('answering', 60)).nextChangeOn).toBe(asOf + 1);
    // Repeated in time, a kind does not leave.
    expect(of(did('learning', 60), did('learning', 1)).nextChangeOn).toBe(asOf + 60);
  });

  it('B-03 an assessment counts to the eve of its expiry', () => {
    const history = { ...familiar, riskAssessments: [assessed(1, 30)] };
    expect(relationOn(history, asOf)).toMatchObject({
      next: { steps: [{}, { have: 1 }] },
      nextChangeOn: asOf + 30,
    });
    expect(relationOn(history, addDays(asOf, 29)).next?.steps[1]?.have).toBe(1);
    expect(relationOn(history, addDays(asOf, 30)).next?.steps[1]?.have).toBe(0);
  });

  it('B-03 a stage held so far is not taken back by facts that no longer prove it, from its day on', () => {
    const held = { stage: 'FAMILIAR', reachedOn: ago(50) } as const;
    expect(relationOn(nothing, asOf, held)).toMatchObject({
      stage: 'FAMILIAR',
      reached: [{ stage: 'FAMILIAR', reachedOn: ago(50), proof: [] }],
      nextChangeOn: null,
    });
    expect(relationOn(nothing, ago(50), held)).toMatchObject({ stage: 'STRANGER', nextChangeOn: ago(49) });
    // What had expired before it was held does not help.
    const early = {
      ...nothing,
      consultationsRated: [fact('c-1', 90), fact('c-2', 80)],
      riskAssessments: [assessed(90, 20)],
    };
    expect(relationOn(early, asOf, held).stage).toBe('FAMILIAR');
    const renewed = { ...early, riskAssessments: [assessed(90, 60)] };
    expect(relationOn(renewed, asOf, held)).toMatchObject({
      stage: 'TRUSTING',
      reached: [{}, { stage: 'TRUSTING', reachedOn: ago(50) }],
    });
    const lower = { stage: 'WEAK_TIE', reachedOn: ago(5) } as const;
    expect(relationOn(familiar, asOf, lower).reached).toHaveLength(2);
  });

  it('B-03 the walk over change days is a climb day by day, counting afresh each time', () => {
    const counted = (history: RelationHistory, day: EpochDay): RelationFacts => {
      const past = (facts: readonly DatedFact[]) => facts.filter(({ on }) => on < day);
      const recent = history.interactions.filter(({ on }) => on < day && on >= day - 60);
      return {
        isTied: history.ties.some(({ on, endedOn }) => on < day && (endedOn === null || endedOn >= day)),
        kinds60d: new Set(recent.map(({ kind }) => kind)).size,
        pathsFinished: past(history.pathsFinished).length,
        consultationsRated: past(history.consultationsRated).length,
        // Valid on the last day that counts.
        hasValidRiskAssessment: history.riskAssessments.some(
          ({ on, validUntil }) => on < day && validUntil > day - 1,
        ),
        coCreations: past(history.coCreations).length,
      };
    };
    const stages = new Set<StageCode>();
    const rows = fc.array(relationSubject.row, { maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(rows, (given) => {
        const history = historyOf(given.map((row, nth) => relationSubject.told(row, `f-${nth}`)));
        let stage: StageCode = 'STRANGER';
        for (let day = ago(500); day <= addDays(asOf, 70); day = addDays(day, 1)) {
          const standing = relationStage(counted(history, day), stage);
          stage = standing.stage;
          if (day % 7 === 0) expect(relationOn(history, day)).toMatchObject(standing);
        }
        stages.add(stage);
      }),
      { ...PROPERTY_RUNS, numRuns: PROPERTY_RUNS.numRuns / 5 },
    );
    expect(stages.size).toBeGreaterThan(2);
  });
});
