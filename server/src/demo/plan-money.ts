import type { DemoPurchase } from './demo-member.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a member has at the firm and has bought over two years. */
export interface DemoMoney {
  readonly purchases: readonly DemoPurchase[];
  readonly holdingFen: number;
}

/** Share of members with means: more than a market has, so that screens are not empty. */
const AFFLUENT_SHARE = 0.1;
/** Amounts that stand exactly on a cut of the paper's table, yuan. */
const CUTS_YUAN = [10_000, 50_000, 100_000] as const;

/** Assets are log-normal as depositories count them, buyers a minority, purchases few and heavy-tailed. */
export function planMoney(random: SeededRandom, registeredDaysAgo: number): DemoMoney {
  const isAffluent = random.chance(AFFLUENT_SHARE);
  const assetsYuan = isAffluent ? random.lognormal(800_000, 1) : random.lognormal(20_000, 1.6);
  const holdingFen = Math.round(assetsYuan * 100);
  if (!random.chance(isAffluent ? 0.8 : 0.45)) return { purchases: [], holdingFen };
  return { holdingFen, purchases: random.chance(0.12) ? planPlan(random, assetsYuan) : planBuys() };

  function planBuys(): readonly DemoPurchase[] {
    const reach = Math.min(730, Math.max(30, registeredDaysAgo));
    return Array.from({ length: random.int(1, 6) }, () => {
      // Small shares of the assets are common, large ones rare.
      const share = random.next() * random.next() * 0.5;
      const yuan = random.chance(0.02) ? random.pick(CUTS_YUAN) : Math.max(10, assetsYuan * share);
      return purchaseOf(random, random.int(1, reach), yuan);
    });
  }
}

/** A regular plan: weekly, monthly or daily. */
function planPlan(random: SeededRandom, assetsYuan: number): readonly DemoPurchase[] {
  const every = random.pick([1, 7, 7, 7, 7, 30, 30, 30, 30, 30]);
  const ticketYuan = Math.max(10, Math.round((assetsYuan * every) / 3000));
  const count = Math.floor(random.int(60, every === 1 ? 180 : 700) / every);
  return Array.from({ length: count }, (_, index) => purchaseOf(random, 1 + index * every, ticketYuan));
}

function purchaseOf(random: SeededRandom, daysAgo: number, amountYuan: number): DemoPurchase {
  const amountFen = Math.round(amountYuan * 100);
  // A few benefits are clawed back.
  const rate = random.chance(0.01) ? -0.001 : 0.002 + random.next() * 0.008;
  const purchase = {
    daysAgo,
    secondOfDay: random.chance(0.01) ? random.pick([0, 86_399]) : random.int(34_200, 54_000),
    productCode: random.pick(['FUND-INDEX', 'FUND-BALANCED', 'FUND-BOND', 'ADVISORY-A']),
    amountFen,
    benefitFen: Math.round(amountFen * rate),
  };
  if (daysAgo > 1 && random.chance(0.004))
    return { ...purchase, refundedDaysAgo: random.int(1, daysAgo - 1) };
  return random.chance(0.01) ? { ...purchase, isToldTwice: true } : purchase;
}
