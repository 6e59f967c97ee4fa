import { fen, formatYuan } from '@siyu/shared/money';

const grouped = new Intl.NumberFormat('zh-CN');
const FEN_PER_WAN = 1_000_000;

/** @example formatCount(1204318) // => '1,204,318' */
export const formatCount = (count: number): string => grouped.format(count);

/** @example formatAmount(12450000) // => '124,500.00 元' */
export function formatAmount(amountFen: number): string {
  const [whole = '', decimals = ''] = formatYuan(fen(amountFen)).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals} 元`;
}

/** Bounds are whole or simple 万; @example formatWan(50000000) // => '50 万' */
export const formatWan = (amountFen: number): string => `${grouped.format(amountFen / FEN_PER_WAN)} 万`;

/** @example formatScore(333) // => '3.33' */
export const formatScore = (scoreHundredths: number): string => (scoreHundredths / 100).toFixed(2);

const BYTE_UNITS = ['字节', 'KB', 'MB', 'GB'] as const;
/**
 * Units of 1024, rounded up to a whole one, so that nothing is ever 0 KB.
 * @example formatBytes(1536) // => '2 KB'
 */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), BYTE_UNITS.length - 1);
  return `${grouped.format(Math.ceil(bytes / 1024 ** power))} ${BYTE_UNITS[power] ?? ''}`;
}
