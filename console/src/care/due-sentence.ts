import { formatCount } from '../format/figures.ts';

/**
 * What of the list is late or soon due.
 * @example dueSentence({ overdue: 2, soon: 0 }) // => '已超期 2 件，没有快到期的。'
 */
export function dueSentence({ overdue, soon }: { readonly overdue: number; readonly soon: number }): string {
  const late = overdue === 0 ? '没有超期的' : `已超期 ${formatCount(overdue)} 件`;
  const near = soon === 0 ? '没有快到期的' : `快到期 ${formatCount(soon)} 件`;
  return `${late}，${near}。`;
}
