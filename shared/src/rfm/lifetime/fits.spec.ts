import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import {
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  lifetimeRules,
  spendCorrelation,
  type BgNbd,
  type GammaGamma,
  type ParetoNbd,
  type RepeatHistory,
} from '../index.ts';
import { bgNbdLogLikelihood } from './bg-nbd-log-likelihood.ts';
import { paretoNbdLogLikelihood } from './pareto-nbd-log-likelihood.ts';
import { seededRandom } from './testing/random-draws.ts';
import { simulateCustomers } from './testing/simulate-customers.ts';

const bgNbd: BgNbd = { kind: 'bg-nbd', r: 1.5, alphaWeeks: 8, a: 0.8, b: 8 };
const paretoNbd: ParetoNbd = { kind: 'pareto-nbd', r: 1.2, alphaWeeks: 8, s: 0.8, betaWeeks: 20 };
const spend: GammaGamma = { p: 6.25, q: 3.74, vFen: 154_400 };

const cohort = (purchases: BgNbd | ParetoNbd, customers: number, seed: number): RepeatHistory[] =>
  simulateCustomers(seededRandom(seed), {
    purchases,
    spend,
    customers,
    weeksObserved: { from: 30, to: 60 },
    horizonWeeks: 1,
  }).map(({ history }) => history);

