import { groupNames } from '@siyu/shared/messages';
import type { Afb2023Model, AfbBands } from '@siyu/shared/rfm';
import { addDays, formatDay, type EpochDay } from '@siyu/shared/time';
import { Collector } from './collector.ts';
import { Histogram } from './histogram.ts';
import { countScale, dayScale, grouped, moneyScale } from './scale.ts';
import type { CutLine, Distribution, ScoreReport } from './score-report.ts';
import { customersOf, rangesOf } from './words.ts';

const GROUPS = ['KEY_GUIDE', 'KEY_DEVELOP', 'POTENTIAL', 'LONG_TAIL'] as const;
const NAMES: Readonly<Record<string, string>> = groupNames;

/** Gathers what the report says of model afb-2023 while the scores are written. */
export class AfbReport {
  private readonly own: Collector;
  private readonly benefits = new Histogram(moneyScale.edges);
  private readonly flags = {
    isCore: 0,
    lapsedKey: 0,
    highBenefitTail: 0,
    benefitNegative: 0,
    neverBefore: 0,
    onlyOutside: 0,
    recent: 0,
  };

  constructor(
    private readonly model: Afb2023Model,
    private readonly asOf: EpochDay,
  ) {
    this.own = new Collector(GROUPS, model.amountCuts.length + 1);
  }

  add(scored: AfbBands): void {
    this.own.add(scored, scored.group, [scored.amountBand, scored.frequencyBand]);
    this.benefits.add(scored.benefitFen);
    const { flags } = this;
    if (scored.isCore) flags.isCore += 1;
    if (scored.lapsedKey) flags.lapsedKey += 1;
    if (scored.highBenefitTail) flags.highBenefitTail += 1;
    if (scored.benefitNegative) flags.benefitNegative += 1;
    if (scored.lastPurchaseOn === null) flags.neverBefore += 1;
    else if (scored.purchases === 0) flags.onlyOutside += 1;
    if (scored.recencyDays !== null && scored.recencyDays <= this.model.groups.recentDays) flags.recent += 1;
  }

  report(): ScoreReport {
    const { own, model } = this;
    const { customers, purchases, amountFen, withPurchase } = own;
    const { windowDays, groups } = model;
    return {
      model: `${model.id} · ${model.preset} 第 ${model.version} 版`,
      span: `观察窗 ${formatDay(addDays(this.asOf, -windowDays))} 至 ${formatDay(addDays(this.asOf, -1))}，共 ${grouped(windowDays)} 天`,
      asOf: formatDay(this.asOf),
      customers,
      purchases,
      amountFen,
      withPurchase,
      division: '组',
      parts: own.partsNamed((code) => NAMES[code] ?? code),
      heatMap: {
        counts: own.cells,
        amounts: rangesOf(model.amountCuts, moneyScale.write),
        frequencies: rangesOf(model.frequencyCuts, (times) => `${grouped(times)} 次`),
        per: `每 ${model.frequencyPerDays} 天`,
        word: '档',
        high: { amount: groups.aHigh, frequency: groups.fHigh },
      },
      distributions: this.distributions(),
      remarks: this.remarks(),
    };
  }

  private distributions(): Distribution[] {
    const { own, model } = this;
    const { windowDays, frequencyPerDays, groups } = model;
    const inWindow = `观察窗 ${grouped(windowDays)} 天内`;
    const reached = (cells: readonly number[]): number => cells.reduce((sum, count) => sum + count, 0);
    const amountHigh = reached(own.cells.slice(groups.aHigh - 1).flat());
    const frequencyHigh = reached(own.cells.flatMap((row) => row.slice(groups.fHigh - 1)));
    const bands = (
      cuts: readonly number[],
      write: (cut: number) => string,
      at = (cut: number): number => cut,
    ): CutLine[] =>
      cuts.map((cut, nth) => ({
        at: at(cut),
        mark: String(nth + 2),
        text: `第 ${nth + 2} 档 ${write(cut)}起`,
      }));
    return [
      {
        name: '金额（数量）',
        meaning: `${inWindow}投入的金额`,
        sentence: `${customersOf(own.customers - own.withPurchase, own.customers)}在窗内没有购买；${customersOf(amountHigh, own.customers)}达到第 ${groups.aHigh} 档。`,
        histogram: own.amounts,
        scale: moneyScale,
        cuts: bands(model.amountCuts, moneyScale.write),
      },
      {
        name: '频次（质量）',
        meaning: `${inWindow}购买的笔数；档线按每 ${frequencyPerDays} 天的次数定，画在折合成整窗的位置`,
        sentence: `购买共 ${grouped(own.purchases)} 笔；${customersOf(frequencyHigh, own.customers)}达到第 ${groups.fHigh} 档。`,
        histogram: own.counts,
        scale: countScale,
        cuts: bands(
          model.frequencyCuts,
          (times) => `每 ${frequencyPerDays} 天 ${grouped(times)} 次`,
          (times) => (times * windowDays) / frequencyPerDays,
        ),
      },
      {
        name: '收入（效益）',
        meaning: `${inWindow}这些购买给公司带来的收入`,
        sentence: `${customersOf(this.benefits.below, own.customers)}带来的收入不到 1 元，其中 ${grouped(this.flags.benefitNegative)} 位是负数。`,
        histogram: this.benefits,
        scale: moneyScale,
        cuts: bands(model.benefitCuts, moneyScale.write),
      },
      {
        name: '最近一次购买',
        meaning: '统计日减去统计日之前最后一次购买的那一天，不限观察窗',
        sentence: `${customersOf(this.flags.recent, own.customers)}最近 ${groups.recentDays} 天内买过；${customersOf(this.flags.neverBefore, own.customers)}在统计日之前没有任何购买。`,
        histogram: own.days,
        scale: dayScale,
        cuts: [{ at: groups.recentDays, mark: '近', text: `${groups.recentDays} 天以内算最近买过` }],
      },
    ];
  }

  private remarks(): ScoreReport['remarks'] {
    const { flags, model } = this;
    const { recentDays, bHigh } = model.groups;
    return [
      { name: '数量与质量都高', value: grouped(flags.isCore), meaning: '两条线都达到的客户' },
      {
        name: '重要组里久未购买',
        value: grouped(flags.lapsedKey),
        meaning: `最近一次购买在 ${2 * recentDays} 天以前`,
      },
      { name: '后两组里效益高', value: grouped(flags.highBenefitTail), meaning: `效益达到第 ${bHigh} 档` },
      {
        name: '效益为负',
        value: grouped(flags.benefitNegative),
        meaning: '收入被冲回的多于带来的，仍算第 1 档',
      },
      {
        name: '只在窗外买过',
        value: grouped(flags.onlyOutside),
        meaning: '统计日之前买过，但都不在观察窗内',
      },
      { name: '只有统计日及以后的行', value: grouped(flags.neverBefore), meaning: '这些行不参加本次评分' },
    ];
  }
}
