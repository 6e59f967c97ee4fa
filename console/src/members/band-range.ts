import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { formatWan } from '../format/figures.ts';

type Axis = MemberScore['axes'][number];

/**
 * The bounds of a band in words: the lower belongs to it, the upper does not.
 * @example
 * bandRange({ axis: 'amount', lowerBound: 5000000, upperBound: 10000000 }) // => '5 万元起，不到 10 万元'
 */
export function bandRange({
  axis,
  lowerBound,
  upperBound,
}: Pick<Axis, 'axis' | 'lowerBound' | 'upperBound'>): string {
  const bound = (value: number) => (axis === 'frequency' ? `${value} 次` : `${formatWan(value)}元`);
  if (upperBound === null) return lowerBound === null ? '不限' : `${bound(lowerBound)}及以上`;
  if (lowerBound === null) return `不到 ${bound(upperBound)}`;
  return `${bound(lowerBound)}起，不到 ${bound(upperBound)}`;
}
