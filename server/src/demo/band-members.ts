import { addDays, type EpochDay, formatDay } from '@siyu/shared/time';
import { type DemoMember, type DemoPurchase, newcomer } from './demo-member.ts';
import { advisersOfBranch } from './demo-staff.ts';

const yuan = 100;
const dayEdges = [0, 86_399] as const;

interface BandCase {
  readonly name: string;
  readonly purchases: readonly DemoPurchase[];
}

/** One purchase of an amount; first and last second of a Shanghai day are both tried. */
function once(name: string, amountYuan: number, benefitYuan = 0, daysAgo = 30): BandCase {
  return {
    name,
    purchases: [
      {
        daysAgo,
        secondOfDay: dayEdges[daysAgo % 2] ?? 0,
        productCode: 'FUND-INDEX',
        amountFen: Math.round(amountYuan * yuan),
        benefitFen: Math.round(benefitYuan * yuan),
      },
    ],
  };
}

/** As many small purchases as a frequency band needs, spread over the window. */
function often(name: string, count: number): BandCase {
  return {
    name,
    purchases: Array.from({ length: count }, (_, index) => ({
      daysAgo: 1 + (index % 360),
      secondOfDay: 34_200 + Math.floor(index / 360) * 60,
      productCode: 'PLAN-DAILY',
      amountFen: 20 * yuan,
      benefitFen: 1,
    })),
  };
}

/**
 * A market-like population leaves the upper bands of the paper's table empty, so these are made by hand:
 * every band of every axis, on its cuts and right below them, and a benefit below zero.
 */
const cases: readonly BandCase[] = [
  once('白静怡', 9_999.99, -500),
  once('蔡文博', 10_000, 9_999.99, 31),
  once('曹雪梅', 49_999.99, 10_000),
  once('戴立群', 50_000, 29_999.99, 31),
  once('丁若兰', 100_000, 30_000, 200),
  once('范子谦', 500_000, 100_000, 31),
  once('方晴', 999_999.99, 300_000, 120),
  once('傅明轩', 1_000_000, 500_000, 31),
  often('高远', 24),
  often('龚雨晴', 25),
  often('郭海涛', 61),
  often('韩冰', 122),
  often('贺子航', 609),
  often('侯佳音', 1217),
  // Outside every window: only recency sees it.
  once('胡锦程', 30_000, 0, 999),
];

/** The last 29 February, as far as there is one within three years. */
function leapDay(today: EpochDay): readonly BandCase[] {
  for (let daysAgo = 1; daysAgo <= 1096; daysAgo += 1)
    if (formatDay(addDays(today, -daysAgo)).endsWith('-02-29')) return [once('段闰生', 50_000, 0, daysAgo)];
  return [];
}

/** @param today day of loading */
export function bandMembers(today: EpochDay): readonly DemoMember[] {
  return [...cases, ...leapDay(today)].map(({ name, purchases }, index) => ({
    ...newcomer,
    key: `band-${index + 1}`,
    name,
    branch: index % 3,
    registeredDaysAgo: 1000,
    consents: ['SERVICE', 'PROFILING', 'SENSITIVE'],
    adviser: advisersOfBranch(index % 3)[0] ?? null,
    adviserDaysAgo: 900,
    isLinked: true,
    purchases,
    holdingFen: HOLDINGS_FEN[index % HOLDINGS_FEN.length] ?? 0,
  }));
}

/** On the cuts of the tiers and right below them, fen. */
const HOLDINGS_FEN = [499_999.99, 500_000, 5_999_999.99, 6_000_000].map((each) => Math.round(each * yuan));
