import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatAmount, formatCount } from '../../format/figures.ts';
import { percentSaid } from '../../format/shares.ts';
import { intervalPlaces } from '../../list/interval-places.ts';
import { type CountedEffect, effectSentences } from './effect-sentences.ts';

const counted = (change: Partial<CountedEffect> = {}): CountedEffect => ({
  countedAt: '2027-03-02T01:00:00.000Z',
  since: '2027-01-01T01:00:00.000Z',
  holdoutPercent: 5,
  isSameTopic: true,
  rewarded: { people: 1_900, ripe: 1_000, learned: 300 },
  heldOut: { people: 100, ripe: 50, learned: 4 },
  isRatioSuspicious: false,
  difference: { share: 0.22, low: 0.112, high: 0.274 },
  spentFen: 100_000,
  costFen: { each: 455, least: 365, most: 893 },
  ...change,
});

describe('the sentences of an effect', () => {
  it('H-05 say whether people learned, by how much, at what cost, and whether the lot divided them', () => {
    expect(effectSentences(counted())).toEqual({
      conclusion:
        '有用：能得到的客户里有 30.0% 后来学会了，对照的客户里有 8.0%，多 22.0 个百分点，95% 的区间是多 11.2 个百分点到多 27.4 个百分点。',
      cost: '满期的客户一共花了 1,000.00 元，多一位学会的客户花 4.55 元，95% 的区间是 3.65 元 到 8.93 元。',
      ratio: '做到过的 2,000 位客户里，留出作对照的有 100 位，占 5.0%，应当是 5%，在偶然的范围内。',
      meant: '学会了是指：第一次做到以后的第 30 到 60 天里，通过了同一主题的测验，答对至少 60%。',
    });
    const unclear = counted({
      difference: { share: 0.02, low: -0.09, high: 0.1 },
      costFen: { each: null, least: 1_000, most: null },
      isSameTopic: false,
    });
    expect(effectSentences(unclear)).toMatchObject({
      conclusion: expect.stringContaining('分不出有没有用'),
      cost: '满期的客户一共花了 1,000.00 元，多一位学会的客户至少花 10.00 元，也可能一位都没有多。',
      meant: expect.stringContaining('任何一个主题'),
    });
    const nothing = { difference: null, costFen: { each: null, least: null, most: null } };
    const few = { people: 12, ripe: 3, learned: null };
    expect(effectSentences(counted({ ...nothing, heldOut: few }))).toMatchObject({
      conclusion:
        '人还太少，看不出有没有用：两边都要有至少 20 位满 60 天的客户，现在能得到的有 1,000 位，对照有 3 位。',
      cost: null,
    });
    expect(effectSentences(counted({ ...nothing, isRatioSuspicious: true }))).toMatchObject({
      conclusion: '两边人数的比例不对，先不要拿两边相比。',
      cost: null,
      ratio: expect.stringContaining('偶然不会差这么多'),
    });
  });

  const people = fc.nat(200_000);
  const arm = fc.record({
    people,
    ripe: fc.integer({ min: 20, max: 200_000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const anyEffect: fc.Arbitrary<CountedEffect> = fc
    .record({
      rewarded: arm,
      heldOut: arm,
      spentFen: fc.nat(10_000_000),
      below: fc.integer({ min: 1, max: 999 }).map((each) => each / 1_000),
      above: fc.integer({ min: 1, max: 999 }).map((each) => each / 1_000),
      kind: fc.constantFrom('told', 'few', 'suspicious'),
      holdoutPercent: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ rewarded, heldOut, spentFen, below, above, kind, holdoutPercent }) => {
      const isTold = kind === 'told';
      const side = ({ people: all, ripe, part }: typeof rewarded) => ({
        people: all,
        ripe,
        learned: kind === 'few' ? null : Math.floor(part * ripe),
      });
      const [one, other] = [side(rewarded), side(heldOut)];
      const share = (one.learned ?? 0) / one.ripe - (other.learned ?? 0) / other.ripe;
      const [low, high] = [share - below, share + above];
      const at = (difference: number) =>
        isTold && difference > 0 ? Math.round(spentFen / (difference * one.ripe)) : null;
      return counted({
        rewarded: one,
        heldOut: other,
        spentFen,
        holdoutPercent,
        isRatioSuspicious: kind === 'suspicious',
        difference: isTold ? { share, low, high } : null,
        costFen: { each: low > 0 ? at(share) : null, least: at(high), most: at(low) },
      });
    });

  it('H-05 no sentence of an effect says a number or a direction that its figures do not hold', () => {
    fc.assert(
      fc.property(anyEffect, (of) => {
        const { rewarded, heldOut, difference, costFen, spentFen, holdoutPercent } = of;
        const all = rewarded.people + heldOut.people;
        const known = new Set([
          ...['95', '30', '60', '20'],
          ...[rewarded.people, heldOut.people, rewarded.ripe, heldOut.ripe, all, holdoutPercent].map(
            formatCount,
          ),
          ...[spentFen, ...Object.values(costFen)].map((fen) => formatAmount(fen ?? 0).replace(' 元', '')),
          ...[
            (rewarded.learned ?? 0) / rewarded.ripe,
            (heldOut.learned ?? 0) / heldOut.ripe,
            heldOut.people / Math.max(1, all),
            ...Object.values(difference ?? {}),
          ].map((share) => percentSaid(share).replace('%', '')),
        ]);
        const said = effectSentences(of);
        for (const sentence of Object.values(said).filter((each) => each !== null)) {
          expect(sentence).not.toMatch(/NaN|Infinity|undefined|null|-\d|！|!/);
          expect(sentence.endsWith('。')).toBe(true);
          for (const number of sentence.match(/\d[\d,]*(\.\d+)?/g) ?? []) expect(known).toContain(number);
        }
        expect(said.conclusion.startsWith('有用')).toBe(difference !== null && difference.low > 0);
        expect(said.conclusion.startsWith('适得其反')).toBe(difference !== null && difference.high < 0);
        expect(said.cost === null).toBe(difference === null);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('H-05 the interval is drawn beside no difference, from left to right', () => {
    expect(intervalPlaces({ share: 0.2, low: 0.1, high: 0.3 }, 100)).toEqual({
      none: 8,
      low: 36,
      share: 64,
      high: 92,
    });
    expect(intervalPlaces({ share: -0.1, low: -0.3, high: 0.1 }, 100)).toEqual({
      none: 71,
      low: 8,
      share: 50,
      high: 92,
    });
    expect(intervalPlaces({ share: 0, low: 0, high: 0 }, 100)).toEqual({
      none: 50,
      low: 50,
      share: 50,
      high: 50,
    });
  });
});
