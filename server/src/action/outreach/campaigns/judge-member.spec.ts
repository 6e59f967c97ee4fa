import { describe, expect, it } from '@jest/globals';
import { CAMPAIGN_REASONS } from '@siyu/shared/contracts/campaigns.limits';
import { armsOf, type AskedCampaign, type AskedMember, judgeMember } from './judge-member.ts';

const campaign: AskedCampaign = {
  segmentKeys: ['stage.STRONG'],
  excludedSegmentKeys: ['rule.2'],
  segments: new Map([
    ['stage.STRONG', { name: '强关系', isHeldOut: () => false }],
    ['rule.2', { name: '刚买过的', isHeldOut: () => false }],
  ]),
  isAdvice: true,
  isByWecom: true,
  isLicensed: true,
  stopped: null,
  isContentCurrent: true,
};
const member: AskedMember = {
  memberNo: 7,
  isInBook: true,
  isClosed: false,
  inSegments: new Set(['stage.STRONG']),
  purposes: new Set(['SERVICE', 'MARKETING', 'PROFILING']),
  hasContract: true,
  unsuitable: [],
  isRead: false,
  isContact: true,
  suppression: null,
};
const heldOut: AskedCampaign['segments'] = new Map([
  ...campaign.segments,
  ['stage.STRONG', { name: '强关系', isHeldOut: (memberNo: number) => memberNo === 7 }],
]);

/** One fault each, in the order in which they are told. */
const FAULTS: readonly [string, Partial<AskedCampaign>, Partial<AskedMember>][] = [
  ['NOT_IN_BOOK', {}, { isInBook: false }],
  ['ACCOUNT_CLOSED', {}, { isClosed: true }],
  ['NOT_IN_SEGMENT', {}, { inSegments: new Set() }],
  ['EXCLUDED', {}, { inSegments: new Set(['stage.STRONG', 'rule.2']) }],
  ['NO_LICENCE', { isLicensed: false }, {}],
  ['STOPPED', { stopped: '全公司' }, {}],
  ['CONTENT_CHANGED', { isContentCurrent: false }, {}],
  ['NO_SERVICE_CONSENT', {}, { purposes: new Set() }],
  ['NO_MARKETING_CONSENT', {}, { purposes: new Set(['SERVICE']) }],
  ['SWITCHED_OFF', {}, { purposes: new Set(['SERVICE', 'MARKETING']) }],
  ['NO_CONTRACT', {}, { hasContract: false }],
  ['UNSUITABLE', {}, { unsuitable: [{ code: 'ABOVE_LEVEL', about: '某基金' }] }],
  ['ALREADY_READ', {}, { isRead: true }],
  ['NO_WECOM_CONTACT', {}, { isContact: false }],
  ['QUIET_HOURS', {}, { suppression: 'QUIET_HOURS' }],
  ['DAY_LIMIT', {}, { suppression: 'DAY_LIMIT' }],
  ['WEEK_LIMIT', {}, { suppression: 'WEEK_LIMIT' }],
  ['HELD_OUT', { segments: heldOut }, {}],
];

describe('whether a member gets a campaign', () => {
  it('I-06 with nothing against it everybody does, and each fault alone is the one reason', () => {
    expect(judgeMember(campaign, member)).toEqual({ reason: null, details: [] });
    const told = FAULTS.map(
      ([, ofCampaign, ofMember]) =>
        judgeMember({ ...campaign, ...ofCampaign }, { ...member, ...ofMember }).reason,
    );
    expect(told).toEqual(FAULTS.map(([reason]) => reason));
    // The last ones are those of posts, which are judged by all who read them.
    expect(told).toEqual(CAMPAIGN_REASONS.slice(0, CAMPAIGN_REASONS.indexOf('NOT_VIEWING')));
  });

  it('I-06 of two faults the earlier one is told, whatever they are', () => {
    const wrong = FAULTS.flatMap(([reason, ofCampaign, ofMember], at) =>
      FAULTS.slice(at + 1)
        // A fault of the same fact takes the place of the other.
        .filter(([, other, of]) => !sharesFact(ofCampaign, other) && !sharesFact(ofMember, of))
        .filter(
          ([, other, of]) =>
            judgeMember({ ...campaign, ...ofCampaign, ...other }, { ...member, ...ofMember, ...of })
              .reason !== reason,
        )
        .map(([later]) => `${reason} hidden by ${later}`),
    );
    expect(wrong).toEqual([]);
  });

  it('I-06 without segments nobody is sorted, a text of education asks for no contract, a card for no contact', () => {
    const plain = {
      ...campaign,
      ...{ segmentKeys: [], excludedSegmentKeys: [], isAdvice: false, isByWecom: false },
    };
    const bare = { ...member, purposes: new Set(['SERVICE', 'MARKETING']), inSegments: new Set<string>() };
    expect(judgeMember(plain, { ...bare, hasContract: false, isContact: false }).reason).toBeNull();
    expect(judgeMember(plain, { ...bare, suppression: 'NO_CONSENT' }).reason).toBe('NO_MARKETING_CONSENT');
  });
});

describe('on which side of a lot a member stands', () => {
  const lots = (...holding: readonly string[]): AskedCampaign => ({
    ...{ ...campaign, segmentKeys: ['a', 'b', 'c'], excludedSegmentKeys: [] },
    segments: new Map(
      ['a', 'b', 'c'].map((key) => [key, { name: key, isHeldOut: () => holding.includes(key) }]),
    ),
  });
  const inBoth: AskedMember = { ...member, inSegments: new Set(['a', 'b']) };
  const sidesOf = (of: AskedCampaign, change: Partial<AskedMember> = {}) => {
    const one = { ...inBoth, ...change };
    return armsOf(of, one, judgeMember(of, one));
  };

  it('I-08 whoever gets it stands for each segment, whom one lot holds back against that one, whom two hold back nowhere', () => {
    expect(sidesOf(lots())).toEqual([
      { segmentKey: 'a', isHeldOut: false },
      { segmentKey: 'b', isHeldOut: false },
    ]);
    expect(sidesOf(lots('b'))).toEqual([{ segmentKey: 'b', isHeldOut: true }]);
    expect(sidesOf(lots('c'))).toHaveLength(2);
    expect(sidesOf(lots('a', 'b'))).toEqual([]);
    expect(sidesOf(lots('b'), { isRead: true })).toEqual([]);
    expect(sidesOf(lots(), { suppression: 'DAY_LIMIT' })).toEqual([]);
  });
});

const sharesFact = (one: object, other: object): boolean => Object.keys(one).some((key) => key in other);
