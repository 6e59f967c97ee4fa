import { describe, expect, it } from '@jest/globals';
import { adviceStance } from './advice-stance.ts';

describe('what a text says to do with a security', () => {
  it.each([
    ['600519 明天可以加仓', { security: '600519', direction: 'BUY' }],
    ['３００７５０反弹就卖出', { security: '300750', direction: 'SELL' }],
    ['6 0 0 5 1 9，今天低吸', { security: '600519', direction: 'BUY' }],
    ['600519 先卖出一半，回调再买入', null],
    ['加仓要看自己的承受能力', null],
    ['客服电话 955881234', null],
  ])('F-09 REQ-ADV-8 reads %s', (text, stance) => {
    expect(adviceStance(text)).toEqual(stance);
  });
});
