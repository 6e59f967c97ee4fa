import type { CampaignDetail, CampaignMemberQuery } from '@siyu/shared/contracts/campaigns';
import type { CampaignState } from '@siyu/shared/contracts/campaigns.limits';
import { campaignsRoutes } from '@siyu/shared/contracts/campaigns.routes';
import { matchingRoutes } from '@siyu/shared/contracts/matching.routes';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { putAnswer } from '../api/put-answer.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'campaigns';
/** What colleagues decide meanwhile. */
const POLL_MS = 30_000;
/** While it goes out, or is about to. */
const SENDING_POLL_MS = 3_000;

export const campaignListQuery = (state: CampaignState | null) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'list', state],
    queryFn: ({ pageParam, signal }) =>
      call(
        campaignsRoutes.listCampaigns,
        { query: { ...(state !== null && { state }), ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: false,
  });

const isMoving = ({ state, scheduledFor }: CampaignDetail): boolean =>
  state === 'SENDING' ||
  (state === 'SCHEDULED' && (scheduledFor === null || Date.parse(scheduledFor) <= Date.now()));

export const campaignQuery = (campaignId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', campaignId],
    queryFn: ({ signal }) => call(campaignsRoutes.getCampaign, { params: { campaignId } }, signal),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isMoving(data) ? SENDING_POLL_MS : POLL_MS,
    refetchIntervalInBackground: false,
  });

/** What the wizard offers; what was found before stays to be seen until the next answer is there. */
export const campaignOptionsQuery = (search: string) =>
  queryOptions({
    queryKey: [KEY, 'options', search],
    queryFn: ({ signal }) =>
      call(campaignsRoutes.getOptions, { query: search === '' ? {} : { search } }, signal),
    placeholderData: keepPreviousData,
  });

/** What suits those of the own book who are in the segments. */
export const suggestionsQuery = (segmentKeys: readonly string[]) =>
  queryOptions({
    queryKey: [KEY, 'suggestions', segmentKeys],
    queryFn: ({ signal }) =>
      call(matchingRoutes.getSuggestions, { query: { segmentKeys: segmentKeys.join(',') } }, signal),
  });

export type WhichMembers = NonNullable<CampaignMemberQuery['which']>;

interface AskedMembers extends Pick<CampaignMemberQuery, 'reason'> {
  readonly campaignId: string;
  /** Another preview has other members. */
  readonly previewId: string;
  readonly which: WhichMembers;
}

export const campaignMembersQuery = ({ campaignId, previewId, which, reason }: AskedMembers) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'members', campaignId, previewId, which, reason ?? null],
    queryFn: ({ pageParam, signal }) =>
      call(
        campaignsRoutes.listMembers,
        {
          params: { campaignId },
          query: {
            which,
            ...(reason !== undefined && { reason }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

/** After an act: the campaign as it is now, and what was made from the old one. */
export function takeCampaign(detail: CampaignDetail): void {
  putAnswer(campaignQuery(detail.campaignId).queryKey, detail);
  void queryClient.invalidateQueries({ queryKey: [KEY, 'list'] });
  void queryClient.invalidateQueries({ queryKey: [KEY, 'members', detail.campaignId] });
}

export const refreshCampaign = (campaignId: string) =>
  queryClient.invalidateQueries({ queryKey: [KEY, 'one', campaignId] });

/** After a review of a campaign was decided. */
export const refreshCampaigns = () => queryClient.invalidateQueries({ queryKey: [KEY] });
