import type { EventType } from './engagement.limits.ts';

/** How often a member may have the copy of the own data made within 24 hours: on the screen, and as a file. */
export const COPY_READS_PER_DAY = 60;
export const COPY_FILES_PER_DAY = 10;
/** Single entries of each kind that the screen shows; the file goes further back. */
export const COPY_SHOWN = 20;
export const COPY_FILE_ROWS_MAX = 5_000;
/** Bytes of the file at most; entries are left out, the oldest first, until it fits, and the file says how many. */
export const COPY_FILE_BYTES_MAX = 4 * 1024 * 1024;
/** Files of everything, made in the background: how many a day, how long they can be fetched. */
export const COPY_ORDERS_PER_DAY = 3;
export const COPY_ORDER_KEPT_DAYS = 7;
export const COPY_ORDERS_SHOWN = 5;
export const COPY_FORMATS = ['JSON', 'CSV'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];
export const COPY_ORDER_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED'] as const;
export type CopyOrderState = (typeof COPY_ORDER_STATES)[number];

/**
 * What a member paid the firm, by source. Of the firm's income only this: what a fund's manager or the fund itself
 * pays (trailing fee, sales service fee, shares of private products) is no fee of the member's. `with_purchase` came
 * with a confirmed purchase and names no other source.
 */
export const FEE_SOURCES = [
  'brokerage_commission',
  'subscription_fee',
  'advisory_fee',
  'margin_interest',
  'with_purchase',
] as const;
export type FeeSource = (typeof FEE_SOURCES)[number];

/** What is recorded of a member, put together as it is explained to the member. */
export const RECORDED_KINDS = [
  'identity',
  'consent',
  'learning',
  'arrival',
  'community',
  'service',
  'suitability',
  'products',
  'trading',
  'rewards',
  'messages',
  'derived',
] as const;
export type RecordedKind = (typeof RECORDED_KINDS)[number];

/** The kind that each event of a member's log is explained under. */
export const RECORDED_KIND_OF = {
  content_viewed: 'learning',
  content_dwelled: 'learning',
  content_shared: 'learning',
  live_replayed: 'learning',
  product_viewed: 'products',
  product_favourited: 'products',
  disclosure_read: 'suitability',
  member_registered: 'identity',
  consent_granted: 'consent',
  consent_withdrawn: 'consent',
  kyc_updated: 'suitability',
  risk_assessed: 'suitability',
  account_opened: 'trading',
  adviser_bound: 'service',
  callback_done: 'service',
  lesson_completed: 'learning',
  quiz_submitted: 'learning',
  live_reserved: 'learning',
  live_attended: 'learning',
  referral_opened: 'community',
  referral_registered: 'community',
  group_joined: 'community',
  group_left: 'community',
  group_replied: 'community',
  checked_in: 'community',
  consultation_requested: 'service',
  consultation_replied: 'service',
  consultation_closed: 'service',
  consultation_rated: 'service',
  suitability_checked: 'suitability',
  purchase_submitted: 'trading',
  purchase_confirmed: 'trading',
  purchase_refunded: 'trading',
  redemption_confirmed: 'trading',
  sip_created: 'trading',
  sip_stopped: 'trading',
  advisory_contract_signed: 'trading',
  advisory_contract_cancelled: 'trading',
  aum_snapshotted: 'trading',
  net_inflow_recorded: 'trading',
  benefit_booked: 'trading',
  points_earned: 'rewards',
  points_reversed: 'rewards',
  points_redeemed: 'rewards',
  reward_issued: 'rewards',
  push_sent: 'messages',
  push_delivered: 'messages',
  push_opened: 'messages',
  push_unsubscribed: 'messages',
  complaint_filed: 'service',
} as const satisfies Readonly<Record<EventType, RecordedKind>>;

/** Version of what a member reads before the account is closed; another text is another version. */
export const CLOSING_TEXT_VERSION = 'closing-2026-11-30';
/** Kinds of events that outlive the account, restricted, since a duty to keep them rests on them. */
export const KINDS_KEPT_BY_LAW: readonly RecordedKind[] = ['consent', 'service', 'suitability', 'trading'];
