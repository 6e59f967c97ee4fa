import { EVENT_FIELDS, HISTORY_FIELDS } from '../award-fields.ts';
import type { GuardCode } from './refusal.ts';

/** The stage is asked for by itself: it rests on a risk assessment from 信任 on. */
export const STAGE_FIELD = 'stage';

/** What a rule may ask about a member: only what rests on earning facts. */
const ALLOWED: readonly string[] = [
  ...[...EVENT_FIELDS, ...HISTORY_FIELDS].map(({ key }) => key),
  'lessonsCompleted',
  STAGE_FIELD,
];

/** What a fact of a member is made of, where that may move no award. */
const BASIS: Readonly<Record<string, readonly GuardCode[]>> = {
  // When somebody came to be trusted says when the risk was assessed.
  stageReachedOn: ['depends_on_risk_assessment'],
  isAccountLinked: ['depends_on_account'],
  // An own act of any kind: an assessment, a profile, a share, a product looked at.
  lastActiveAt: ['depends_on_risk_assessment', 'depends_on_profile', 'depends_on_sharing'],
  // Scores exist of members with a linked account.
  preset: ['depends_on_account'],
  purchases: ['depends_on_trading'],
  amountFen: ['depends_on_trading'],
  benefitFen: ['depends_on_trading'],
  amountBand: ['depends_on_trading'],
  frequencyBand: ['depends_on_trading'],
  benefitBand: ['depends_on_trading'],
  score: ['depends_on_trading'],
  group: ['depends_on_trading'],
  isCore: ['depends_on_trading'],
  isHighBenefitTail: ['depends_on_trading'],
  isLapsedKey: ['depends_on_trading'],
  lastPurchaseOn: ['depends_on_trading'],
  // Assessments, profiles and shares earn their points, and they are known with the consent to profiling only.
  rfeRecencyBand: [
    'depends_on_risk_assessment',
    'depends_on_profile',
    'depends_on_consent',
    'depends_on_sharing',
  ],
  rfeFrequencyBand: [
    'depends_on_risk_assessment',
    'depends_on_profile',
    'depends_on_consent',
    'depends_on_sharing',
  ],
  rfeDepthBand: [
    'depends_on_risk_assessment',
    'depends_on_profile',
    'depends_on_consent',
    'depends_on_sharing',
  ],
  // Purchases and contracts strengthen the tie, and it is known with the consent to profiling only.
  tieBand: ['depends_on_trading', 'depends_on_consent'],
  assetsFen: ['depends_on_holdings'],
  tier: ['depends_on_holdings'],
  randomBucket: ['by_chance'],
};

/** Why a rule may not ask for a field; empty: it may. What nobody has looked at is refused. */
export function basisOf(field: string): readonly GuardCode[] {
  if (ALLOWED.includes(field)) return [];
  return Object.hasOwn(BASIS, field) ? (BASIS[field] ?? []) : ['unknown_field'];
}

/** Whether a name is one of a field that may move no award. */
export const isForbiddenField = (name: string): boolean => Object.hasOwn(BASIS, name);
