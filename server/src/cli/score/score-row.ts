import { formatYuan } from '@siyu/shared/money';
import { frequencyTenThousandths, type AfbBands } from '@siyu/shared/rfm';
import { csvField } from '../../platform/csv/index.ts';
import { decimal } from './decimal.ts';

export const SCORE_HEADER =
  'customer_id,recency_days,purchases,frequency_per_month,amount,benefit,amount_band,frequency_band,benefit_band,score,group\n';

/** One customer's line of the output. */
export function scoreRow(customerId: string, scored: AfbBands): string {
  const cells = [
    csvField(customerId),
    scored.recencyDays ?? '',
    scored.purchases,
    decimal(frequencyTenThousandths(scored.purchases, scored.windowDays), 4),
    formatYuan(scored.amountFen),
    formatYuan(scored.benefitFen),
    scored.amountBand,
    scored.frequencyBand,
    scored.benefitBand,
    decimal(scored.scoreHundredths, 2),
    scored.group,
  ];
  return `${cells.join(',')}\n`;
}
