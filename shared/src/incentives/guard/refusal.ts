/** Requirements of the law that a guard names. */
export const GUARDED_REQUIREMENTS = [
  'REQ-INC-1',
  'REQ-INC-2',
  'REQ-INC-3',
  'REQ-INC-4',
  'REQ-INC-6',
  'REQ-INC-7',
] as const;
export type GuardedRequirement = (typeof GUARDED_REQUIREMENTS)[number];

/** Why a rule or an item of the catalogue may not be. */
export const GUARD_CODES = [
  'depends_on_account',
  'depends_on_holdings',
  'depends_on_trading',
  'depends_on_risk_assessment',
  'depends_on_profile',
  'depends_on_consent',
  'depends_on_subscription',
  'depends_on_rating',
  'depends_on_sharing',
  'depends_on_product',
  'by_chance',
  'unknown_field',
  'event_not_listed',
  'reward_not_listed',
  'worth_money',
  'physical_gift',
  'team_or_ladder',
  'for_staff',
  'unknown_part',
  'not_whole',
  'without_end',
  'yearly_value',
] as const;
export type GuardCode = (typeof GUARD_CODES)[number];

/** One reason, with the place where it lies. */
export interface Refusal {
  readonly requirement: GuardedRequirement;
  readonly code: GuardCode;
  /**
   * Such as `when`, `then.kind`, `mission.steps[0].event`, or `condition.rules[1].rules[0]`: the last one lies in the tree
   * with its segments expanded, so its beginning is the condition that named the segment.
   */
  readonly place: string;
  /** What was asked for, such as the key of a field; empty when the place says it. */
  readonly what: string;
}

/** The requirement that a reason stands for. */
export const REQUIREMENT_OF = {
  depends_on_account: 'REQ-INC-1',
  depends_on_holdings: 'REQ-INC-1',
  depends_on_trading: 'REQ-INC-1',
  depends_on_risk_assessment: 'REQ-INC-1',
  depends_on_profile: 'REQ-INC-1',
  depends_on_consent: 'REQ-INC-1',
  depends_on_subscription: 'REQ-INC-1',
  depends_on_rating: 'REQ-INC-1',
  depends_on_product: 'REQ-INC-1',
  unknown_field: 'REQ-INC-1',
  event_not_listed: 'REQ-INC-1',
  unknown_part: 'REQ-INC-1',
  reward_not_listed: 'REQ-INC-2',
  worth_money: 'REQ-INC-2',
  physical_gift: 'REQ-INC-2',
  yearly_value: 'REQ-INC-2',
  by_chance: 'REQ-INC-3',
  not_whole: 'REQ-INC-4',
  without_end: 'REQ-INC-4',
  depends_on_sharing: 'REQ-INC-6',
  team_or_ladder: 'REQ-INC-6',
  for_staff: 'REQ-INC-7',
} as const satisfies Record<GuardCode, GuardedRequirement>;
