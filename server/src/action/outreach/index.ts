export { CampaignDesk } from './campaigns/campaign-desk.ts';
export { CampaignWriting } from './campaigns/campaign-writing.ts';
export { CampaignsModule } from './campaigns/campaigns.module.ts';
export { OutreachModule } from './outreach.module.ts';
