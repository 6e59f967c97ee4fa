import { formatYuan } from '@siyu/shared/money';
import type { QuintileMeasures, QuintileScore } from '@siyu/shared/rfm';
import { csvField } from '../../platform/csv/index.ts';

/** The first four columns are a file with one line per customer again. */
export const QUINTILE_HEADER =
  'customer_id,recency_days,purchases,amount,recency_score,frequency_score,monetary_score,rfm_score,segment\n';

/** One customer's line of the output; the scores of a customer who never bought are empty. */
export function quintileRow(
  customerId: string,
  { recencyDays, purchases, amountFen }: QuintileMeasures,
  { scores, segment }: QuintileScore,
): string {
  const digits = scores === null ? ['', '', ''] : [scores.recency, scores.frequency, scores.monetary];
  const cells = [
    csvField(customerId),
    recencyDays ?? '',
    purchases,
    formatYuan(amountFen),
    ...digits,
    digits.join(''),
    csvField(segment),
  ];
  return `${cells.join(',')}\n`;
}
