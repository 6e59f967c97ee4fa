import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memberFields } from '../contracts/segment-fields.limits.ts';
import { awardFields, isMemberSafe } from '../contracts/award-fields.limits.ts';
import { CLIENT_EVENT_TYPES, SERVER_EVENT_TYPES } from '../contracts/engagement.limits.ts';
import { relationRules, relationStage, rfe, tieStrength } from '../rfm/index.ts';
import { basisOf, EARNING_EVENTS, guardItem, guardRule, type GuardContext } from './index.ts';
import { awardRule } from './testing/award-rules.ts';
import { guardCases, refusalsOf } from './testing/guard-cases.ts';

const CONTEXT: GuardContext = {
  yearlyCapFen: 20_000,
  pointCostMilliFen: 1_000,
  arePhysicalGiftsAllowed: false,
  items: new Map(),
};
const cases = guardCases(resolve(dirname(fileURLToPath(import.meta.url)), 'fixtures'));
const of = (verdict: string) => cases.filter((each) => each.verdict === verdict);

describe('the guard', () => {
  it('G-03 is tried on eighty forbidden and eighty allowed rules and items', () => {
    expect(of('forbidden').length).toBeGreaterThanOrEqual(80);
    expect(of('allowed').length).toBeGreaterThanOrEqual(80);
    expect(of('forbidden').filter(({ requirement }) => requirement === undefined)).toEqual([]);
  });

  it.each(of('forbidden').map((each) => [each.requirement, each.title, each] as const))(
    'G-03 %s refuses: %s',
    (requirement, _, each) => {
      const refusals = refusalsOf(each);
      expect(refusals.map((refusal) => refusal.requirement)).toContain(requirement);
      const places = refusals.map(({ place }) => place);
      expect(places.filter((place) => place.startsWith(each.place ?? ''))).not.toEqual([]);
    },
  );

  it.each(of('allowed').map((each) => [each.title, each] as const))('G-03 allows: %s', (_, each) => {
    expect(refusalsOf(each)).toEqual([]);
  });

  it('G-03 REQ-INC-2 a rule that was approved is refused at the award once the yearly cap is lower', () => {
    const rule = awardRule({ valueFen: 100, limits: { perWeek: 1 } });
    expect(guardRule(rule, CONTEXT)).toEqual([]);
    expect(guardRule(rule, { ...CONTEXT, yearlyCapFen: 2_000 })).toEqual([
      { requirement: 'REQ-INC-2', code: 'yearly_value', place: 'limits', what: '' },
    ]);
    // Or once a point costs more than it did.
    expect(guardRule(rule, { ...CONTEXT, pointCostMilliFen: 100_000 })).toHaveLength(1);
  });

  it('G-03 REQ-INC-3 a rule that holds out most is a lot for those who get something', () => {
    expect(guardRule(awardRule({ holdoutPercent: 20 }), CONTEXT)).toEqual([]);
    expect(guardRule(awardRule({ holdoutPercent: 99 }), CONTEXT)).toEqual([
      { requirement: 'REQ-INC-3', code: 'by_chance', place: 'holdoutPercent', what: '' },
    ]);
  });

  it('G-03 REQ-INC-7 what is meant for an adviser is no rule for members', () => {
    const refusals = guardRule({ ...awardRule(), adviserKpi: { perSale: 10 } }, CONTEXT);
    expect(refusals.map(({ requirement, place }) => [requirement, place])).toEqual([
      ['REQ-INC-1', 'adviserKpi'],
      ['REQ-INC-7', 'adviserKpi'],
    ]);
  });

  it('G-03 REQ-INC-1 of all events that are written down only the five of the list may earn', () => {
    const allowed = [...CLIENT_EVENT_TYPES, ...SERVER_EVENT_TYPES].filter(
      (when) => guardRule({ ...awardRule(), when }, CONTEXT).length === 0,
    );
    expect(allowed.sort()).toEqual([...EARNING_EVENTS].sort());
  });

  it('G-03 REQ-INC-1 of all that segments can ask a rule may ask for two, and somebody looked at each of the others', () => {
    const keys = [...memberFields.keys()];
    expect(keys.filter((key) => basisOf(key).length === 0)).toEqual(['stage', 'lessonsCompleted']);
    expect(keys.filter((key) => basisOf(key).includes('unknown_field'))).toEqual([]);
    expect(basisOf('constructor')).toEqual(['unknown_field']);
    // All that it may ask is the member's own learning, which they may see.
    expect([...awardFields.keys()].filter((key) => !isMemberSafe(key))).toEqual([]);
  });

  it('G-03 REQ-INC-1 what the guard says bands and stages rest on is what the models count', () => {
    const counted = rfe.rules.map(({ type }) => type);
    expect(counted).toEqual(expect.arrayContaining(['risk_assessed', 'kyc_updated', 'content_shared']));
    expect(tieStrength.commitment.repeatedType).toBe('purchase_confirmed');
    const everything = {
      isTied: true,
      kinds60d: 99,
      pathsFinished: 9,
      consultationsRated: 99,
      coCreations: 9,
    };
    const stageOf = (hasValidRiskAssessment: boolean) =>
      relationStage({ ...everything, hasValidRiskAssessment }, 'STRANGER', relationRules).stage;
    expect([stageOf(false), stageOf(true)]).toEqual(['FAMILIAR', 'CO_CREATING']);
  });

  it('G-03 whatever is no rule and no item is refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3, withNullPrototype: true }), (anything) => {
        expect(guardRule(anything, CONTEXT)).not.toEqual([]);
        expect(guardItem(anything, CONTEXT)).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('G-03 whatever is added to a good rule or changed into another type is refused', () => {
    const rule = awardRule();
    const known = Object.keys(rule).filter(
      (part) => !['ruleNo', 'version', 'name', 'stackingGroup'].includes(part),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(...known),
          fc.string({ minLength: 1 }).filter((part) => !(part in rule)),
        ),
        fc.oneof(fc.string(), fc.array(fc.anything()), fc.constant({}), fc.constant(true)),
        (part, value) => {
          fc.pre(part !== '__proto__' && !(part === 'when' && EARNING_EVENTS.some((each) => each === value)));
          expect(guardRule({ ...rule, [part]: value }, CONTEXT)).not.toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
