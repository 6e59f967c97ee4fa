export { CampaignDesk } from './campaigns/campaign-desk.ts';
export { CampaignHistories } from './campaigns/campaign-histories.ts';
export { CampaignWriting } from './campaigns/campaign-writing.ts';
export { CampaignsModule } from './campaigns/campaigns.module.ts';
export { OutreachModule } from './outreach.module.ts';
export { MatchingModule } from './matching/matching.module.ts';
