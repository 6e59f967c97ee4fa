/** How a measure is drawn: where it may be cut into bars, and how a place on its axis is written. */
export interface Scale {
  /** Rising edges of the finest bars. */
  readonly edges: readonly number[];
  /** Steps from fine to coarse: which of the edges stay. The first with few enough bars is drawn. */
  readonly steps: readonly ((edge: number) => boolean)[];
  /** Whether bars of equal width stand for equal factors instead of equal differences. */
  readonly isLogarithmic: boolean;
  /** Name of the values below the first edge, such as customers without a purchase. */
  readonly below: string;
  readonly write: (value: number) => string;
}

const FEN_PER_YUAN = 100;
/** Ten bars a decade, rounded so that 1, 2 and 5 are among them (ISO 3, R10). */
const TENTHS_OF_DECADE = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800];
const DECADES_OF_YUAN = 14;

/** Fen, from 1 yuan; what is under 1 yuan, nothing and negative sums are below. */
export const moneyScale: Scale = {
  edges: Array.from({ length: DECADES_OF_YUAN }, (_, decade) =>
    TENTHS_OF_DECADE.map((start) => start * 10 ** decade),
  ).flat(),
  steps: [() => true, (edge) => /^[125]0*$/.test(String(edge)), (edge) => /^10*$/.test(String(edge))],
  isLogarithmic: true,
  below: '不到 1 元',
  write: (fen) => writeYuan(fen / FEN_PER_YUAN),
};

const SINGLE_COUNTS = 30;
const DECADES_OF_COUNTS = 8;

/** Purchases, from one. */
export const countScale: Scale = {
  edges: [
    ...Array.from({ length: SINGLE_COUNTS }, (_, n) => n + 1),
    ...Array.from({ length: DECADES_OF_COUNTS }, (_, decade) =>
      [50, 100, 200, 300].map((n) => n * 10 ** decade),
    )
      .flat()
      .sort((a, b) => a - b)
      .filter((edge) => edge > SINGLE_COUNTS),
  ],
  steps: [
    (edge) => edge <= SINGLE_COUNTS,
    (edge) => /^[1235]0*$/.test(String(edge)),
    (edge) => /^[15]0*$/.test(String(edge)),
  ],
  isLogarithmic: true,
  below: '没有购买',
  write: (count) => `${grouped(count)} 笔`,
};

const TEN_DAYS = 10;
const DAYS_MAX = 36_500;

/** Days since the last purchase. */
export const dayScale: Scale = {
  edges: Array.from({ length: DAYS_MAX / TEN_DAYS + 1 }, (_, n) => n * TEN_DAYS),
  steps: [10, 30, 60, 90, 180, 360, 720, 1800, 3600].map((days) => (edge: number) => edge % days === 0),
  isLogarithmic: false,
  below: '没有购买',
  write: (days) => `${grouped(days)} 天`,
};

/**
 * Yuan for the eye: whole 万 and 亿 where that is exact.
 * @example
 * writeYuan(50000) // => '5 万元'
 * writeYuan(255.8) // => '255.8 元'
 */
export function writeYuan(yuan: number): string {
  const size = Math.abs(yuan);
  if (size >= 1e8) return `${grouped(yuan / 1e8)} 亿元`;
  if (size >= 1e4) return `${grouped(yuan / 1e4)} 万元`;
  return `${grouped(yuan)} 元`;
}

const format = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** @example grouped(1234567.5) // => '1,234,567.5' */
export function grouped(value: number | bigint): string {
  return format.format(value);
}

/** Share of a whole in percent with one decimal; of nothing it is a dash. @example percent(1, 3) // => '33.3%' */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;
}
