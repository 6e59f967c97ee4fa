/** Outbox event per appended event of a member that somebody wants, for modules that react (awards, tasks). */
export const ENGAGEMENT_RECORDED = 'EngagementRecorded';
export interface EngagementRecorded {
  readonly eventId: string;
  readonly type: string;
  /** `EventSource`: who saw it happen. */
  readonly source: string;
  readonly contentId: string | null;
  /** What the type measures. */
  readonly value: number | null;
  /** The phone's clock was off: never to be rewarded. */
  readonly isClockSuspect: boolean;
}
