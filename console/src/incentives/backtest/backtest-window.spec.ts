import { expect, it } from '@jest/globals';
import { defaultWindow, windowFault, windowInstants, windowSaid } from './backtest-window.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');

it('H-01 a back-test begins with the last ninety whole days, and takes at most 180 that are past', () => {
  const begun = defaultWindow(NOW);
  expect(begun).toEqual({ from: '2026-08-25', last: '2026-11-22' });
  expect(windowFault(begun, NOW)).toBeNull();
  const instants = windowInstants(begun);
  expect(instants).toEqual({ from: '2026-08-24T16:00:00.000Z', until: '2026-11-22T16:00:00.000Z' });
  expect(windowSaid(instants)).toBe('8月25日 到 11月22日');
  expect(windowFault({ from: '2026-05-27', last: '2026-11-22' }, NOW)).toBeNull();
  expect(windowFault({ from: '2026-05-26', last: '2026-11-22' }, NOW)).toBe('现在是 181 天，最多 180 天。');
  expect(windowFault({ from: '2026-11-22', last: '2026-11-21' }, NOW)).toBe('结束不能早于开始。');
  expect(windowFault({ from: '2026-11-22', last: '2026-11-23' }, NOW)).toContain('最晚到昨天');
  expect(windowFault({ from: '', last: '2026-11-22' }, NOW)).toContain('请填写');
});
