import { describe, expect, it } from '@jest/globals';
import type { CampaignUplift } from '@siyu/shared/contracts/campaign-results';
import { CAMPAIGN_OUTCOMES } from '@siyu/shared/contracts/campaigns.limits';
import { differenceSaid, noUpliftSaid, sideSaid, upliftSentence, windowSaid } from './uplift-words.ts';

const more = { share: 0.2858, low: 0.1325, high: 0.4027 };
const unclear = { share: 0.005, low: -0.096, high: 0.0604 };
const uplift = (...differences: readonly (typeof more | null)[]): CampaignUplift => ({
  ...{ segmentKey: 'rule.7', name: '常来学习的', included: 150, heldOut: 48 },
  outcomes: CAMPAIGN_OUTCOMES.map((outcome, at) => {
    const difference = differences[at] ?? null;
    const count = difference === null ? null : 9;
    return { outcome, included: count, heldOut: count, difference };
  }),
});

describe('what a campaign changed, in words', () => {
  it('I-08 says for which outcomes there is a difference, in which direction, and where none can be told', () => {
    expect(upliftSentence(uplift(more, more, unclear, unclear))).toBe(
      '推送使「打开」「读完」的客户多了，「咨询」「签约」分不出差别。',
    );
    const fewer = { share: -0.2, low: -0.3, high: -0.1 };
    expect(upliftSentence(uplift(unclear, fewer, unclear, more))).toBe(
      '推送使「签约」的客户多了，推送使「读完」的客户少了，「打开」「咨询」分不出差别。',
    );
    expect(differenceSaid(more)).toBe('多 28.6 个百分点（多 13.3 个百分点到多 40.3 个百分点）');
    expect(sideSaid(96, 214)).toBe('96（44.9%）');
  });

  it('I-08 with too few people, without a lot, or not sent to its end, nothing is claimed', () => {
    expect(upliftSentence(uplift())).toBe(
      '人还太少，看不出有没有用：两边都要有至少 20 位客户，现在会收到的有 150 位，对照有 48 位。',
    );
    expect([sideSaid(null, 12), differenceSaid(null)]).toEqual(['人太少', '—']);
    expect(upliftSentence({ ...uplift(), heldOut: 0 })).toContain('没有留出对照');
    expect(noUpliftSaid([])).toContain('没有留出对照');
    expect(noUpliftSaid(null)).toContain('没有发完');
    expect(noUpliftSaid([uplift()])).toBeNull();
  });

  it('I-08 the window says until when, and whether it is over', () => {
    const window = { from: '2026-11-30T02:00:00.000Z', until: '2026-12-14T16:00:00.000Z' };
    const span = '2026年11月30日 10:00 到 2026年12月15日 00:00 之间做的算数';
    expect(windowSaid({ ...window, isOver: false })).toBe(`${span}，现在还在数。`);
    expect(windowSaid({ ...window, isOver: true })).toBe(`${span}，已经数完，不再改变。`);
  });
});
