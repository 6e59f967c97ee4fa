import { describe, expect, it } from '@jest/globals';
import { isWalking, walkSentence } from './walk-sentence.ts';

const walk = { state: 'WAITING', isRunWanted: false, units: null } as const;

describe('a walk through the groups of WeCom', () => {
  it('E-08 says how far a refresh of the groups is, and when it is over or cannot go on', () => {
    const cases = [
      [walk, false, '已是最新'],
      [{ ...walk, isRunWanted: true }, true, '马上开始'],
      [{ ...walk, state: 'RUNNING', units: { done: 1_200, total: null } }, true, '已取 1,200 个群'],
      [{ ...walk, state: 'FAILED', isRunWanted: true }, false, '企业微信这次没有回应，系统会再试'],
      [{ ...walk, state: 'STOPPED' }, false, '刷新已由管理员暂停'],
    ] as const;
    for (const [given, isUnderway, sentence] of cases)
      expect([isWalking(given), walkSentence(given)]).toEqual([isUnderway, sentence]);
  });
});
