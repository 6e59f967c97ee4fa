import type { AdvisedMember, Book, BookQuery } from './adviser.ts';
import type { CampaignDetail, CampaignQuery, CampaignRows } from './campaigns.ts';
import { defineRoute } from './route.ts';

/** What an adviser reads on the own phone: the own book and the own campaigns. Nothing is changed from there. */
export const adviserRoutes = {
  listBook: defineRoute<{ query: BookQuery }, Book>(
    'adviser.listBook',
    'adviser',
    'GET',
    '/v1/adviser/members',
  ),
  getMember: defineRoute<{ params: { memberId: string } }, AdvisedMember>(
    'adviser.getMember',
    'adviser',
    'GET',
    '/v1/adviser/members/:memberId',
  ),
  listCampaigns: defineRoute<{ query: CampaignQuery }, CampaignRows>(
    'adviser.listCampaigns',
    'adviser',
    'GET',
    '/v1/adviser/campaigns',
  ),
  getCampaign: defineRoute<{ params: { campaignId: string } }, CampaignDetail>(
    'adviser.getCampaign',
    'adviser',
    'GET',
    '/v1/adviser/campaigns/:campaignId',
  ),
} as const;
