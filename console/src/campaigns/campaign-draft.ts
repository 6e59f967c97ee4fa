import type { CampaignDetail, CampaignDraft } from '@siyu/shared/contracts/campaigns';
import { isPostChannel, type CampaignChannel } from '@siyu/shared/contracts/campaigns.limits';
import type { Place } from '../lessons/check-draft.ts';

/** The steps of the wizard, each with what of a draft is written in it. */
export const WIZARD_STEPS = ['content', 'audience', 'time', 'preview'] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

const stepOfField = {
  name: 'content',
  contentId: 'content',
  productIds: 'content',
  segmentKeys: 'audience',
  excludedSegmentKeys: 'audience',
  groupIds: 'audience',
  channel: 'audience',
  scheduledFor: 'time',
} as const satisfies Record<keyof CampaignDraft, WizardStep>;

export const fieldNames = {
  name: '名称',
  contentId: '内容',
  productIds: '产品',
  segmentKeys: '发给哪些客群',
  excludedSegmentKeys: '排除的客群',
  groupIds: '发到哪些客户群',
  channel: '怎么发',
  scheduledFor: '什么时候发',
} as const satisfies Record<keyof CampaignDraft, string>;

const isField = (field: string): field is keyof CampaignDraft => field in fieldNames;

/** @example campaignPlaceName('body.draft.scheduledFor') // => '什么时候发' */
export function campaignPlaceName(path: string): string {
  const field = fieldOf(path);
  return isField(field) ? fieldNames[field] : field;
}

/** The step in which something is to be put right. */
export function stepOf(path: string): WizardStep {
  const field = fieldOf(path);
  return isField(field) ? stepOfField[field] : 'content';
}

const fieldOf = (path: string): string => path.replace(/^(?:body\.)?(?:draft\.)?/, '').split(/[.[]/)[0] ?? '';

export const EMPTY_CAMPAIGN: CampaignDraft = {
  name: '',
  contentId: '',
  productIds: [],
  channel: 'FEED_CARD',
  groupIds: [],
  segmentKeys: [],
  excludedSegmentKeys: [],
  scheduledFor: null,
};

/** What keeps a draft from being stored; the server looks again. */
export function checkCampaign(draft: CampaignDraft): readonly Place[] {
  const places: Place[] = [];
  const wrong = (path: keyof CampaignDraft, message: string) => places.push({ path, message });
  if (draft.name.trim() === '') wrong('name', '写一个名称，同事靠它找到这个计划。');
  if (draft.contentId === '') wrong('contentId', '选一篇已发布的内容。');
  if (draft.channel === 'GROUP_POST' && draft.groupIds.length === 0)
    wrong('groupIds', '选至少一个您是群主的客户群。');
  if (draft.segmentKeys.some((key) => draft.excludedSegmentKeys.includes(key)))
    wrong('excludedSegmentKeys', '同一个客群不能既发给又排除。');
  if (draft.scheduledFor === '') wrong('scheduledFor', '选一个时间，或改为通过后马上发。');
  return places;
}

/** The fields in which two drafts differ. */
export const campaignChanges = (before: CampaignDraft, after: CampaignDraft): readonly string[] =>
  Object.keys(fieldNames).filter(
    (field) => isField(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );

/** Another way has another audience: whoever is in a group reads what stands there, and segments are of no use. */
export const channelChanged = (draft: CampaignDraft, channel: CampaignChannel): CampaignDraft => ({
  ...draft,
  channel,
  groupIds: channel === 'GROUP_POST' ? draft.groupIds : [],
  ...(isPostChannel(channel) && { segmentKeys: [], excludedSegmentKeys: [] }),
});

/** Whether what is stored can be handed in as it was looked at. */
export const isPreviewed = ({ preview }: Pick<CampaignDetail, 'preview'>): boolean =>
  preview !== null && !preview.isStale;
