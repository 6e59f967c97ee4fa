import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { formatWan } from '../format/figures.ts';

type Axis = MemberScore['axes'][number];

/**
 * The bounds of a band in words: the lower belongs to it, the upper does not.
 * @example
 * bandRange({ axis: 'amount', lowerBound: 5000000, upperBound: 10000000 }) // => '5 万 ≤ 金额 < 10 万'
 */
export function bandRange({
  axis,
  lowerBound,
  upperBound,
}: Pick<Axis, 'axis' | 'lowerBound' | 'upperBound'>): string {
  const bound = (value: number) => (axis === 'frequency' ? `${value} 次` : formatWan(value));
  const name = axis === 'frequency' ? '次数' : '金额';
  const lower = lowerBound === null ? '' : `${bound(lowerBound)} ≤ `;
  const upper = upperBound === null ? '' : ` < ${bound(upperBound)}`;
  return lower === '' && upper === '' ? '不限' : `${lower}${name}${upper}`;
}
