import { describe, expect, it } from '@jest/globals';
import { channelChanged, checkCampaign, EMPTY_CAMPAIGN } from './campaign-draft.ts';
import { campaignSentence, reasonSaid, resultsSentence } from './campaign-words.ts';

const segments = [
  { key: 'stage.FAMILIAR', name: '熟悉' },
  { key: 'own.a', name: '学过课的老朋友' },
];
const draft = { ...EMPTY_CAMPAIGN, name: '十二月的课', contentId: 'a' };
const results = {
  included: 1_200,
  queued: 0,
  sent: 1_200,
  unknown: 0,
  failed: 0,
  withdrawn: 0,
  dropped: 0,
  changes: [],
  opened: 0,
  readToEnd: 0,
  consulted: 0,
  converted: 0,
  window: null,
  uplift: null,
};

describe('a campaign in words', () => {
  it('says what goes to whom, how and when', () => {
    expect(campaignSentence(draft, { contentTitle: '三份钱', segments, groups: [] })).toBe(
      '用首页推荐卡片把《三份钱》发给名下的全部客户，复核通过后马上发。',
    );
    const some = {
      ...draft,
      segmentKeys: ['stage.FAMILIAR' as const],
      excludedSegmentKeys: ['own.a'],
      channel: 'WECOM_MASS_SEND' as const,
      scheduledFor: '2026-12-01T06:05:00.000Z',
    };
    expect(campaignSentence(some, { contentTitle: null, segments, groups: [] })).toBe(
      '用企业微信群发把一篇内容发给名下在「熟悉」里的客户，在「学过课的老朋友」里的除外，2026年12月1日 14:05 发。',
    );
    const groups = [{ groupId: 'g1', name: '周末读书群' }];
    const named = { contentTitle: '三份钱', segments, groups };
    const post = channelChanged({ ...some, scheduledFor: null }, 'GROUP_POST');
    expect(campaignSentence({ ...post, groupIds: ['g1'] }, named)).toBe(
      '把《三份钱》发到「周末读书群」，群里每个人都看得到，复核通过后马上发。',
    );
    expect(campaignSentence(channelChanged({ ...post, groupIds: ['g1'] }, 'MOMENTS_TASK'), named)).toBe(
      '把《三份钱》发到发送人的企业微信朋友圈，全部联系人都看得到，复核通过后马上发。',
    );
  });

  it('I-07 another way to send takes along no audience that it does not have, and a post in groups needs one', () => {
    const chosen = { ...draft, segmentKeys: ['stage.FAMILIAR' as const], excludedSegmentKeys: ['own.a'] };
    const post = channelChanged(chosen, 'GROUP_POST');
    expect(post).toMatchObject({ segmentKeys: [], excludedSegmentKeys: [], groupIds: [] });
    expect(checkCampaign(post)).toMatchObject([{ path: 'groupIds' }]);
    expect(checkCampaign({ ...post, groupIds: ['g1'] })).toEqual([]);
    expect(channelChanged({ ...post, groupIds: ['g1'] }, 'FEED_CARD').groupIds).toEqual([]);
  });

  it('I-06 says that what was sent equals the preview, or names every fact that changed', () => {
    expect(resultsSentence(results)).toBe('预览里会收到的 1,200 位都已发出，和预览一致。');
    const changes = [
      { reason: 'NOT_IN_BOOK' as const, members: 1 },
      { reason: 'NO_MARKETING_CONSENT' as const, members: 2 },
    ];
    expect(resultsSentence({ ...results, sent: 1_190, queued: 7, dropped: 3, changes })).toBe(
      '预览里会收到的 1,200 位：已发出 1,190 位，等待发出 7 位，3 位在发出前条件变了，没有发（已不是发送人服务的客户 1 位，撤回了接收推荐的同意 2 位）。',
    );
  });

  it('says of a member the reason with what was seen, and of one who was dropped what changed', () => {
    const member = { memberId: 'm', displayName: '王**', delivery: null };
    const seen = [{ code: 'LEVEL_TOO_HIGH', about: '思域消费股票' }];
    expect(reasonSaid({ ...member, reason: 'UNSUITABLE', details: seen })).toBe(
      '产品与客户不匹配（思域消费股票：风险高于承受能力）',
    );
    const at = '2026-12-01T06:05:00.000Z';
    const delivery = { state: 'DROPPED' as const, reason: 'EXCLUDED' as const, at };
    const into = [{ code: 'SEGMENT', about: '学过课的老朋友' }];
    expect(
      reasonSaid({ ...member, reason: null, details: [], delivery: { ...delivery, details: into } }),
    ).toBe('进入了排除的客群（「学过课的老朋友」）');
  });

  it('is not stored without a name and a text, or with a segment both asked for and left out', () => {
    expect(checkCampaign(EMPTY_CAMPAIGN).map(({ path }) => path)).toEqual(['name', 'contentId']);
    const both = { ...draft, segmentKeys: ['own.a'], excludedSegmentKeys: ['own.a'] };
    expect(checkCampaign(both).map(({ path }) => path)).toEqual(['excludedSegmentKeys']);
    expect(checkCampaign(draft)).toEqual([]);
  });
});
