import type {
  ExactCut,
  QuintileCuts,
  QuintileMeasures,
  QuintileScore,
  RfmQuintileModel,
} from '@siyu/shared/rfm';
import { rfmSegments } from '@siyu/shared/rfm';
import { formatDay, type EpochDay } from '@siyu/shared/time';
import { Collector } from './collector.ts';
import { countScale, dayScale, grouped, moneyScale, writeYuan, type Scale } from './scale.ts';
import type { CutLine, Distribution, ScoreReport } from './score-report.ts';
import { customersOf, rangesOf } from './words.ts';

const CLASSES = 5;
const FEN_PER_YUAN = 100;

/** Gathers what the report says of the quintile models while the scores are written. */
export class QuintileReport {
  private readonly own = new Collector(rfmSegments, CLASSES);

  constructor(
    private readonly model: RfmQuintileModel,
    private readonly cuts: QuintileCuts,
    private readonly asOf: EpochDay,
    private readonly kind: 'purchases' | 'customers',
  ) {}

  add(measures: QuintileMeasures, { scores, segment }: QuintileScore): void {
    this.own.add(measures, segment, scores === null ? null : [scores.monetary, scores.frequency]);
  }

  report(): ScoreReport {
    const { own, model, cuts } = this;
    const { customers, purchases, amountFen, withPurchase } = own;
    const isFixed = model.fixedCuts !== null;
    return {
      model: `${model.id} 第 ${model.version} 版 · ${isFixed ? '固定分界' : '按本文件客户的五分位分界'}`,
      span: this.span(),
      asOf: formatDay(this.asOf),
      customers,
      purchases,
      amountFen,
      withPurchase,
      division: '客群',
      parts: own.partsNamed((code) => `${SEGMENT_NAMES[code] ?? ''}（${code}）`),
      heatMap: {
        counts: own.cells,
        amounts: rangesOf(cuts.amountFen, (cut) => writeYuan(valueOf(cut) / FEN_PER_YUAN)),
        frequencies: rangesOf(cuts.purchases, (cut) => `${grouped(valueOf(cut))} 笔`),
        per: null,
        word: '分',
        high: null,
      },
      distributions: this.distributions(),
      remarks: [
        {
          name: '没有可比的购买',
          value: grouped(customers - own.days.counts.reduce((sum, count) => sum + count, 0)),
          meaning: '统计日之前没有购买，不参加分界，也没有分数',
        },
        {
          name: '范围内没有购买',
          value: grouped(customers - withPurchase),
          meaning: '统计的范围里一笔也没有，金额为零',
        },
      ],
    };
  }

  private span(): string {
    if (this.kind === 'customers') return '文件里每位客户一行，已经汇总';
    const { windowDays } = this.model;
    return windowDays === null ? '统计日之前的全部历史' : `统计日之前 ${grouped(windowDays)} 天`;
  }

  private distributions(): Distribution[] {
    const { own, cuts } = this;
    const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
    const topAmount = sum(own.cells[CLASSES - 1] ?? []);
    const topFrequency = sum(own.cells.map((row) => row[CLASSES - 1] ?? 0));
    return [
      {
        name: '金额',
        meaning: '每位客户购买金额的合计',
        sentence: `金额合计 ${writeYuan(Number(own.amountFen) / FEN_PER_YUAN)}；得 5 分的有 ${customersOf(topAmount, own.customers)}。`,
        histogram: own.amounts,
        scale: moneyScale,
        cuts: linesOf(cuts.amountFen, (fen) => writeYuan(fen / FEN_PER_YUAN)),
      },
      {
        name: '购买次数',
        meaning: '每位客户购买的笔数',
        sentence: `购买共 ${grouped(own.purchases)} 笔；得 5 分的有 ${customersOf(topFrequency, own.customers)}。`,
        histogram: own.counts,
        scale: countScale,
        cuts: linesOf(cuts.purchases, countScale.write),
      },
      {
        name: '最近一次购买',
        meaning: '统计日减去最后一次购买的那一天；天数少的分数高',
        sentence: `${customersOf(sum([...own.days.counts]), own.customers)}在统计日之前买过，按天数从少到多得 5 到 1 分。`,
        histogram: own.days,
        scale: dayScale,
        cuts: linesOf(cuts.recencyDays, dayScale.write, (nth) => 4 - nth),
      },
    ];
  }
}

/** The names that the R package publishes, in Chinese. */
const SEGMENT_NAMES: Readonly<Record<string, string>> = {
  Champions: '冠军客户',
  'Potential Loyalist': '潜在忠诚',
  'Loyal Customers': '忠诚客户',
  Promising: '有望增长',
  'New Customers': '新客户',
  "Can't Lose Them": '不能失去',
  'At Risk': '流失风险',
  'Need Attention': '需要关注',
  'About To Sleep': '即将沉睡',
  Lost: '已经流失',
  Others: '其他',
} satisfies Record<(typeof rfmSegments)[number], string>;

const valueOf = ({ whole, part, parts }: ExactCut): number => whole + part / parts;

/** @param classOf the class that begins at the nth cut; counted upwards unless few is good */
function linesOf(
  cuts: readonly ExactCut[],
  write: Scale['write'],
  classOf = (nth: number): number => nth + 2,
): CutLine[] {
  return cuts.map((cut, nth) => {
    const at = valueOf(cut);
    return { at, mark: String(classOf(nth)), text: `${classOf(nth)} 分 ${write(at)}起` };
  });
}
