import { cutColumns, scoreColumns, sumColumns } from '../shared/src/rfm/index.ts';
import { epochDay } from '../shared/src/time/index.ts';
import { AS_OF, CUSTOMERS, type PurchaseColumns } from './rfm-purchases.ts';

/** The core's own way from purchases to scores: model rfm-quintile. */
export function coreRfm(columns: PurchaseColumns): Uint16Array {
  const asOf = epochDay(AS_OF);
  const measures = sumColumns(columns, CUSTOMERS, asOf, null);
  const cuts = cutColumns(measures, asOf);
  if (cuts === null) throw new Error('nobody bought');
  return scoreColumns(measures, cuts);
}
