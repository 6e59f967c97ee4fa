import { z } from 'zod';
import {
  ANSWER_TEXT_MAX,
  APPEAL_TEXT_MAX,
  CALL_ACTS,
  CALL_OUTCOMES,
  CALL_REASONS,
  CALL_STATES,
  CALL_VIEWS,
  COMPLAINANT_MAX,
  COMPLAINT_ACTS,
  COMPLAINT_CATEGORIES,
  COMPLAINT_CHANNELS,
  COMPLAINT_OUTCOMES,
  COMPLAINT_PICTURES_MAX,
  COMPLAINT_STATES,
  COMPLAINT_TEXT_MAX,
  COMPLAINT_VIEWS,
  INTAKE_CHANNELS,
  STEP_TEXT_MAX,
  TOLD_BY,
  TRADING_PLAN_MAX,
} from './care.limits.ts';
import { CivilDay, Cursor, Instant, PublicId } from './primitives.ts';

const plan = z.string().trim().min(1).max(TRADING_PLAN_MAX).nullable().default(null);
/** The number of the next step: whoever saw an older state is told so, and a repeat is the same step. */
const stepNo = z.number().int().min(2).max(10_000);
const page = {
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  /** Only what is the caller's to do. */
  owner: z.literal('me').optional(),
};
const Counts = {
  total: z.number().int(),
  /** Of what the firm owes under the other filters. */
  overdue: z.number().int(),
  soon: z.number().int(),
  nextCursor: Cursor.nullable(),
};
/** A client as staff see one who need not know the name; null for somebody without the app. */
const Client = z.object({ memberId: PublicId, displayName: z.string() }).nullable();

export const ComplaintRow = z
  .object({
    complaintId: PublicId,
    complaintNo: z.string(),
    channel: z.enum(COMPLAINT_CHANNELS),
    category: z.enum(COMPLAINT_CATEGORIES),
    state: z.enum(COMPLAINT_STATES),
    client: Client,
    branchName: z.string().nullable(),
    ownerId: PublicId.nullable(),
    ownerName: z.string().nullable(),
    registeredAt: Instant,
    dueOn: CivilDay.nullable(),
    due: z.enum(['OVERDUE', 'SOON', 'LATER']).nullable(),
  })
  .meta({ id: 'ComplaintRow' });
export type ComplaintRow = z.infer<typeof ComplaintRow>;

export const ComplaintQuery = z.object({
  ...page,
  view: z.enum(COMPLAINT_VIEWS).default('OWED'),
  channel: z.enum(COMPLAINT_CHANNELS).optional(),
});
export type ComplaintQuery = z.input<typeof ComplaintQuery>;

export const ComplaintRows = z
  .object({ rows: z.array(ComplaintRow), ...Counts })
  .meta({ id: 'ComplaintRows' });
export type ComplaintRows = z.infer<typeof ComplaintRows>;

const step = {
  stepNo: z.number().int(),
  /** Null for the software and for a client whose name is of no need here. */
  actorName: z.string().nullable(),
  actorKind: z.enum(['staff', 'member', 'system']),
  /** To whom it was given by this step. */
  ownerName: z.string().nullable(),
  text: z.string().nullable(),
  at: Instant,
};
const CareStep = z.object({ ...step, act: z.enum(COMPLAINT_ACTS), state: z.enum(COMPLAINT_STATES) });
const CallStep = z.object({ ...step, act: z.enum(CALL_ACTS), state: z.enum(CALL_STATES) });

/** One complaint in full. Opening it is noted in the trail. */
export const ComplaintDetail = z
  .object({
    row: ComplaintRow,
    /** Null when the account was closed and only compliance may still read it. */
    text: z.string().nullable(),
    complainant: z.string().nullable(),
    tradingPlan: z.string().nullable(),
    /** Something was said of a plan to trade that this caller may not read. */
    isTradingPlanWithheld: z.boolean(),
    /** The account was closed: what is kept is kept by law only. */
    isRestricted: z.boolean(),
    pictureIds: z.array(PublicId).max(COMPLAINT_PICTURES_MAX),
    outcome: z.enum(COMPLAINT_OUTCOMES).nullable(),
    toldBy: z.enum(TOLD_BY).nullable(),
    hasAppealed: z.boolean(),
    /** From when on it may be closed without the client's word. */
    closableFrom: CivilDay.nullable(),
    steps: z.array(CareStep),
    nextStepNo: z.number().int(),
    /** What this caller may do now. */
    acts: z.array(z.enum(COMPLAINT_ACTS)),
  })
  .meta({ id: 'ComplaintDetail' });
export type ComplaintDetail = z.infer<typeof ComplaintDetail>;

