import { BACKTEST_DAYS_MAX } from '@siyu/shared/contracts/backtests.limits';
import { addDays, dayOfInstant, formatDay, parseDay, startOfDay } from '@siyu/shared/time';

/** Civil days of Shanghai; the last one belongs to it. */
export interface BacktestWindow {
  readonly from: string;
  readonly last: string;
}

const DEFAULT_DAYS = 90;

/** The last ninety whole days. @param now epoch ms */
export function defaultWindow(now: number): BacktestWindow {
  const today = dayOfInstant(now);
  return { from: formatDay(addDays(today, -DEFAULT_DAYS)), last: formatDay(addDays(today, -1)) };
}

/**
 * What is wrong with a window, in words; null when it can be asked for.
 * @param now epoch ms
 */
export function windowFault({ from, last }: BacktestWindow, now: number): string | null {
  const begin = parseDay(from);
  const end = parseDay(last);
  if (begin === null || end === null) return '请填写开始和结束的日子。';
  if (end < begin) return '结束不能早于开始。';
  if (end >= dayOfInstant(now)) return '只能回测已经过去的日子，最晚到昨天。';
  const days = end - begin + 1;
  return days > BACKTEST_DAYS_MAX ? `现在是 ${days} 天，最多 ${BACKTEST_DAYS_MAX} 天。` : null;
}

/** As the server is asked: the end is exclusive. */
export function windowInstants({ from, last }: BacktestWindow): { from: string; until: string } {
  const begin = parseDay(from);
  const end = parseDay(last);
  if (begin === null || end === null) throw new RangeError(`no window: ${from} to ${last}`);
  return {
    from: new Date(startOfDay(begin)).toISOString(),
    until: new Date(startOfDay(addDays(end, 1))).toISOString(),
  };
}

/** @example windowSaid({ from: '2026-08-24T16:00:00.000Z', until: '2026-11-22T16:00:00.000Z' }) // => '8月25日 到 11月22日' */
export function windowSaid({ from, until }: { from: string; until: string }): string {
  const said = (at: number): string => {
    const [, month, day] = formatDay(dayOfInstant(at)).split('-').map(Number);
    return `${month}月${day}日`;
  };
  return `${said(Date.parse(from))} 到 ${said(Date.parse(until) - 1)}`;
}
