import { expect, it } from '@jest/globals';
import { owedLevels, owedSentence } from './owed-sentence.ts';

const day = (on: string, points: number) => ({ on, points, fen: points });

it('G-09 the sentence over the days says from what to what, in points and yuan, and when it was most', () => {
  const days = [day('2026-10-30', 1_200), day('2026-11-02', 1_900), day('2026-11-23', 1_850)];
  expect(owedSentence(days)).toBe(
    '2026年10月30日到2026年11月23日，应付积分从 1,200 分增加到 1,850 分，折合金额从 12.00 元到 18.50 元；最多的是2026年11月2日，1,900 分。',
  );
  expect(owedSentence([day('2026-11-01', 20), day('2026-11-02', 5)])).toContain('减少到 5 分');
  expect(owedSentence([day('2026-11-01', 20), day('2026-11-02', 20)])).toContain('首尾相同，都是 20 分');
  expect(owedSentence([day('2026-11-02', 5)])).toBe(
    '到目前只汇总过一天：2026年11月2日应付 5 分，折合 0.05 元。',
  );
  // A day without a row stands in the line as long as it lasted.
  expect(owedLevels(days).map(({ from }, at, all) => from - (all[at - 1]?.from ?? from))).toEqual([0, 3, 21]);
});
