import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { fen, formatYuan } from '@siyu/shared/money';
import { explain, type Afb2023Model, type WeighedAxis } from '@siyu/shared/rfm';
import { epochDay, formatDay } from '@siyu/shared/time';
import type { KeptScoreRecord } from './kept-score-record.ts';

type Axis = MemberScore['axes'][number];

/**
 * A score as staff see it, with everything that decided it; what it would take for a higher band is left out.
 * @throws {RangeError} when the model is not the one that gave the score
 */
export function memberScore(record: KeptScoreRecord, model: Afb2023Model): MemberScore {
  const explained = explainRecord(record, model);
  return {
    modelId: model.id,
    preset: model.preset,
    modelVersion: model.version,
    asOf: formatDay(explained.asOf),
    windowDays: explained.windowDays,
    frequencyPerDays: model.frequencyPerDays,
    weightSum: explained.weightSum,
    axes: explained.axes.map((axis) => shownAxis(axis, model)),
    purchases: record.purchases,
    lastPurchaseOn: record.lastPurchaseOn === null ? null : formatDay(epochDay(record.lastPurchaseOn)),
    scoreHundredths: explained.scoreHundredths,
    group: record.groupCode,
    reason: {
      row: record.groupRow,
      code: `score.reason.${model.groups.rule}.row${record.groupRow}`,
      params: reasonOf(record, model),
    },
  };
}

/** The same with the steps to the next bands, for those whom `mayReadPurchaseSteps` allows. */
export function memberScoreWithSteps(record: KeptScoreRecord, model: Afb2023Model): MemberScore {
  const { axes } = explainRecord(record, model);
  const score = memberScore(record, model);
  return {
    ...score,
    axes: score.axes.map((shown) => ({
      ...shown,
      toNextBand: axes.find(({ axis }) => axis === shown.axis)?.toNextBand ?? null,
    })),
  };
}

function explainRecord(record: KeptScoreRecord, model: Afb2023Model) {
  return explain(
    {
      ...record,
      asOf: epochDay(record.asOf),
      amountFen: fen(record.amountFen),
      benefitFen: fen(record.benefitFen),
    },
    model,
  );
}

/** The lower bound belongs to the band, the upper one does not. */
function shownAxis(axis: WeighedAxis, model: Afb2023Model): Axis {
  const { band, weight, contributionHundredths } = axis;
  const shares = { band, weight, contributionHundredths };
  if (axis.axis !== 'frequency') {
    const { lowerBound, upperBound } = axis;
    return { axis: axis.axis, raw: axis.raw, lowerBound, upperBound, ...shares };
  }
  return {
    axis: 'frequency',
    raw: frequencyOf(axis.raw, model),
    lowerBound: model.frequencyCuts[band - 2] ?? null,
    upperBound: model.frequencyCuts[band - 1] ?? null,
    ...shares,
  };
}

/** Purchases per `frequencyPerDays` days. */
function frequencyOf(purchases: number, { frequencyPerDays, windowDays }: Afb2023Model): number {
  return (purchases * frequencyPerDays) / windowDays;
}

function reasonOf(record: KeptScoreRecord, model: Afb2023Model): Record<string, string> {
  const { aHigh, fHigh, bHigh, recentDays } = model.groups;
  const recency = record.lastPurchaseOn === null ? {} : { recencyDays: record.asOf - record.lastPurchaseOn };
  const values = {
    amountBand: record.amountBand,
    frequencyBand: record.frequencyBand,
    benefitBand: record.benefitBand,
    aHigh,
    fHigh,
    bHigh,
    recentDays,
    perDays: model.frequencyPerDays,
    ...recency,
  };
  return {
    group: record.groupCode,
    amount: formatYuan(fen(record.amountFen)),
    frequency: frequencyOf(record.purchases, model).toFixed(2),
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  };
}
