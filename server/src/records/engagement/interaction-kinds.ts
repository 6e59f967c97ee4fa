/** What counts as dealing with each other; opening and reading the same thing are one kind. */
export const INTERACTION_KINDS = {
  content_viewed: 'reading',
  content_dwelled: 'reading',
  content_shared: 'sharing',
  lesson_completed: 'learning',
  quiz_submitted: 'answering',
  live_reserved: 'watching',
  live_attended: 'watching',
  live_replayed: 'watching',
  product_viewed: 'looking_at_products',
  product_favourited: 'looking_at_products',
  disclosure_read: 'looking_at_products',
  group_joined: 'taking_part',
  group_replied: 'taking_part',
  checked_in: 'checking_in',
  consultation_requested: 'consulting',
  consultation_rated: 'consulting',
  kyc_updated: 'declaring',
  risk_assessed: 'declaring',
  push_opened: 'opening',
} as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[keyof typeof INTERACTION_KINDS];

/** Event types a member causes by an own act. */
export const INTERACTION_TYPES: readonly string[] = Object.keys(INTERACTION_KINDS);

const kindByType = new Map<string, InteractionKind>(Object.entries(INTERACTION_KINDS));

/** The kind of an event type; null when the type is no interaction. */
export const kindOf = (type: string): InteractionKind | null => kindByType.get(type) ?? null;
