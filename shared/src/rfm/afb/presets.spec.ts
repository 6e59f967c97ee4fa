import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { epochDay } from '../../time/index.ts';
import {
  afb2023,
  afb2023Retail,
  decisionInput,
  equalWeights,
  groupOf,
  modelFaults,
  modelName,
  noMeasures,
  presetBook,
  relativeModel,
  scoreAfb2023,
  scoreMeasures,
  type Afb2023Model,
  type AfbMeasures,
  type GroupRule,
  type Purchase,
} from '../index.ts';

const asOf = epochDay(20_781);

function measured(purchases: number, amountFen: number, benefitFen = 0): AfbMeasures {
  return {
    purchases,
    amountFen: fen(amountFen),
    benefitFen: fen(benefitFen),
    lastPurchaseOn: purchases === 0 ? null : epochDay(asOf - 1),
  };
}

describe('presets', () => {
  it('B-02 a monthly plan, low under the bands of the paper, is a guided member of a retail branch', () => {
    const plan: Purchase[] = Array.from({ length: 12 }, (_, month) => ({
      on: epochDay(asOf - 1 - month * 30),
      amountFen: fen(100_000),
      benefitFen: fen(500),
    }));
    expect(scoreAfb2023(plan, asOf)).toMatchObject({
      amountBand: 2,
      frequencyBand: 1,
      benefitBand: 1,
      group: 'POTENTIAL',
    });
    expect(scoreAfb2023(plan, asOf, afb2023Retail)).toMatchObject({
      amountBand: 3,
      frequencyBand: 4,
      benefitBand: 3,
      group: 'KEY_GUIDE',
    });
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [11, 3],
    [12, 4],
    [52, 5],
    [242, 5],
    [243, 6],
  ])('B-02 %i purchases in a year are frequency band %i of the retail preset', (purchases, band) => {
    expect(scoreMeasures(measured(purchases, 0), asOf, afb2023Retail).frequencyBand).toBe(band);
  });

  it('B-02 a branch is scored by its own preset, else by that of the office above, else by that of the firm', () => {
    const district: Afb2023Model = { ...afb2023Retail, preset: 'tianhe', version: 3 };
    const presetOf = presetBook(afb2023, [
      { branchPath: '/gz/', model: afb2023Retail },
      { branchPath: '/gz/tianhe/', model: district },
    ]);
    const names = ['/gz/', '/gz/tianhe/', '/gz/tianhe/desk/', '/gz/yuexiu/', '/gzh/', '/sh/gz/', null].map(
      (path) => modelName(presetOf(path)),
    );
    expect(names).toEqual([
      'afb-2023/retail/1',
      'afb-2023/tianhe/3',
      'afb-2023/tianhe/3',
      'afb-2023/retail/1',
      'afb-2023/paper/1',
      'afb-2023/paper/1',
      'afb-2023/paper/1',
    ]);
    expect(presetBook(afb2023, [])('/gz/')).toBe(afb2023);
  });

  it('B-02 a book with a faulty preset, a broken path or two answers is not opened', () => {
    const of = (branchPath: string, model = afb2023) => [{ branchPath, model }];
    expect(() => presetBook({ ...afb2023, windowDays: 0 }, [])).toThrow(
      /^afb-2023\/paper\/1: windowDays is no/,
    );
    expect(() => presetBook(afb2023, of('/gz/', { ...afb2023, amountCuts: [] }))).toThrow(/amountCuts are 0/);
    expect(() => presetBook(afb2023, [...of('/gz/'), ...of('/gz/')])).toThrow('two presets for /gz/');
    for (const path of ['', '/', 'gz', '/gz', 'gz/', '//', '/g z/']) {
      expect(() => presetBook(afb2023, of(path))).toThrow(/^not the path of a branch/);
    }
  });
});