const bgCohort = cohort(bgNbd, 2000, 1);
const paretoCohort = cohort(paretoNbd, 2000, 2);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('fits by maximum likelihood', () => {
  // Wilks: twice the gain over the true parameters is chi-squared with 4 degrees of freedom; 18.5 has 0.1 %.
  it('B-06 finds BG/NBD parameters that are likelier than the true ones, but not by more than chance', () => {
    const fit = fitBgNbd(bgCohort);
    if (fit.outcome !== 'fitted') throw new Error(fit.reason);
    const gain = fit.logLikelihood - sum(bgCohort.map((history) => bgNbdLogLikelihood(bgNbd, history)));
    expect(gain).toBeGreaterThan(0);
    expect(gain).toBeLessThan(18.5 / 2);
    expect(Math.abs(Math.log(fit.model.r / bgNbd.r))).toBeLessThan(0.25);
    expect(Math.abs(Math.log(fit.model.alphaWeeks / bgNbd.alphaWeeks))).toBeLessThan(0.25);
  });

  it('B-06 finds Pareto/NBD parameters that are likelier than the true ones, but not by more than chance', () => {
    const fit = fitParetoNbd(paretoCohort);
    if (fit.outcome !== 'fitted') throw new Error(fit.reason);
    const truth = sum(paretoCohort.map((history) => paretoNbdLogLikelihood(paretoNbd, history)));
    expect(fit.logLikelihood - truth).toBeGreaterThan(0);
    expect(fit.logLikelihood - truth).toBeLessThan(18.5 / 2);
    expect(Math.abs(Math.log(fit.model.r / paretoNbd.r))).toBeLessThan(0.25);
    expect(Math.abs(Math.log(fit.model.alphaWeeks / paretoNbd.alphaWeeks))).toBeLessThan(0.25);
  });

  it('B-06 finds the spend of a cohort, and little correlation where there is none', () => {
    const fit = fitGammaGamma(bgCohort);
    if (fit.outcome !== 'fitted') throw new Error(fit.reason);
    const { p, q, vFen } = fit.model;
    expect((p * vFen) / (q - 1) / ((spend.p * spend.vFen) / (spend.q - 1))).toBeCloseTo(1, 1);
    expect(Math.abs(Math.log(q / spend.q))).toBeLessThan(0.25);
    expect(Math.abs(fit.correlation ?? NaN)).toBeLessThan(0.1);
  });

  it('B-06 fits the same model to days as to weeks, and to yuan as to fen', () => {
    const days = bgCohort.map((history) => ({
      ...history,
      weeksFirstToLast: history.weeksFirstToLast * 7,
      weeksObserved: history.weeksObserved * 7,
      repeatAmountFen: fen(history.repeatAmountFen * 100),
    }));
    const [weekly, daily] = [fitBgNbd(bgCohort), fitBgNbd(days)];
    const [inFen, inHundredths] = [fitGammaGamma(bgCohort), fitGammaGamma(days)];
    if (weekly.outcome !== 'fitted' || daily.outcome !== 'fitted') throw new Error('not fitted');
    if (inFen.outcome !== 'fitted' || inHundredths.outcome !== 'fitted') throw new Error('not fitted');
    expect(daily.model.alphaWeeks / weekly.model.alphaWeeks).toBeCloseTo(7, 2);
    expect(daily.model.r).toBeCloseTo(weekly.model.r, 3);
    expect(daily.model.a).toBeCloseTo(weekly.model.a, 3);
    expect(inHundredths.model.vFen / inFen.model.vFen).toBeCloseTo(100, 1);
    expect(inHundredths.model.p).toBeCloseTo(inFen.model.p, 2);
  });

  it('B-06 does not care about the order of customers', () => {
    const fit = fitParetoNbd(paretoCohort);
    const reversed = fitParetoNbd([...paretoCohort].reverse());
    if (fit.outcome !== 'fitted' || reversed.outcome !== 'fitted') throw new Error('not fitted');
    expect(reversed.model.r).toBeCloseTo(fit.model.r, 3);
    expect(reversed.logLikelihood).toBeCloseTo(fit.logLikelihood, 4);
  });

  it('B-06 says what is missing instead of fitting too few customers, repeat buyers or weeks', () => {
    const oneTime = { repeatPurchases: 0, weeksFirstToLast: 0, weeksObserved: 40, repeatAmountFen: fen(0) };
    for (const fit of [fitBgNbd, fitParetoNbd]) {
      expect(fit(bgCohort.slice(0, 499))).toEqual({
        outcome: 'not_enough_history',
        reason: 'too_few_customers',
        have: 499,
        need: 500,
      });
      expect(fit(new Array(600).fill(oneTime))).toMatchObject({
        reason: 'too_few_repeat_buyers',
        have: 0,
        need: 200,
      });
      const young = bgCohort.map((history) => ({
        ...history,
        weeksFirstToLast: history.weeksFirstToLast / 3,
        weeksObserved: history.weeksObserved / 3,
      }));
      expect(fit(young)).toMatchObject({ reason: 'cohort_too_young', need: 26 });
    }
    expect(fitGammaGamma(new Array(600).fill(oneTime))).toMatchObject({ reason: 'too_few_repeat_buyers' });
  });

  it('B-06 says that the likelihood has no maximum when everybody buys alike', () => {
    const alike = bgCohort.slice(0, 600).map((_, index) => ({
      repeatPurchases: 10,
      weeksFirstToLast: 36 + (index % 7) / 7,
      weeksObserved: 38,
      repeatAmountFen: fen(10 * 5000 + (index % 3)),
    }));
    const refusal = { outcome: 'not_enough_history', reason: 'no_maximum', have: null, need: null };
    expect(fitBgNbd(alike)).toEqual(refusal);
    expect(fitParetoNbd(alike)).toEqual(refusal);
    expect(fitGammaGamma(alike)).toEqual(refusal);
  });

  it('B-06 ends with usable figures or a refusal for any cohort, however odd', () => {
    const anyRules = { ...lifetimeRules, customers: 1, repeatBuyers: 1, cohortWeeks: 0 };
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            x: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 500 })),
            share: fc.double({ min: 0.001, max: 1, noNaN: true }),
            weeks: fc.double({ min: 0.01, max: 500, noNaN: true }),
            amount: fc.integer({ min: 1, max: 1_000_000_000 }),
          }),
          { minLength: 1, maxLength: 40 },
        ),
        (customers) => {
          const histories = customers.map(({ x, share, weeks, amount }) => ({
            repeatPurchases: x,
            weeksFirstToLast: x === 0 ? 0 : share * weeks,
            weeksObserved: weeks,
            repeatAmountFen: fen(x === 0 ? 0 : amount),
          }));
          for (const fit of [fitBgNbd, fitParetoNbd, fitGammaGamma]) {
            const answer = fit(histories, anyRules);
            outcomes.add(answer.outcome === 'fitted' ? fit.name : answer.reason);
            if (answer.outcome !== 'fitted') continue;
            const { kind: _kind, ...parameters } = { kind: '', ...answer.model };
            expect(Object.values(parameters).every((each) => each > 0 && Number.isFinite(each))).toBe(true);
            expect(Number.isFinite(answer.logLikelihood)).toBe(true);
          }
        },
      ),
      { seed: 6, numRuns: 60 },
    );
    expect([...outcomes]).toEqual(expect.arrayContaining(['fitGammaGamma', 'no_maximum']));
  });

  it('B-06 passes over repeat buyers whose money does not add up to more than nothing', () => {
    const refunded = { repeatPurchases: 2, weeksFirstToLast: 3, weeksObserved: 40, repeatAmountFen: fen(-1) };
    const buyers = bgCohort.filter(({ repeatPurchases }) => repeatPurchases > 0);
    expect(fitGammaGamma([...bgCohort, refunded])).toMatchObject({
      outcome: 'fitted',
      customers: 2001,
      repeatBuyers: buyers.length,
    });
  });

  it('B-06 refuses a history that no customer can have', () => {
    const impossible = { ...(bgCohort[0] ?? bgCohort[1]!), weeksFirstToLast: 99 };
    expect(() => fitBgNbd([...bgCohort, impossible], lifetimeRules)).toThrow(RangeError);
    expect(() => fitGammaGamma([...bgCohort, impossible])).toThrow(RangeError);
  });

  it('B-06 knows no correlation where nothing varies', () => {
    const buyer = (repeatPurchases: number, amount: number) => ({
      repeatPurchases,
      repeatAmountFen: fen(amount),
    });
    expect(spendCorrelation([])).toBeNull();
    expect(spendCorrelation([buyer(1, 5), buyer(1, 9)])).toBeNull();
    expect(spendCorrelation([buyer(1, 5), buyer(2, 10)])).toBeNull();
    expect(spendCorrelation([buyer(1, 5), buyer(2, 20), buyer(3, 45)])).toBeCloseTo(1, 12);
  });
});
