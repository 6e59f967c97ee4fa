export const EVENTS_PER_BATCH_MAX = 100;
/** Events a phone may report; every other type is written by the server in the transaction of the act itself. */
export const CLIENT_EVENT_TYPES = ['content_viewed', 'content_dwelled', 'content_shared'] as const;
export type ClientEventType = (typeof CLIENT_EVENT_TYPES)[number];
export const SERVER_EVENT_TYPES = [
  'member_registered',
  'consent_granted',
  'consent_withdrawn',
  'lesson_completed',
  'quiz_submitted',
  'adviser_bound',
  'risk_assessed',
  'consultation_closed',
  'consultation_rated',
] as const;
export type ServerEventType = (typeof SERVER_EVENT_TYPES)[number];
export type EventType = ClientEventType | ServerEventType;
/** One report of reading time may claim at most this much. */
export const DWELL_SECONDS_MAX = 1800;
/**
 * What other systems tell of the service a member had. Of a rating its value is not taken in: it may move nothing.
 */
export const SERVICE_EVENT_KINDS = ['risk_assessed', 'consultation_closed', 'consultation_rated'] as const;
export type ServiceEventKind = (typeof SERVICE_EVENT_KINDS)[number];
export const SERVICE_EVENTS_PER_BATCH_MAX = 500;