/** What somebody said on the telephone, at the counter or to the regulator. */
export const RegisterComplaint = z
  .object({
    channel: z.enum(INTAKE_CHANNELS),
    category: z.enum(COMPLAINT_CATEGORIES),
    memberId: PublicId.nullable(),
    /** Name and telephone number of whoever has no account here. */
    complainant: z.string().trim().min(1).max(COMPLAINANT_MAX).nullable(),
    text: z.string().trim().min(1).max(COMPLAINT_TEXT_MAX),
    tradingPlan: plan,
  })
  .refine(({ memberId, complainant }) => memberId !== null || complainant !== null, {
    path: ['complainant'],
    message: '客户编号和投诉人至少填一项',
  })
  .meta({ id: 'RegisterComplaint' });
export type RegisterComplaint = z.input<typeof RegisterComplaint>;

export const TakeComplaintStep = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('ASSIGN'), stepNo, ownerId: PublicId }),
    z.object({ act: z.literal('NOTE'), stepNo, text: z.string().trim().min(1).max(STEP_TEXT_MAX) }),
    z.object({
      act: z.literal('ANSWER'),
      stepNo,
      outcome: z.enum(COMPLAINT_OUTCOMES),
      toldBy: z.enum(TOLD_BY),
      text: z.string().trim().min(1).max(ANSWER_TEXT_MAX),
    }),
    z.object({ act: z.literal('APPEAL'), stepNo, text: z.string().trim().min(1).max(APPEAL_TEXT_MAX) }),
    z.object({ act: z.literal('CLOSE'), stepNo, text: z.string().trim().min(1).max(STEP_TEXT_MAX) }),
  ])
  .meta({ id: 'TakeComplaintStep' });
export type TakeComplaintStep = z.infer<typeof TakeComplaintStep>;

/** Whom a complaint or a call can be given to; never the client's own adviser. */
export const CandidateQuery = z.object({
  of: z.enum(['complaint', 'call']),
  id: PublicId,
  search: z.string().trim().max(20).default(''),
});
export type CandidateQuery = z.input<typeof CandidateQuery>;
export const Candidates = z
  .object({
    staff: z.array(z.object({ staffId: PublicId, name: z.string(), branchName: z.string().nullable() })),
  })
  .meta({ id: 'Candidates' });
export type Candidates = z.infer<typeof Candidates>;

export const CallRow = z
  .object({
    callId: PublicId,
    reason: z.enum(CALL_REASONS),
    state: z.enum(CALL_STATES),
    client: Client,
    branchName: z.string().nullable(),
    ownerId: PublicId.nullable(),
    ownerName: z.string().nullable(),
    orderedAt: Instant,
    dueOn: CivilDay,
    due: z.enum(['OVERDUE', 'SOON', 'LATER']).nullable(),
    outcome: z.enum(CALL_OUTCOMES).nullable(),
  })
  .meta({ id: 'CallRow' });
export type CallRow = z.infer<typeof CallRow>;

export const CallQuery = z.object({ ...page, view: z.enum(CALL_VIEWS).default('OWED') });
export type CallQuery = z.input<typeof CallQuery>;
export const CallRows = z.object({ rows: z.array(CallRow), ...Counts }).meta({ id: 'CallRows' });
export type CallRows = z.infer<typeof CallRows>;

export const CallDetail = z
  .object({
    row: CallRow,
    note: z.string().nullable(),
    result: z.string().nullable(),
    tradingPlan: z.string().nullable(),
    isTradingPlanWithheld: z.boolean(),
    isRestricted: z.boolean(),
    /** The complaint that what was found became. */
    complaintId: PublicId.nullable(),
    steps: z.array(CallStep),
    nextStepNo: z.number().int(),
    acts: z.array(z.enum(CALL_ACTS)),
  })
  .meta({ id: 'CallDetail' });
export type CallDetail = z.infer<typeof CallDetail>;

export const OrderCall = z
  .object({
    memberId: PublicId,
    reason: z.enum(CALL_REASONS),
    note: z.string().trim().max(STEP_TEXT_MAX).default(''),
    /** Null for as many working days from now as are configured. */
    dueOn: CivilDay.nullable().default(null),
  })
  .meta({ id: 'OrderCall' });
export type OrderCall = z.input<typeof OrderCall>;

export const TakeCallStep = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('ASSIGN'), stepNo, ownerId: PublicId }),
    z.object({
      act: z.literal('RECORD'),
      stepNo,
      outcome: z.enum(CALL_OUTCOMES),
      text: z.string().trim().min(1).max(STEP_TEXT_MAX),
      tradingPlan: plan,
      /** What is found wrong becomes a complaint of this category. */
      complaintCategory: z.enum(COMPLAINT_CATEGORIES).nullable().default(null),
    }),
    z.object({ act: z.literal('CANCEL'), stepNo, text: z.string().trim().min(1).max(STEP_TEXT_MAX) }),
  ])
  .meta({ id: 'TakeCallStep' });
export type TakeCallStep = z.input<typeof TakeCallStep>;
