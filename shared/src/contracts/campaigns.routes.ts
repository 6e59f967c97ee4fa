import type {
  CampaignDetail,
  CampaignDraft,
  CampaignMemberQuery,
  CampaignMembers,
  CampaignOptions,
  CampaignOptionsQuery,
  CampaignQuery,
  CampaignRows,
  CancelCampaign,
  HandOverCampaign,
  SaveCampaign,
  SubmitCampaign,
  TakePreview,
} from './campaigns.ts';
import { defineRoute } from './route.ts';

type OfCampaign = { params: { campaignId: string } };

/** Advisers and relationship managers see their own, compliance all; compliance decides through `reviews.decideReview`. */
export const campaignsRoutes = {
  listCampaigns: defineRoute<{ query: CampaignQuery }, CampaignRows>(
    'campaigns.listCampaigns',
    'staff',
    'GET',
    '/v1/console/campaigns',
  ),
  getOptions: defineRoute<{ query: CampaignOptionsQuery }, CampaignOptions>(
    'campaigns.getOptions',
    'staff',
    'GET',
    '/v1/console/campaign-options',
  ),
  /** Takes an idempotency key. Of a relationship manager it has no sender until it is handed over. */
  createCampaign: defineRoute<{ body: CampaignDraft }, CampaignDetail>(
    'campaigns.createCampaign',
    'staff',
    'POST',
    '/v1/console/campaigns',
  ),
  getCampaign: defineRoute<OfCampaign, CampaignDetail>(
    'campaigns.getCampaign',
    'staff',
    'GET',
    '/v1/console/campaigns/:campaignId',
  ),
  /** Leads back to DRAFT: a review that is open is over, and the preview does not count any more. */
  saveCampaign: defineRoute<OfCampaign & { body: SaveCampaign }, CampaignDetail>(
    'campaigns.saveCampaign',
    'staff',
    'PUT',
    '/v1/console/campaigns/:campaignId',
  ),
  handOver: defineRoute<OfCampaign & { body: HandOverCampaign }, CampaignDetail>(
    'campaigns.handOver',
    'staff',
    'POST',
    '/v1/console/campaigns/:campaignId/handover',
  ),
  takePreview: defineRoute<OfCampaign & { body: TakePreview }, CampaignDetail>(
    'campaigns.takePreview',
    'staff',
    'POST',
    '/v1/console/campaigns/:campaignId/previews',
  ),
  listMembers: defineRoute<OfCampaign & { query: CampaignMemberQuery }, CampaignMembers>(
    'campaigns.listMembers',
    'staff',
    'GET',
    '/v1/console/campaigns/:campaignId/members',
  ),
  submitCampaign: defineRoute<OfCampaign & { body: SubmitCampaign }, CampaignDetail>(
    'campaigns.submitCampaign',
    'staff',
    'POST',
    '/v1/console/campaigns/:campaignId/submission',
  ),
  cancelCampaign: defineRoute<OfCampaign & { body: CancelCampaign }, CampaignDetail>(
    'campaigns.cancelCampaign',
    'staff',
    'POST',
    '/v1/console/campaigns/:campaignId/cancellation',
  ),
} as const;
