import { z } from 'zod';
import { PLATFORMS } from './channels.limits.ts';
import { CARRIES, Cursor, Instant, PublicId } from './primitives.ts';
import {
  CARD_KINDS,
  CHECK_CARDS_MAX,
  CHECK_OUTCOMES,
  CHECK_TEXT_MAX,
  FAKE_REPORT_NOTE_MAX,
  FAKE_REPORT_STATES,
  FAKE_REPORT_TEXT_MAX,
  REPORT_PICTURES_MAX,
} from './verification.limits.ts';

/** A name, a registration number, a code, a link: whatever was typed or scanned. */
export const AskCheck = z
  .object({ text: z.string().trim().min(1).max(CHECK_TEXT_MAX) })
  .meta({ id: 'AskCheck' });
export type AskCheck = z.infer<typeof AskCheck>;

/** What a card of ours is, as far as everybody may know it. */
export const PublicCard = z
  .object({
    kind: z.enum(CARD_KINDS),
    /** Of a person masked. */
    name: z.string().meta({ [CARRIES]: 'ADVICE' }),
    registrationNo: z.string().nullable(),
    branchName: z.string().nullable(),
    /** Who looks after a group. */
    ownerName: z.string().nullable(),
    publishedOn: z.iso.date().nullable(),
    /** Where an account of ours is, or the account whose code was checked. */
    platform: z.enum(PLATFORMS).nullable(),
    /** Ours, but out of use. */
    isRetired: z.boolean(),
  })
  .meta({ id: 'PublicCard' });
export type PublicCard = z.infer<typeof PublicCard>;

export const CheckAnswer = z
  .object({ outcome: z.enum(CHECK_OUTCOMES), cards: z.array(PublicCard).max(CHECK_CARDS_MAX) })
  .meta({ id: 'CheckAnswer' });
export type CheckAnswer = z.infer<typeof CheckAnswer>;

export const CardKindParam = z.enum(CARD_KINDS);
export const CardKeyParam = z
  .string()
  .min(1)
  .max(64)
  .meta({ [CARRIES]: 'ADVICE' });

/** The code under a card of ours, written in two halves. */
export const CardCode = z.object({ code: z.string() }).meta({ id: 'CardCode' });
export type CardCode = z.infer<typeof CardCode>;

/** The id is made on the phone: told again it is the same report. */
export const ReportFake = z
  .object({
    reportId: PublicId,
    checkedText: z.string().trim().min(1).max(CHECK_TEXT_MAX).nullable(),
    text: z.string().trim().max(FAKE_REPORT_TEXT_MAX).default(''),
    /** Pictures that were sent before, within the last hour. */
    pictureIds: z
      .array(PublicId)
      .max(REPORT_PICTURES_MAX)
      .refine((ids) => new Set(ids).size === ids.length)
      .default([]),
  })
  .meta({ id: 'ReportFake' });
export type ReportFake = z.input<typeof ReportFake>;

/** A picture that waits for the report that names it. */
export const ReportPictureSent = z.object({ pictureId: PublicId }).meta({ id: 'ReportPictureSent' });
export type ReportPictureSent = z.infer<typeof ReportPictureSent>;

export const FakeReport = z
  .object({
    reportId: PublicId,
    checkedText: z.string().nullable(),
    text: z.string(),
    /** In the order in which they were sent; empty once they are kept no more. */
    pictureIds: z.array(PublicId).max(REPORT_PICTURES_MAX),
    state: z.enum(FAKE_REPORT_STATES),
    reportedAt: Instant,
    handledAt: Instant.nullable(),
    handlerName: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'FakeReport' });
export type FakeReport = z.infer<typeof FakeReport>;

export const FakeReportQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  state: z.enum(FAKE_REPORT_STATES).default('OPEN'),
});
export type FakeReportQuery = z.input<typeof FakeReportQuery>;

export const FakeReports = z
  .object({ rows: z.array(FakeReport), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'FakeReports' });
export type FakeReports = z.infer<typeof FakeReports>;

export const HandleFakeReport = z
  .object({ note: z.string().trim().min(1).max(FAKE_REPORT_NOTE_MAX) })
  .meta({ id: 'HandleFakeReport' });
export type HandleFakeReport = z.infer<typeof HandleFakeReport>;
