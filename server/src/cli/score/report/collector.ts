import type { Fen } from '@siyu/shared/money';
import { Histogram } from './histogram.ts';
import { countScale, dayScale, moneyScale } from './scale.ts';
import type { Part } from './score-report.ts';

/** What every model tells of a customer. */
export interface Scored {
  readonly recencyDays: number | null;
  readonly purchases: number;
  readonly amountFen: Fen;
}

/** Sums and histograms of the scored customers: a few kilobytes, however many they are. */
export class Collector {
  customers = 0;
  withPurchase = 0;
  purchases = 0;
  amountFen = 0n;
  readonly amounts = new Histogram(moneyScale.edges);
  readonly counts = new Histogram(countScale.edges);
  readonly days = new Histogram(dayScale.edges);
  /** Customers by class of amount and class of frequency. */
  readonly cells: readonly number[][];
  private readonly partSums: Map<string, { customers: number; amountFen: bigint }>;

  /** @param parts codes of the groups or segments, in the order in which they are shown */
  constructor(parts: readonly string[], classes: number) {
    this.partSums = new Map(parts.map((code) => [code, { customers: 0, amountFen: 0n }]));
    this.cells = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  }

  /** @param cell classes of amount and of frequency, 1 lowest; null for a customer who has none */
  add(scored: Scored, part: string, cell: readonly [amount: number, frequency: number] | null): void {
    this.customers += 1;
    if (scored.purchases > 0) this.withPurchase += 1;
    this.purchases += scored.purchases;
    this.amountFen += BigInt(scored.amountFen);
    this.amounts.add(scored.amountFen);
    this.counts.add(scored.purchases);
    this.days.add(scored.recencyDays ?? -1);
    const sums = this.partSums.get(part);
    if (sums === undefined) throw new Error(`no such part: ${part}`);
    sums.customers += 1;
    sums.amountFen += BigInt(scored.amountFen);
    if (cell === null) return;
    const row = this.cells[cell[0] - 1] ?? [];
    row[cell[1] - 1] = (row[cell[1] - 1] ?? 0) + 1;
  }

  partsNamed(nameOf: (code: string) => string): Part[] {
    return [...this.partSums].map(([code, sums]) => ({ name: nameOf(code), ...sums }));
  }
}
