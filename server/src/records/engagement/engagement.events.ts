import { ContentId } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';
import type { EventKind } from '../../platform/outbox/index.ts';

/** Outbox event per appended event of a member that somebody wants, for modules that react (awards, tasks). */
export const ENGAGEMENT_RECORDED = {
  type: 'EngagementRecorded',
  payload: z.object({
    eventId: z.string(),
    type: z.string(),
    /** `EventSource`: who saw it happen. */
    source: z.string(),
    contentId: ContentId.nullable(),
    /** What the type measures. */
    value: z.number().nullable(),
    /** The phone's clock was off: never to be rewarded. */
    isClockSuspect: z.boolean(),
  }),
} as const satisfies EventKind;
export type EngagementRecorded = z.infer<typeof ENGAGEMENT_RECORDED.payload>;
