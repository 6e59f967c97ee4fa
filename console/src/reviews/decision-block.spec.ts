import { describe, expect, it } from '@jest/globals';
import { decisionBlock } from './decision-block.ts';

const seenSha256 = 'a'.repeat(64);
const review = { state: 'OPEN', requesterId: 'author', subjectSha256: seenSha256 } as const;
const compliance = { staffId: 'reviewer', roles: ['compliance'] } as const;

describe('who may decide a review', () => {
  it('lets another compliance colleague decide what is on the screen', () => {
    expect(decisionBlock({ review, staff: compliance, seenSha256 })).toBeNull();
  });

  it('tells the author that somebody else decides', () => {
    const staff = { staffId: 'author', roles: ['operator', 'compliance'] } as const;
    expect(decisionBlock({ review, staff, seenSha256 })).toBe('这是您自己提交的复核，需要由另一位同事决定。');
  });

  it('stops a decision on a text that changed', () => {
    expect(decisionBlock({ review, staff: compliance, seenSha256: 'b'.repeat(64) })).toMatch(/改过/);
  });

  it('says that a decided review is over', () => {
    expect(decisionBlock({ review: { ...review, state: 'REJECTED' }, staff: compliance, seenSha256 })).toBe(
      '这份复核已退回。',
    );
  });
});
