import type { QuintileMeasures, RfmQuintileModel } from '@siyu/shared/rfm';
import { findCustomerColumns, readCustomer } from './customer-line.ts';
import type { Header } from './header.ts';
import type { ScoreOptions } from './options.ts';
import { findPurchaseColumns } from './purchase-line.ts';
import { PurchaseSums } from './purchase-sums.ts';
import { ScoreFault } from './score-fault.ts';

/** Customers and their measures, whichever kind of file they come from. */
export interface QuintileSource {
  readonly kind: 'purchases' | 'customers';
  readonly addLine: (text: string) => string | null;
  readonly customerIds: () => Iterable<string>;
  readonly measuresOf: (customerId: string) => QuintileMeasures;
  readonly notes: () => readonly string[];
  readonly repeated: () => number | null;
}

/**
 * Tells by the header which kind of file it is.
 * @throws ScoreFault when it is neither, or could be both
 */
export function quintileSource(
  header: Header,
  options: ScoreOptions,
  model: RfmQuintileModel,
): QuintileSource {
  return hasOneLinePerCustomer(header, options)
    ? customerSource(header, options, model)
    : purchaseSource(header, options, model);
}

function hasOneLinePerCustomer({ input, names }: Header, { columns, named }: ScoreOptions): boolean {
  if (named.has('recency') || named.has('purchases')) return true;
  if (named.has('date') || named.has('id')) return false;
  const isPerCustomer = names.includes(columns.recency) && names.includes(columns.purchases);
  const isPurchases = names.includes(columns.date);
  if (isPerCustomer && isPurchases) {
    throw new ScoreFault(
      `${input} could be a file of purchases or one line per customer: --date-column or --recency-column says which`,
    );
  }
  if (!isPerCustomer && !isPurchases) {
    throw new ScoreFault(
      `${input} has neither the column "${columns.date}" nor both "${columns.recency}" and ` +
        `"${columns.purchases}"; its header has: ${names.join(', ')}`,
    );
  }
  return isPerCustomer;
}

function purchaseSource(header: Header, options: ScoreOptions, model: RfmQuintileModel): QuintileSource {
  const columns = findPurchaseColumns(header, options, false);
  const sums = new PurchaseSums(columns, options.asOf, model.windowDays);
  return {
    kind: 'purchases',
    addLine: (text) => sums.addLine(text),
    customerIds: () => sums.customers.keys(),
    notes: () => sums.notes(),
    repeated: () => sums.repeated,
    measuresOf: (customerId) => {
      const { lastPurchaseOn, purchases, amountFen } = sums.of(customerId);
      const recencyDays = lastPurchaseOn === null ? null : options.asOf - lastPurchaseOn;
      return { recencyDays, purchases, amountFen };
    },
  };
}

function customerSource(header: Header, options: ScoreOptions, model: RfmQuintileModel): QuintileSource {
  if (model.windowDays !== null) {
    throw new ScoreFault(
      `--window is for a file of purchases: ${header.input} has one line per customer, summed already`,
    );
  }
  const columns = findCustomerColumns(header, options);
  const customers = new Map<string, QuintileMeasures>();
  return {
    kind: 'customers',
    addLine: (text) => {
      const line = readCustomer(text, columns);
      if ('reason' in line) return line.reason;
      if (customers.has(line.customerId)) return 'this customer stands on an earlier line';
      customers.set(line.customerId, line.measures);
      return null;
    },
    customerIds: () => customers.keys(),
    notes: () => [],
    repeated: () => null,
    measuresOf: (customerId) => {
      const measures = customers.get(customerId);
      if (measures === undefined) throw new Error(`no such customer: ${customerId}`);
      return measures;
    },
  };
}
