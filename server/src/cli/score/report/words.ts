import { grouped, percent } from './scale.ts';

/** @example customersOf(3, 12) // => '3 位（25.0%）' */
export function customersOf(count: number, all: number): string {
  return `${grouped(count)} 位（${percent(count, all)}）`;
}

/**
 * What each class between cuts holds, lowest first.
 * @example
 * rangesOf([10, 50], (n) => `${n} 元`) // => ['不到 10 元', '10 元起', '50 元起']
 */
export function rangesOf<Cut>(cuts: readonly Cut[], write: (cut: Cut) => string): string[] {
  const [first] = cuts;
  if (first === undefined) return ['全部'];
  return [`不到 ${write(first)}`, ...cuts.map((cut) => `${write(cut)}起`)];
}

/** Text as it stands in HTML, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Whole fen as yuan with thousands separators, of any size. @example yuanOf(123456789n) // => '1,234,567.89' */
export function yuanOf(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${grouped(size / 100n)}.${String(size % 100n).padStart(2, '0')}`;
}

/** Share of money in percent with one decimal, exact until it is rounded. */
export function moneyShare(part: bigint, whole: bigint): string {
  return whole === 0n ? '—' : `${(Number((part * 100_000n) / whole) / 1000).toFixed(1)}%`;
}
