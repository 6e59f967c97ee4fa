import { campaignsPage } from '../app/pages.ts';

/** Where a new campaign is written. */
export const newCampaignPath = `${campaignsPage.path}/new`;
export const campaignPath = (campaignId: string): string => `${campaignsPage.path}/${campaignId}`;
