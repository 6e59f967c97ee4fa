import type { JobRow } from '@siyu/shared/contracts/jobs';
import { formatCount } from '../format/figures.ts';

type Walk = Pick<JobRow, 'state' | 'isRunWanted' | 'units'>;

/** Whether the walk through WeCom's groups is still to come or under way. */
export const isWalking = ({ state, isRunWanted, units }: Walk): boolean =>
  state !== 'STOPPED' && state !== 'FAILED' && (isRunWanted || units !== null);

/**
 * How far the walk is.
 * @example walkSentence({ state: 'RUNNING', isRunWanted: true, units: { done: 120, total: null } }) // => '已取 120 个群'
 */
export function walkSentence(walk: Walk): string {
  if (walk.state === 'STOPPED') return '刷新已由管理员暂停';
  if (walk.state === 'FAILED') return '企业微信这次没有回应，系统会再试';
  if (walk.units !== null) return `已取 ${formatCount(walk.units.done)} 个群`;
  return walk.isRunWanted ? '马上开始' : '已是最新';
}
