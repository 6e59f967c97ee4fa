import { describe, expect, it } from '@jest/globals';
import { movesByAxis, trialSentence } from './trial-moves.ts';

describe('D-04 a trial of a scoring model', () => {
  it('D-04 says from which group to which, and adds up what moves on one axis', () => {
    expect(
      movesByAxis({
        moves: [
          { axis: 'group', from: 'LONG_TAIL', to: 'POTENTIAL', count: 1_200 },
          { axis: 'group', from: 'KEY_GUIDE', to: 'KEY_DEVELOP', count: 3 },
          { axis: 'tieBand', from: '1', to: '2', count: 5 },
        ],
      }),
    ).toEqual([
      {
        axis: 'group',
        name: '价值客群',
        total: 1_203,
        ways: ['长尾客户 → 潜在增值客户：1,200 位', '重要引导客户 → 重要发展客户：3 位'],
      },
      { axis: 'tieBand', name: '联系强度', total: 5, ways: ['第 1 档 → 第 2 档：5 位'] },
    ]);
  });

  it('D-04 never passes a sample off as everybody', () => {
    expect(trialSentence({ looked: 1_000, isWhole: false })).toContain('不是全员');
    expect(trialSentence({ looked: 7, isWhole: true })).toContain('全部 7 位');
  });
});
