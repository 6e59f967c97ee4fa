import { addPurchase, KnownFacts, noMeasures, type AfbMeasures, type Purchase } from '@siyu/shared/rfm';
import type { EpochDay } from '@siyu/shared/time';
import { readPurchase, type PurchaseColumns } from './purchase-line.ts';

/** Sums of a file of purchases by customer: all that is kept of its lines. */
export class PurchaseSums {
  readonly customers = new Map<string, AfbMeasures>();
  private readonly known = new KnownFacts();
  private repeatedLines = 0;

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
    const isNew = this.isNew(customerId, purchase);
    if (isNew === null) return 'this id stands on an earlier line with other content';
    if (!isNew) {
      this.repeatedLines += 1;
      return null;
    }
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

  /** Says how many lines were told again, when the file has ids. */
  notes(): readonly string[] {
    const { repeated } = this;
    return repeated === null ? [] : [`lines that repeat an id and count once: ${repeated}`];
  }

  /** Lines told again; null when the file has no ids. */
  get repeated(): number | null {
    return this.columns.id === -1 ? null : this.repeatedLines;
  }

  of(customerId: string): AfbMeasures {
    return this.customers.get(customerId) ?? noMeasures;
  }

  /** Null when the id was told before of another purchase or customer. */
  private isNew(customerId: string, purchase: Purchase): boolean | null {
    try {
      return this.known.isNew({ customerId, ...purchase });
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }
}
