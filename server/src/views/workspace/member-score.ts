import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { fen, formatYuan } from '@siyu/shared/money';
import { afb2023, frequencyTenThousandths } from '@siyu/shared/rfm';
import { epochDay, formatDay } from '@siyu/shared/time';
import type { MemberRecord } from './member-record.ts';

type Axis = MemberScore['axes'][number];

/** The score with everything that decided it; null when none is kept for the member. */
export function memberScore(record: MemberRecord): MemberScore | null {
  const { modelId, asOf, windowDays, purchases, amountFen, benefitFen, groupCode, groupRow } = record;
  const { modelVersion, amountBand, frequencyBand, benefitBand, scoreHundredths } = record;
  if (modelId === null || modelVersion === null || asOf === null || windowDays === null) return null;
  if (purchases === null || amountFen === null || benefitFen === null || groupCode === null) return null;
  if (amountBand === null || frequencyBand === null || benefitBand === null) return null;
  if (scoreHundredths === null || groupRow === null) return null;

  const frequency = frequencyTenThousandths(purchases, windowDays) / 10_000;
  const recencyDays = record.lastPurchaseOn === null ? null : asOf - record.lastPurchaseOn;
  return {
    modelId,
    modelVersion,
    asOf: formatDay(epochDay(asOf)),
    windowDays,
    axes: [
      axisOf('amount', amountFen, amountBand, afb2023.amountCuts),
      axisOf('frequency', frequency, frequencyBand, afb2023.frequencyCuts),
      axisOf('benefit', benefitFen, benefitBand, afb2023.benefitCuts),
    ],
    purchases,
    lastPurchaseOn: record.lastPurchaseOn === null ? null : formatDay(epochDay(record.lastPurchaseOn)),
    scoreHundredths,
    group: groupCode,
    reason: {
      row: groupRow,
      code: `score.reason.row${groupRow}`,
      params: {
        group: groupCode,
        amount: formatYuan(fen(amountFen)),
        amountBand: String(amountBand),
        aHigh: String(afb2023.groups.aHigh),
        frequency: frequency.toFixed(2),
        frequencyBand: String(frequencyBand),
        fHigh: String(afb2023.groups.fHigh),
        recentDays: String(afb2023.groups.recentDays),
        ...(recencyDays === null ? {} : { recencyDays: String(recencyDays) }),
      },
    },
  };
}

/** Bounds of the band: the lower one belongs to it, the upper one does not. */
function axisOf(axis: Axis['axis'], raw: number, band: number, cuts: readonly number[]): Axis {
  return { axis, raw, band, lowerBound: cuts[band - 2] ?? null, upperBound: cuts[band - 1] ?? null };
}