describe('a model before it goes live', () => {
  const { groups } = afb2023;
  const cases: [string, Partial<Afb2023Model>][] = [
    ['preset', { preset: 'Paper!' }],
    ['version', { version: 0 }],
    ['windowDays', { windowDays: 1.5 }],
    ['frequencyPerDays', { frequencyPerDays: 0 }],
    ['amountCuts', { amountCuts: [1, 5, 5, 50, 100].map(fen) }],
    ['frequencyCuts', { frequencyCuts: [2, 5, 10, 50] }],
    ['frequencyCuts', { frequencyCuts: [0.5, 1, 2, 3, 4] }],
    ['benefitCuts', { benefitCuts: [5, 4, 3, 2, 1].map(fen) }],
    ['groups.fHigh', { groups: { ...groups, fHigh: 7 } }],
    ['groups.aHigh', { groups: { ...groups, aHigh: 1 } }],
    ['groups.bHigh', { groups: { ...groups, bHigh: 2.5 } }],
    ['groups.recentDays', { groups: { ...groups, recentDays: 0 } }],
    ['weights.amount', { weights: { ...equalWeights, amount: -1 } }],
    ['weights', { weights: { ...equalWeights, amount: 0, frequency: 0, benefit: 0 } }],
  ];

  it.each(cases)('B-02 is told what is wrong with its %s', (field, change) => {
    expect(modelFaults({ ...afb2023, ...change }).map((fault) => fault.field)).toEqual([field]);
  });

  it('B-02 may go to the ends of every range', () => {
    const ends: Partial<Afb2023Model>[] = [
      { windowDays: 1, frequencyPerDays: 1 },
      { windowDays: 36_500, frequencyPerDays: 36_500 },
      { groups: { ...groups, fHigh: 2, aHigh: 2, bHigh: 2, recentDays: 1 } },
      { groups: { ...groups, fHigh: 6, aHigh: 6, bHigh: 6 } },
      { weights: { ...equalWeights, amount: 10 ** 12, frequency: 0, benefit: 0 } },
    ];
    for (const change of ends) expect(modelFaults({ ...afb2023, ...change })).toEqual([]);
    const beyond = { ...equalWeights, amount: 10 ** 12, frequency: 1, benefit: 0 };
    expect(modelFaults({ ...afb2023, weights: beyond })).toHaveLength(1);
  });

  it('B-02 household is off, and a configuration that asks for a roll-up is refused', () => {
    expect(afb2023.household).toBe('OFF');
    const configured: Afb2023Model = JSON.parse(JSON.stringify({ ...afb2023, household: 'SUM' }));
    expect(modelFaults(configured)).toEqual([
      { field: 'household', reason: 'asks for a roll-up, and members are scored one by one' },
    ]);
  });

  it('B-02 nothing is wrong with the presets, and frozen cuts may stand together', () => {
    expect([...modelFaults(afb2023), ...modelFaults(afb2023Retail)]).toEqual([]);
    const relative = relativeModel(afb2023, [noMeasures], asOf, 1);
    expect(modelFaults(relative)).toEqual([]);
    expect(modelFaults({ ...relative, frozenCuts: null }).length).toBe(3);
  });
});

