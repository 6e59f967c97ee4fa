import { z } from 'zod';
import {
  APPEAL_TEXT_MAX,
  COMPLAINT_CATEGORIES,
  COMPLAINT_CHANNELS,
  COMPLAINT_OUTCOMES,
  COMPLAINT_PICTURES_MAX,
  COMPLAINT_STATES,
  COMPLAINT_TEXT_MAX,
  TRADING_PLAN_MAX,
} from './care.limits.ts';
import { CivilDay, Cursor, Instant, PageQuery, PublicId } from './primitives.ts';

/** The id is made on the phone: told again it is the same complaint. */
export const Complain = z
  .object({
    complaintId: PublicId,
    category: z.enum(COMPLAINT_CATEGORIES),
    text: z.string().trim().min(1).max(COMPLAINT_TEXT_MAX),
    /** What the member means to buy or sell, as far as the complaint needs it; few people read it. */
    tradingPlan: z.string().trim().min(1).max(TRADING_PLAN_MAX).nullable().default(null),
    /** Pictures that were sent before, within the last hour. */
    pictureIds: z
      .array(PublicId)
      .max(COMPLAINT_PICTURES_MAX)
      .refine((ids) => new Set(ids).size === ids.length)
      .default([]),
  })
  .meta({ id: 'Complain' });
export type Complain = z.input<typeof Complain>;

/** A picture that waits for the complaint that names it. */
export const ComplaintPictureSent = z.object({ pictureId: PublicId }).meta({ id: 'ComplaintPictureSent' });
export type ComplaintPictureSent = z.infer<typeof ComplaintPictureSent>;

/** An answer to a complaint; the second one is final. */
export const ComplaintAnswer = z
  .object({ outcome: z.enum(COMPLAINT_OUTCOMES), text: z.string(), answeredAt: Instant })
  .meta({ id: 'ComplaintAnswer' });
export type ComplaintAnswer = z.infer<typeof ComplaintAnswer>;

/** A complaint as whoever made it sees it. */
export const OwnComplaint = z
  .object({
    complaintId: PublicId,
    complaintNo: z.string(),
    channel: z.enum(COMPLAINT_CHANNELS),
    category: z.enum(COMPLAINT_CATEGORIES),
    state: z.enum(COMPLAINT_STATES),
    text: z.string(),
    tradingPlan: z.string().nullable(),
    pictures: z.number().int(),
    registeredAt: Instant,
    /** Until when the firm answers; null when nothing is owed. */
    dueOn: CivilDay.nullable(),
    appeal: z.object({ text: z.string(), appealedAt: Instant }).nullable(),
    /** In the order in which they were given: the answer, and that to the appeal. */
    answers: z.array(ComplaintAnswer).max(2),
    mayAppeal: z.boolean(),
  })
  .meta({ id: 'OwnComplaint' });
export type OwnComplaint = z.infer<typeof OwnComplaint>;

export const OwnComplaintQuery = PageQuery;
export type OwnComplaintQuery = z.input<typeof OwnComplaintQuery>;

export const OwnComplaints = z
  .object({ complaints: z.array(OwnComplaint), nextCursor: Cursor.nullable() })
  .meta({ id: 'OwnComplaints' });
export type OwnComplaints = z.infer<typeof OwnComplaints>;

export const AppealComplaint = z
  .object({ text: z.string().trim().min(1).max(APPEAL_TEXT_MAX) })
  .meta({ id: 'AppealComplaint' });
export type AppealComplaint = z.infer<typeof AppealComplaint>;
