import { fen, type Fen } from '../../../money/index.ts';
import type { BgNbd } from '../bg-nbd.ts';
import type { GammaGamma } from '../gamma-gamma.ts';
import type { ParetoNbd } from '../pareto-nbd.ts';
import type { RepeatHistory } from '../repeat-history.ts';
import { drawBeta, drawExponential, drawGamma, type Random } from './random-draws.ts';

/** A customer who lives exactly as the models say: what is seen of him, and what he does afterwards. */
export interface SimulatedCustomer {
  readonly history: RepeatHistory;
  readonly future: {
    readonly purchases: number;
    readonly valueFen: Fen;
    /** His own long-run mean per purchase, fen. */
    readonly meanValueFen: number;
  };
}

interface Plan {
  readonly purchases: BgNbd | ParetoNbd;
  readonly spend: GammaGamma;
  readonly customers: number;
  /** Each customer's time since the first purchase is even between these. */
  readonly weeksObserved: { readonly from: number; readonly to: number };
  readonly horizonWeeks: number;
}

/** Draws a cohort from known parameters, for tests and benchmarks of the fits: no real person is in it. */
export function simulateCustomers(random: Random, plan: Plan): SimulatedCustomer[] {
  return Array.from({ length: plan.customers }, () => simulateCustomer(random, plan));
}

function simulateCustomer(random: Random, plan: Plan): SimulatedCustomer {
  const { from, to } = plan.weeksObserved;
  const weeksObserved = from + (to - from) * random();
  const times = purchaseTimes(random, plan.purchases, weeksObserved + plan.horizonWeeks);
  const { p, q, vFen } = plan.spend;
  const spread = drawGamma(random, q, vFen);
  const spendings = times.map((week) => ({
    week,
    fen: Math.max(1, Math.round(drawGamma(random, p, spread))),
  }));
  const seen = spendings.filter(({ week }) => week <= weeksObserved);
  const later = spendings.filter(({ week }) => week > weeksObserved);
  return {
    history: {
      repeatPurchases: seen.length,
      weeksFirstToLast: seen.at(-1)?.week ?? 0,
      weeksObserved,
      repeatAmountFen: sum(seen),
    },
    future: { purchases: later.length, valueFen: sum(later), meanValueFen: p / spread },
  };
}

function sum(spendings: readonly { readonly fen: number }[]): Fen {
  return fen(spendings.reduce((total, spending) => total + spending.fen, 0));
}

/** Weeks after the first purchase at which the repeat purchases before `end` fall. */
function purchaseTimes(random: Random, model: BgNbd | ParetoNbd, end: number): number[] {
  const rate = drawGamma(random, model.r, model.alphaWeeks);
  const stops = stopsAfter(random, model);
  const times: number[] = [];
  for (let week = drawExponential(random, rate); week <= end; week += drawExponential(random, rate)) {
    if (stops.before(week)) break;
    times.push(week);
    if (stops.afterPurchase()) break;
  }
  return times;
}

function stopsAfter(
  random: Random,
  model: BgNbd | ParetoNbd,
): { before: (week: number) => boolean; afterPurchase: () => boolean } {
  switch (model.kind) {
    case 'bg-nbd': {
      const chance = drawBeta(random, model.a, model.b);
      return { before: () => false, afterPurchase: () => random() < chance };
    }
    case 'pareto-nbd': {
      const stop = drawExponential(random, drawGamma(random, model.s, model.betaWeeks));
      return { before: (week) => week > stop, afterPurchase: () => false };
    }
  }
}
