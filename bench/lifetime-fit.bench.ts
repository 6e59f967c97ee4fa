import { fitBgNbd, fitGammaGamma, fitParetoNbd, type RepeatHistory } from '../shared/src/rfm/index.ts';
import { seededRandom } from '../shared/src/rfm/lifetime/testing/random-draws.ts';
import { simulateCustomers } from '../shared/src/rfm/lifetime/testing/simulate-customers.ts';
import type { Bench } from '../tools/bench.ts';

const CUSTOMERS = 2357;

/** As many customers as the CDNOW panel has, drawn from its published parameters, on whole days. */
function panel(): RepeatHistory[] {
  const wholeDays = (weeks: number): number => Math.ceil(weeks * 7) / 7;
  return simulateCustomers(seededRandom(1997), {
    purchases: { kind: 'pareto-nbd', r: 0.553, alphaWeeks: 10.578, s: 0.606, betaWeeks: 11.669 },
    spend: { p: 6.25, q: 3.74, vFen: 1544 },
    customers: CUSTOMERS,
    weeksObserved: { from: 27, to: 39 },
    horizonWeeks: 1,
  }).map(({ history }) => ({
    ...history,
    weeksFirstToLast: wholeDays(history.weeksFirstToLast),
    weeksObserved: wholeDays(history.weeksObserved),
  }));
}

export const bench: Bench = {
  name: 'lifetime-fit',
  measures: `Fitting BG/NBD, Pareto/NBD and Gamma-Gamma, one after the other, to ${CUSTOMERS} customers`,
  unit: 's',
  bound: 2,
  runs: 5,
  measure: async () => {
    const histories = panel();
    const started = performance.now();
    for (const fit of [fitBgNbd, fitParetoNbd, fitGammaGamma]) {
      const { outcome } = fit(histories);
      if (outcome !== 'fitted') throw new Error(`${fit.name}: ${outcome}`);
    }
    return (performance.now() - started) / 1000;
  },
};
