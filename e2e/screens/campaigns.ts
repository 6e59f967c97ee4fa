import type { CampaignDetail, CampaignMembers } from '@siyu/shared/contracts/campaigns';
import { CAMPAIGN_OUTCOMES, type CampaignOutcome } from '@siyu/shared/contracts/campaigns.limits';
import { campaignsRoutes } from '@siyu/shared/contracts/campaigns.routes';
import { startOfDay, dayOfInstant, addDays } from '@siyu/shared/time';
import type { StaffClient } from '../harness/index.ts';

/** Campaigns of an adviser as the pictures show them. */
export interface PlannedCampaigns {
  /** A draft that was looked at, and can be handed in. */
  readonly campaignId: string;
  /** Handed in, for compliance to decide. */
  readonly submittedName: string;
}

const HOUR_MS = 3_600_000;
const SUBMITTED = '十二月第一课';

/** Two of them, for tomorrow at ten: at that hour nobody wants to be left alone. */
export async function planCampaigns(adviser: StaffClient, contentId: string): Promise<PlannedCampaigns> {
  const tomorrow = startOfDay(addDays(dayOfInstant(Date.now()), 1));
  const scheduledFor = new Date(tomorrow + 10 * HOUR_MS).toISOString();
  const plan = async (name: string): Promise<CampaignDetail> => {
    const { campaignId, revision } = await adviser.call(campaignsRoutes.createCampaign, {
      body: {
        name,
        contentId,
        productIds: [],
        channel: 'FEED_CARD',
        groupIds: [],
        segmentKeys: [],
        excludedSegmentKeys: [],
        scheduledFor,
      },
    });
    return adviser.call(campaignsRoutes.takePreview, { params: { campaignId }, body: { revision } });
  };
  const { campaignId, revision, preview } = await plan(SUBMITTED);
  await adviser.call(campaignsRoutes.submitCampaign, {
    params: { campaignId },
    body: { revision, previewSha256: preview?.sha256 ?? '' },
  });
  return { campaignId: (await plan('基金季报怎么读')).campaignId, submittedName: SUBMITTED };
}

const [adviser, at] = [
  { staffId: '01900000-0000-7000-8000-00000000ca01', name: '沈知行' },
  '2026-11-30T02:00:00.000Z',
];

type Outcome = NonNullable<NonNullable<CampaignDetail['results']>['uplift']>[number]['outcomes'][number];
const outcome = (
  name: CampaignOutcome,
  included: number | null,
  heldOut: number | null,
  difference: Outcome['difference'],
): Outcome => ({ outcome: name, included, heldOut, difference });

/** One that has gone out, and was not the same for everybody by then. */
export const SENT_CAMPAIGN: CampaignDetail = {
  campaignId: '01900000-0000-7000-8000-00000000ca02',
  name: '十一月第四课',
  state: 'DONE',
  channel: 'FEED_CARD',
  contentTitle: '费率看哪里',
  writer: adviser,
  sender: adviser,
  scheduledFor: at,
  included: 214,
  sent: 211,
  changedAt: at,
  revision: 3,
  draft: {
    name: '十一月第四课',
    contentId: '01900000-0000-7000-8000-00000000ca03',
    productIds: [],
    channel: 'FEED_CARD',
    groupIds: [],
    segmentKeys: ['stage.FAMILIAR', 'stage.TRUSTING'],
    excludedSegmentKeys: [],
    scheduledFor: at,
  },
  content: {
    contentId: '01900000-0000-7000-8000-00000000ca03',
    kind: 'article',
    label: 'education',
    title: '费率看哪里',
    version: 2,
    sha256: 'c4'.repeat(32),
    isCurrent: true,
  },
  products: [],
  segments: [
    { key: 'stage.FAMILIAR', name: '熟悉' },
    { key: 'stage.TRUSTING', name: '信任' },
  ],
  groups: [],
  preview: {
    previewId: '01900000-0000-7000-8000-00000000ca04',
    revision: 3,
    takenAt: '2026-11-28T07:30:00.000Z',
    plannedFor: at,
    included: 214,
    excluded: 128,
    reasons: [
      { reason: 'NO_MARKETING_CONSENT', members: 61 },
      { reason: 'SWITCHED_OFF', members: 9 },
      { reason: 'ALREADY_READ', members: 4 },
      { reason: 'HELD_OUT', members: 54 },
    ],
    sha256: '5e'.repeat(32),
    isStale: false,
    post: null,
  },
  review: null,
  lastReview: { isApproved: true, comment: '', reviewerName: '梁正', decidedAt: '2026-11-28T08:10:00.000Z' },
  stoppedFor: null,
  cancelReason: null,
  results: {
    included: 214,
    queued: 0,
    sent: 211,
    unknown: 0,
    failed: 0,
    withdrawn: 0,
    dropped: 3,
    changes: [
      { reason: 'NOT_IN_BOOK', members: 1 },
      { reason: 'NO_MARKETING_CONSENT', members: 2 },
    ],
    opened: 96,
    readToEnd: 58,
    consulted: 9,
    converted: 2,
    window: { from: at, until: '2026-12-14T16:00:00.000Z', isOver: true },
    uplift: [
      {
        ...{ segmentKey: 'stage.TRUSTING', name: '信任', included: 150, heldOut: 48 },
        outcomes: [
          outcome('OPENED', 71, 9, { share: 0.2858, low: 0.1325, high: 0.4027 }),
          outcome('READ', 44, 5, { share: 0.1892, low: 0.0539, high: 0.2863 }),
          outcome('CONSULTED', 7, 2, { share: 0.005, low: -0.096, high: 0.0604 }),
          outcome('CONVERTED', 2, 0, { share: 0.0133, low: -0.0614, high: 0.0473 }),
        ],
      },
      {
        ...{ segmentKey: 'stage.FAMILIAR', name: '熟悉', included: 64, heldOut: 6 },
        outcomes: CAMPAIGN_OUTCOMES.map((each) => outcome(each, null, null, null)),
      },
    ],
  },
  mayDo: [],
};

