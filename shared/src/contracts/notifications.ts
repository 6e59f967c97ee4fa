import { z } from 'zod';
import {
  MESSAGE_CLASSES,
  NOTICE_KINDS,
  NOTICE_STATES,
  SUBSCRIBE_ANSWERS,
  TEMPLATE_ID_MAX,
  TEMPLATES_AT_ONCE_MAX,
  WISH_SUBJECT_MAX,
} from './notifications.limits.ts';
import { CARRIES, Cursor, Instant, PageQuery, PublicId } from './primitives.ts';

/** What a member asked to be told of. */
const Wish = z.object({
  subject: z.string().meta({ [CARRIES]: 'ADVICE' }),
  /** What the subject was called when it was asked for; empty for the whole account. */
  title: z.string(),
  wishedAt: Instant,
});
/** One kind of reminder, and how many more of it the member allows. */
const NoticeSetting = z.object({
  kind: z.enum(NOTICE_KINDS),
  messageClass: z.enum(MESSAGE_CLASSES),
  /** What the phone asks WeChat for; null while the firm has no such template. */
  templateId: z.string().nullable(),
  messagesLeft: z.number().int(),
  wishes: z.array(Wish),
});
export type NoticeSetting = z.infer<typeof NoticeSetting>;
export const NoticeSettings = z
  .object({
    settings: z.array(NoticeSetting),
    /** Whether the member has agreed to marketing; asked and withdrawn in the privacy centre. */
    isMarketingAllowed: z.boolean(),
  })
  .meta({ id: 'NoticeSettings' });
export type NoticeSettings = z.infer<typeof NoticeSettings>;

/** Asks to be told, or no longer. Repeating it is harmless. */
export const SetWish = z
  .object({
    subject: z
      .string()
      .min(1)
      .max(WISH_SUBJECT_MAX)
      .regex(/^[A-Za-z0-9_-]+$/)
      .meta({ [CARRIES]: 'ADVICE' }),
    isWished: z.boolean(),
  })
  .strict();
export type SetWish = z.infer<typeof SetWish>;

/** What WeChat's own window was answered. The same `answerId` counts once. */
export const ReportAnswers = z
  .object({
    answerId: PublicId,
    answers: z
      .array(
        z
          .object({
            templateId: z.string().min(1).max(TEMPLATE_ID_MAX),
            answer: z.enum(SUBSCRIBE_ANSWERS),
          })
          .strict(),
      )
      .min(1)
      .max(TEMPLATES_AT_ONCE_MAX),
  })
  .strict();
export type ReportAnswers = z.infer<typeof ReportAnswers>;

/** One message to the member, as it read. */
const SentNotice = z.object({
  noticeId: PublicId,
  kind: z.enum(NOTICE_KINDS),
  messageClass: z.enum(MESSAGE_CLASSES),
  title: z.string(),
  lines: z.array(z.string()).meta({ [CARRIES]: 'ADVICE' }),
  state: z.enum(NOTICE_STATES),
  /** Why it was not sent; a code of `noticeReasonNames`. */
  reason: z.string().nullable(),
  at: Instant,
});
export type SentNotice = z.infer<typeof SentNotice>;
export const SentNotices = z
  .object({ notices: z.array(SentNotice), nextCursor: Cursor.nullable() })
  .meta({ id: 'SentNotices' });
export type SentNotices = z.infer<typeof SentNotices>;
export const NoticePage = PageQuery;
export type NoticePage = z.input<typeof NoticePage>;
export const NoticeKindParam = z.enum(NOTICE_KINDS);

/** One subscribe message as staff see it; what it said only in `NoticeDetail`, and that is on record. */
export const NoticeRow = z
  .object({
    noticeId: PublicId,
    member: z.object({ memberId: PublicId, displayName: z.string() }),
    kind: z.enum(NOTICE_KINDS),
    messageClass: z.enum(MESSAGE_CLASSES),
    templateId: z.string(),
    state: z.enum(NOTICE_STATES),
    reason: z.string().nullable(),
    plannedAt: Instant,
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'NoticeRow' });
export type NoticeRow = z.infer<typeof NoticeRow>;
export const NoticeDetail = NoticeRow.extend({
  title: z.string(),
  lines: z.array(z.string()),
  /** How many messages of the template the member still allows. */
  messagesLeft: z.number().int(),
}).meta({ id: 'NoticeDetail' });
export type NoticeDetail = z.infer<typeof NoticeDetail>;
export const NoticeListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  state: z.enum(NOTICE_STATES).optional(),
  kind: z.enum(NOTICE_KINDS).optional(),
  messageClass: z.enum(MESSAGE_CLASSES).optional(),
  /** Why it was not sent: the code of a row. */
  reason: z
    .string()
    .max(64)
    .regex(/^[a-z0-9_.]+$/)
    .optional(),
});
export type NoticeListQuery = z.input<typeof NoticeListQuery>;
/** The latest first; `unknown` counts those of whom nobody knows whether they arrived, whatever the filter. */
export const NoticeRows = z
  .object({
    rows: z.array(NoticeRow),
    total: z.number().int(),
    unknown: z.number().int(),
    nextCursor: Cursor.nullable(),
  })
  .meta({ id: 'NoticeRows' });
export type NoticeRows = z.infer<typeof NoticeRows>;
