/** Outbox event per appended event of a member, for modules that react (awards, tasks). */
export const ENGAGEMENT_RECORDED = 'EngagementRecorded';
export interface EngagementRecorded {
  readonly eventId: string;
  readonly type: string;
  readonly contentId: string | null;
  /** The phone's clock was off: never to be rewarded. */
  readonly isClockSuspect: boolean;
}
