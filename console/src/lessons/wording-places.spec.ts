import { describe, expect, it } from '@jest/globals';
import { wordingPlaces } from './wording-places.ts';

describe('words that members may not read', () => {
  it('D-06 stand marked between what is around them, with the reason', () => {
    const text = '这一课讲怎样存钱。我们的产品保 本 保 息，请您放心地存进来，明天就办。';
    const start = text.indexOf('保');
    const finding = {
      path: 'body',
      level: 'refused' as const,
      pieces: [],
      fault: 'promise' as const,
      start,
      end: start + 7,
      matched: '保 本 保 息',
      reasonCode: 'promise.capital_safe',
    };
    const [place, ...others] = wordingPlaces([{ path: 'body', text, isMarkedWrong: false }], [finding]);
    expect(others).toEqual([]);
    expect(place).toEqual({
      path: 'body',
      mark: `body:${start}-${start + 7}:promise.capital_safe`,
      level: 'refused',
      before: '…课讲怎样存钱。我们的产品',
      matched: '保 本 保 息',
      after: '，请您放心地存进来，明天…',
      sentence: '承诺收益，读起来像在保证本金或说没有风险',
    });
  });

  it("D-06 have the fault's name where a firm's own dictionary gives another reason", () => {
    const finding = {
      path: 'title',
      level: 'review' as const,
      pieces: ['抽', '奖'],
      fault: 'inducement' as const,
      start: 0,
      end: 2,
      matched: '抽奖',
      reasonCode: 'inducement.of_our_own',
    };
    expect(wordingPlaces([{ path: 'title', text: '抽奖', isMarkedWrong: false }], [finding])).toEqual([
      {
        path: 'title',
        mark: 'title:0-2:inducement.of_our_own',
        level: 'review',
        before: '',
        matched: '抽奖',
        after: '',
        sentence: '诱导交易或分享（主要因为“抽”“奖”）',
      },
    ]);
  });
});