describe('relative cuts', () => {
  const member = fc.record({
    purchases: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
    amountFen: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 ** 10 })).map(fen),
    benefitFen: fc.oneof(fc.constant(0), fc.integer({ min: -(10 ** 6), max: 10 ** 8 })).map(fen),
    lastPurchaseOn: fc.constant(null),
  });
  const population = fc.array(member, { minLength: 1, maxLength: 120 });

  it('B-02 are a dated version of the model, made of the members of one day', () => {
    const members = Array.from({ length: 101 }, (_, n) => measured(n, n * 100, n * 10));
    const base: Afb2023Model = {
      ...afb2023,
      windowDays: 90,
      groups: { ...afb2023.groups, rule: 'AMOUNT_FIRST' },
    };
    expect(relativeModel(base, members, asOf, 7)).toEqual({
      ...base,
      preset: 'relative',
      version: 7,
      amountCuts: [2001, 4001, 6001, 8001, 9501],
      frequencyCuts: [21, 41, 61, 81, 96],
      frequencyPerDays: 90,
      benefitCuts: [201, 401, 601, 801, 951],
      frozenCuts: { madeOn: asOf, members: 101, percents: [20, 40, 60, 80, 95] },
      groups: { rule: 'AMOUNT_FIRST', fHigh: 5, aHigh: 5, bHigh: 5, recentDays: 90 },
    });
    expect(() => relativeModel(base, [], asOf, 1)).toThrow(RangeError);
  });

  it('B-02 (e) a member above the quantile is high and one on it is not', () => {
    const model = relativeModel(
      afb2023,
      Array.from({ length: 101 }, (_, n) => measured(n, n * 100)),
      asOf,
      1,
    );
    const of = (purchases: number, amountFen: number) =>
      scoreMeasures(measured(purchases, amountFen), asOf, model);
    expect(of(80, 8000)).toMatchObject({ frequencyBand: 4, amountBand: 4, group: 'POTENTIAL' });
    expect(of(80, 8001)).toMatchObject({ frequencyBand: 4, amountBand: 5, group: 'KEY_DEVELOP' });
    expect(of(81, 8001)).toMatchObject({ frequencyBand: 5, amountBand: 5, group: 'KEY_GUIDE', isCore: true });
  });

  it('B-02 (e) the 432 cells of relative bands fall 144 / 96 / 96 / 96', () => {
    const { groups } = relativeModel(afb2023, [noMeasures], asOf, 1);
    const cells = { KEY_GUIDE: 0, KEY_DEVELOP: 0, POTENTIAL: 0, LONG_TAIL: 0 };
    for (const amountBand of [1, 2, 3, 4, 5, 6])
      for (const frequencyBand of [1, 2, 3, 4, 5, 6])
        for (const benefitBand of [1, 2, 3, 4, 5, 6])
          for (const recencyDays of [90, 91])
            cells[groupOf({ amountBand, frequencyBand, benefitBand, recencyDays }, groups).group] += 1;
    expect(Object.values(cells)).toEqual([144, 96, 96, 96]);
  });

  it('B-02 (e) at most a fifth of the firm is high on any axis, however many members tie', () => {
    fc.assert(
      fc.property(
        population,
        fc.constantFrom<GroupRule>('FREQUENCY_FIRST', 'GREATER_MARGIN'),
        (members, rule) => {
          const base = { ...afb2023, groups: { ...afb2023.groups, rule } };
          const model = relativeModel(base, members, asOf, 1);
          expect(modelFaults(model)).toEqual([]);
          const scored = members.map((each) => scoreMeasures(each, asOf, model));
          const most = Math.ceil((members.length - 1) / 5);
          for (const axis of ['amountBand', 'frequencyBand', 'benefitBand'] as const) {
            expect(scored.filter((each) => each[axis] >= 5).length).toBeLessThanOrEqual(most);
          }
        },
      ),
      { seed: 2 },
    );
  });

  it('B-02 equal measures have equal bands, more is never less, and the order of members is nothing', () => {
    fc.assert(
      fc.property(population, (members) => {
        const model = relativeModel(afb2023, members, asOf, 1);
        expect(relativeModel(afb2023, [...members].reverse(), asOf, 1)).toEqual(model);
        const scored = members
          .map((each) => scoreMeasures(each, asOf, model))
          .sort((a, b) => a.amountFen - b.amountFen);
        scored.forEach((each, at) => {
          const before = scored[at - 1];
          if (before === undefined) return;
          if (before.amountFen === each.amountFen) expect(each.amountBand).toBe(before.amountBand);
          expect(each.amountBand).toBeGreaterThanOrEqual(before.amountBand);
        });
      }),
      { seed: 2 },
    );
  });

  it('B-02 where nearly all have nothing, nothing is band 1 and nobody is high by tying', () => {
    const members = [
      ...Array.from({ length: 95 }, () => noMeasures),
      ...Array.from({ length: 5 }, () => measured(1, 1)),
    ];
    const model = relativeModel(afb2023, members, asOf, 1);
    expect(scoreMeasures(noMeasures, asOf, model)).toMatchObject({
      amountBand: 1,
      frequencyBand: 1,
      group: 'LONG_TAIL',
    });
    expect(model.frequencyCuts).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('what decided a group', () => {
  it('B-02 every input that can decide shows in its line of text, and nothing else does', () => {
    const text = (measures: AfbMeasures, model = afb2023, on = asOf) =>
      decisionInput(scoreMeasures(measures, on, model), model);
    const base = measured(2, 100, 3);
    const texts = [
      text(base),
      text({ ...base, purchases: 3 }),
      text({ ...base, amountFen: fen(101) }),
      text({ ...base, benefitFen: fen(4) }),
      text({ ...base, lastPurchaseOn: epochDay(asOf - 2) }),
      text({ ...base, lastPurchaseOn: null }),
      text(base, { ...afb2023, version: 2 }),
      text(base, { ...afb2023, preset: 'other' }),
      text(base, { ...afb2023, windowDays: 30 }),
      text(base, { ...afb2023, groups: { ...afb2023.groups, rule: 'AMOUNT_FIRST' } }),
      text(base, afb2023, epochDay(asOf + 1)),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    expect(text({ ...base })).toBe('afb-2023/paper/1|FREQUENCY_FIRST|2026-11-24|365|2|100|3|2026-11-23');
  });
});
