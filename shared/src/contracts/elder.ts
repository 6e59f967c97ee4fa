import { z } from 'zod';
import {
  BIRTH_YEAR_MIN,
  CALL_BACK_STATES,
  SAFETY_NOTICES_MAX,
  SAFETY_REASONS,
  SAFETY_TEXT_MAX,
  TRUSTED_NAME_MAX,
  TRUSTED_PHONE,
  TRUSTED_PHONE_MAX,
  TRUSTED_RELATIONS,
} from './elder.limits.ts';
import { Cursor, Instant, PageQuery, PublicId } from './primitives.ts';

/** That somebody's trusted contact was called, and why, as the member is told. */
export const OwnSafetyNotice = z
  .object({ noticeId: PublicId, reason: z.enum(SAFETY_REASONS), raisedAt: Instant })
  .meta({ id: 'OwnSafetyNotice' });
export type OwnSafetyNotice = z.infer<typeof OwnSafetyNotice>;

/** The trusted contact as the member sees it again: enough to know who it is. */
export const OwnTrustedContact = z
  .object({
    maskedName: z.string(),
    relation: z.enum(TRUSTED_RELATIONS),
    phoneTail: z.string(),
    namedAt: Instant,
  })
  .meta({ id: 'OwnTrustedContact' });
export type OwnTrustedContact = z.infer<typeof OwnTrustedContact>;

/** What protects a member who may be of a certain age. */
export const OwnProtection = z
  .object({
    /** As said last; null: not said yet. */
    birthYear: z.number().int().nullable(),
    /** From this age on somebody calls first. */
    elderAge: z.number().int(),
    callBack: z.enum(CALL_BACK_STATES),
    trustedContact: OwnTrustedContact.nullable(),
    notices: z.array(OwnSafetyNotice).max(SAFETY_NOTICES_MAX),
  })
  .meta({ id: 'OwnProtection' });
export type OwnProtection = z.infer<typeof OwnProtection>;

/** The year alone: less than that would not do, more is not needed. */
export const SayBirthYear = z
  .object({ birthYear: z.number().int().min(BIRTH_YEAR_MIN).max(2_100) })
  .meta({ id: 'SayBirthYear' });
export type SayBirthYear = z.infer<typeof SayBirthYear>;

/** `hasAgreed`: the person named knows of it and agrees. */
export const NameTrustedContact = z
  .object({
    name: z.string().trim().min(1).max(TRUSTED_NAME_MAX),
    relation: z.enum(TRUSTED_RELATIONS),
    phone: z.string().max(TRUSTED_PHONE_MAX).regex(TRUSTED_PHONE),
    hasAgreed: z.literal(true),
  })
  .meta({ id: 'NameTrustedContact' });
export type NameTrustedContact = z.infer<typeof NameTrustedContact>;

/** A member of the age who waits for a call or was called; no name, no year. */
export const ElderRow = z
  .object({
    member: z.object({ memberId: PublicId, displayName: z.string() }),
    state: z.enum(['WAITING', 'DONE']),
    requiredAt: Instant,
    calledAt: Instant.nullable(),
    hasTrustedContact: z.boolean(),
    /** How often the trusted contact was called. */
    notices: z.number().int(),
  })
  .meta({ id: 'ElderRow' });
export type ElderRow = z.infer<typeof ElderRow>;
export const ElderRows = z
  .object({ rows: z.array(ElderRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'ElderRows' });
export type ElderRows = z.infer<typeof ElderRows>;
export const ElderQuery = PageQuery.extend({ state: z.enum(['WAITING', 'DONE']).default('WAITING') });
export type ElderQuery = z.input<typeof ElderQuery>;

/** Said before the number is shown; the member reads the reason. */
export const RaiseSafetyNotice = z
  .object({ reason: z.enum(SAFETY_REASONS), text: z.string().trim().min(2).max(SAFETY_TEXT_MAX) })
  .meta({ id: 'RaiseSafetyNotice' });
export type RaiseSafetyNotice = z.infer<typeof RaiseSafetyNotice>;

/** Whom to call, for this once. */
export const CalledContact = z
  .object({
    noticeId: PublicId,
    name: z.string(),
    relation: z.enum(TRUSTED_RELATIONS),
    phone: z.string(),
  })
  .meta({ id: 'CalledContact' });
export type CalledContact = z.infer<typeof CalledContact>;
