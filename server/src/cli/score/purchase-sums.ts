import { addPurchase, noMeasures, type AfbMeasures } from '@siyu/shared/rfm';
import type { EpochDay } from '@siyu/shared/time';
import { readPurchase, type PurchaseColumns } from './purchase-line.ts';

/** Sums of a file of purchases by customer: all that is kept of its lines. */
export class PurchaseSums {
  readonly customers = new Map<string, AfbMeasures>();

  /** @param windowDays civil days before asOf; null for all history */
  constructor(
    private readonly columns: PurchaseColumns,
    private readonly asOf: EpochDay,
    private readonly windowDays: number | null,
  ) {}

  /** Adds a line to its customer; returns the reason when it cannot. */
  addLine(text: string): string | null {
    const line = readPurchase(text, this.columns);
    if ('reason' in line) return line.reason;
    const { customerId, purchase } = line;
    try {
      const sums = addPurchase(
        this.of(customerId),
        purchase,
        this.asOf,
        this.windowDays ?? Number.POSITIVE_INFINITY,
      );
      this.customers.set(customerId, sums);
      return null;
    } catch (error) {
      if (error instanceof RangeError) return 'the sum of this customer would leave the exact range';
      throw error;
    }
  }

  of(customerId: string): AfbMeasures {
    return this.customers.get(customerId) ?? noMeasures;
  }
}