const dropped = (nth: number, displayName: string, reason: 'NOT_IN_BOOK' | 'NO_MARKETING_CONSENT') => ({
  memberId: `01900000-0000-7000-8000-00000000ca1${nth}`,
  displayName,
  reason: null,
  details: [],
  delivery: { state: 'DROPPED' as const, reason, details: [], at },
});
/** Those who were to get it and did not. */
export const DROPPED_MEMBERS: CampaignMembers = {
  rows: [
    dropped(1, '王**', 'NO_MARKETING_CONSENT'),
    dropped(2, '陈**', 'NO_MARKETING_CONSENT'),
    dropped(3, '林*', 'NOT_IN_BOOK'),
  ],
  total: 3,
  nextCursor: null,
};

const GROUP = { groupId: '01900000-0000-7000-8000-00000000ca21', name: '思语投教一群' };
/** One for a group, about a product, which somebody there may not read. */
export const POST_CAMPAIGN: CampaignDetail = {
  ...SENT_CAMPAIGN,
  campaignId: '01900000-0000-7000-8000-00000000ca20',
  name: '群里聊聊固收',
  state: 'DRAFT',
  channel: 'GROUP_POST',
  scheduledFor: null,
  included: 0,
  sent: null,
  draft: {
    ...SENT_CAMPAIGN.draft,
    ...{ name: '群里聊聊固收', channel: 'GROUP_POST', groupIds: [GROUP.groupId], segmentKeys: [] },
    scheduledFor: null,
  },
  products: [
    {
      productId: '01900000-0000-7000-8000-00000000ca22',
      ...{ code: 'GS1001', name: '稳健固收一号', isNamed: true },
    },
  ],
  segments: [],
  groups: [GROUP],
  preview: {
    ...{ previewId: '01900000-0000-7000-8000-00000000ca23', revision: 3, takenAt: at, plannedFor: at },
    ...{ included: 0, excluded: 31, reasons: [], sha256: '7a'.repeat(32), isStale: false },
    post: {
      viewers: 34,
      refusal: 'STRICTER_VIEWER',
      isEducationOnly: true,
      forcedBy: [
        { standing: 'UNLINKED', viewers: 3, people: [], details: [] },
        {
          standing: 'NOT_ASSESSED',
          viewers: 4,
          people: [
            { memberId: '01900000-0000-7000-8000-00000000ca24', displayName: '陈**' },
            { memberId: '01900000-0000-7000-8000-00000000ca25', displayName: '李**' },
          ],
          details: [],
        },
        {
          standing: 'UNSUITABLE',
          viewers: 1,
          people: [{ memberId: '01900000-0000-7000-8000-00000000ca26', displayName: '王**' }],
          details: [{ code: 'LEVEL_TOO_HIGH', about: '稳健固收一号' }],
        },
      ],
      groups: [{ ...GROUP, viewers: 34 }],
    },
  },
  lastReview: null,
  results: null,
  mayDo: ['EDIT', 'PREVIEW', 'CANCEL'],
};
