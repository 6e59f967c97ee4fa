import { describe, expect, it } from '@jest/globals';
import type { WordingFault, WordingLevel } from '@siyu/shared/contracts/moderation.limits';
import type { MemberTextReading } from '../../records/moderation/index.ts';
import { judgeComment } from './judge-comment.ts';

const reading = (
  platformVerdict: MemberTextReading['platformVerdict'],
  ...findings: readonly [WordingFault, WordingLevel][]
): MemberTextReading => ({
  platformVerdict,
  findings: findings.map(([fault, level]) => ({
    path: 'text',
    fault,
    level,
    start: 0,
    end: 2,
    matched: '某词',
    reasonCode: 'spec.said',
    isNamed: true,
    pieces: [],
  })),
});

describe('what becomes of a text of a member', () => {
  it('F-05 is shown when neither reader doubts it, refused when one refuses it, and waits for a person otherwise', () => {
    expect(judgeComment('COMMENT', reading('pass'))).toEqual({ refusal: null, doubts: [] });
    for (const [fault, refusal] of [
      ['promise', 'discussion.promises_returns'],
      ['stock_tip', 'discussion.names_stocks'],
      ['private_payment', 'discussion.asks_for_payment'],
      ['inducement', 'discussion.lures_people'],
    ] as const)
      expect(judgeComment('COMMENT', reading('pass', [fault, 'refused']))).toEqual({ refusal });
    expect(judgeComment('QUESTION', reading('risky'))).toEqual({ refusal: 'discussion.refused_by_wechat' });
    expect(
      judgeComment('COMMENT', reading('review', ['stock_tip', 'review'], ['stock_tip', 'review'])),
    ).toEqual({ refusal: null, doubts: ['stock_tip', 'wechat_review'] });
    expect(judgeComment('COMMENT', reading(null))).toEqual({ refusal: null, doubts: ['wechat_away'] });
  });

  it('F-05 lets ask whether a return is promised, for a person to look at', () => {
    const asked = reading('pass', ['promise', 'refused']);
    expect(judgeComment('QUESTION', asked)).toEqual({ refusal: null, doubts: ['promise'] });
    const tip = reading('pass', ['promise', 'refused'], ['stock_tip', 'refused']);
    expect(judgeComment('QUESTION', tip)).toEqual({ refusal: 'discussion.names_stocks' });
  });
});
