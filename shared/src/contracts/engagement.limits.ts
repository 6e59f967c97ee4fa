export const EVENTS_PER_BATCH_MAX = 100;
/** What a reported event is about, and whether it measures something. */
interface ClientEventShape {
  readonly about: 'contentId' | 'productId';
  readonly value: 'needed' | 'optional' | 'none';
}
/** Events a phone may report; every other type is written by the server in the transaction of the act itself. */
export const CLIENT_EVENT_TYPES = [
  'content_viewed',
  'content_dwelled',
  'content_shared',
  'live_replayed',
  'product_viewed',
  'product_favourited',
  'disclosure_read',
] as const;
export type ClientEventType = (typeof CLIENT_EVENT_TYPES)[number];
export const CLIENT_EVENTS = {
  content_viewed: { about: 'contentId', value: 'none' },
  /** A heartbeat of reading; the value is seconds. */
  content_dwelled: { about: 'contentId', value: 'needed' },
  /** The intent only: WeChat does not tell whether a share was sent. */
  content_shared: { about: 'contentId', value: 'none' },
  /** The value is seconds. */
  live_replayed: { about: 'contentId', value: 'optional' },
  product_viewed: { about: 'productId', value: 'none' },
  product_favourited: { about: 'productId', value: 'none' },
  disclosure_read: { about: 'contentId', value: 'none' },
} as const satisfies Readonly<Record<ClientEventType, ClientEventShape>>;
export const SERVER_EVENT_TYPES = [
  'member_registered',
  'consent_granted',
  'consent_withdrawn',
  'kyc_updated',
  'risk_assessed',
  'account_opened',
  'adviser_bound',
  'callback_done',
  'lesson_completed',
  'quiz_submitted',
  'live_reserved',
  'live_attended',
  'referral_opened',
  'referral_registered',
  'group_joined',
  'group_left',
  'group_replied',
  'checked_in',
  'consultation_requested',
  'consultation_replied',
  'consultation_closed',
  'consultation_rated',
  'suitability_checked',
  'purchase_submitted',
  'purchase_confirmed',
  'purchase_refunded',
  'redemption_confirmed',
  'sip_created',
  'sip_stopped',
  'advisory_contract_signed',
  'advisory_contract_cancelled',
  'aum_snapshotted',
  'net_inflow_recorded',
  'benefit_booked',
  'points_earned',
  'points_reversed',
  'points_redeemed',
  'reward_issued',
  'push_sent',
  'push_delivered',
  'push_opened',
  'push_unsubscribed',
  'complaint_filed',
] as const;
export type ServerEventType = (typeof SERVER_EVENT_TYPES)[number];
export type EventType = ClientEventType | ServerEventType;
/** Who saw it happen: the phone that reported it, the server itself, or another system. */
export const EVENT_SOURCES = ['phone', 'server', 'core'] as const;
export type EventSource = (typeof EVENT_SOURCES)[number];
/** One report of reading or watching time may claim at most this much: a heartbeat is capped at 30 minutes. */
export const DWELL_SECONDS_MAX = 1800;
/**
 * What other systems tell of the service a member had. Of a rating its value is not taken in: it may move nothing.
 */
export const SERVICE_EVENT_KINDS = ['risk_assessed', 'consultation_closed', 'consultation_rated'] as const;
export type ServiceEventKind = (typeof SERVICE_EVENT_KINDS)[number];
export const SERVICE_EVENTS_PER_BATCH_MAX = 500;
