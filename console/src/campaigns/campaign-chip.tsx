import type { CampaignState } from '@siyu/shared/contracts/campaigns.limits';
import { campaignStateNames } from '@siyu/shared/messages';

const tones = {
  DRAFT: '',
  IN_REVIEW: 'chip-warning',
  SCHEDULED: 'chip-gold',
  SENDING: 'chip-gold',
  DONE: 'chip-success',
  CANCELLED: 'chip-quiet',
  STOPPED: 'chip-error',
} as const satisfies Record<CampaignState, string>;

export const CampaignChip = ({ state }: { state: CampaignState }) => (
  <span className={`chip ${tones[state]}`}>{campaignStateNames[state]}</span>
);
