import { fieldCatalogue } from '../rules/index.ts';
import { GROUPS, STAGES } from './scoring.limits.ts';
import { TIERS } from './segments.limits.ts';

/** What a rule can ask about a member: columns of `member_facts`, with the type that says how they are compared. */
export const memberFields = fieldCatalogue([
  { key: 'stage', type: 'choice', column: 'stage', choices: STAGES },
  { key: 'stageReachedOn', type: 'day', column: 'stage_reached_on' },
  { key: 'isAccountLinked', type: 'flag', column: 'is_account_linked' },
  { key: 'lessonsCompleted', type: 'whole', column: 'lessons_completed' },
  { key: 'lastActiveAt', type: 'instant', column: 'last_active_at' },
  { key: 'preset', type: 'text', column: 'preset' },
  { key: 'purchases', type: 'whole', column: 'purchases' },
  { key: 'amountFen', type: 'money', column: 'amount_fen' },
  { key: 'benefitFen', type: 'money', column: 'benefit_fen' },
  { key: 'amountBand', type: 'whole', column: 'amount_band' },
  { key: 'frequencyBand', type: 'whole', column: 'frequency_band' },
  { key: 'benefitBand', type: 'whole', column: 'benefit_band' },
  { key: 'score', type: 'hundredths', column: 'score_hundredths' },
  { key: 'group', type: 'choice', column: 'group_code', choices: GROUPS },
  { key: 'isCore', type: 'flag', column: 'is_core' },
  { key: 'isHighBenefitTail', type: 'flag', column: 'high_benefit_tail' },
  { key: 'isLapsedKey', type: 'flag', column: 'lapsed_key' },
  { key: 'lastPurchaseOn', type: 'day', column: 'last_purchase_on' },
  { key: 'rfeRecencyBand', type: 'whole', column: 'rfe_recency_band' },
  { key: 'rfeFrequencyBand', type: 'whole', column: 'rfe_frequency_band' },
  { key: 'rfeDepthBand', type: 'whole', column: 'rfe_depth_band' },
  { key: 'tieBand', type: 'whole', column: 'tie_band' },
  { key: 'assetsFen', type: 'money', column: 'assets_fen' },
  { key: 'tier', type: 'choice', column: 'tier', choices: TIERS },
  { key: 'randomBucket', type: 'lot', column: 'member_no' },
]);
