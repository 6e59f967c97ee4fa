import { z } from 'zod';
import { Touches } from './channels.ts';
import { CivilDay, Instant, PublicId } from './primitives.ts';
import { ProofCode } from './sign-in.ts';
import { SIGN_IN_STEPS } from './staff.limits.ts';
import { CONSENT_PURPOSES, LOGIN_CODE_MAX, LOGIN_NAME_MAX, PASSWORD_MAX, ROLES } from './identity.limits.ts';

/** Public: what a client must know before anyone has signed in. */
export const RuntimeInfo = z
  .object({
    firmName: z.string(),
    licenceNo: z.string(),
    complaintPhone: z.string(),
    /** Where the sandbox's phone lives; null against the real WeChat. */
    sandboxPhoneUrl: z.string().nullable(),
  })
  .meta({ id: 'RuntimeInfo' });
export type RuntimeInfo = z.infer<typeof RuntimeInfo>;

export const OpenSession = z
  .object({ code: z.string().min(1).max(LOGIN_CODE_MAX) })
  .meta({ id: 'OpenSession' });
export type OpenSession = z.infer<typeof OpenSession>;

export const MemberProfile = z
  .object({
    memberId: PublicId,
    displayName: z.string(),
    registeredOn: CivilDay,
    /** True once SERVICE has been granted in its current version; before it nothing is recorded. */
    hasConsented: z.boolean(),
    isPersonalised: z.boolean(),
    isAccountLinked: z.boolean(),
    adviser: z.object({ name: z.string(), registrationNo: z.string() }).nullable(),
  })
  .meta({ id: 'MemberProfile' });
export type MemberProfile = z.infer<typeof MemberProfile>;

export const MemberSession = z
  .object({ token: z.string(), expiresAt: Instant, member: MemberProfile })
  .meta({ id: 'MemberSession' });
export type MemberSession = z.infer<typeof MemberSession>;

export const ConsentState = z
  .object({
    purpose: z.enum(CONSENT_PURPOSES),
    textVersion: z.string(),
    textSha256: z.string(),
    title: z.string(),
    text: z.string(),
    isGranted: z.boolean(),
    decidedAt: Instant.nullable(),
    /** Whether the app may ask about it of its own accord: not so soon after a refusal. The member always may change it. */
    mayAsk: z.boolean(),
  })
  .meta({ id: 'ConsentState' });
export type ConsentState = z.infer<typeof ConsentState>;
export const ConsentList = z.object({ consents: z.array(ConsentState) }).meta({ id: 'ConsentList' });
export type ConsentList = z.infer<typeof ConsentList>;

export const DecideConsents = z
  .object({
    decisions: z
      .array(
        z.object({
          purpose: z.enum(CONSENT_PURPOSES),
          textVersion: z.string().max(32),
          isGranted: z.boolean(),
        }),
      )
      .min(1)
      .max(CONSENT_PURPOSES.length),
    /** Version of the words by which the person says to be of age; needed by whoever joins and has not said them. */
    adultStatement: z.string().max(32).optional(),
    /** How the person came, kept on the phone until now: it is recorded in the act of joining, and only then. */
    touches: Touches.optional(),
  })
  .meta({ id: 'DecideConsents' });
export type DecideConsents = z.infer<typeof DecideConsents>;

export const OpenStaffSession = z
  .object({
    loginName: z.string().min(1).max(LOGIN_NAME_MAX),
    password: z.string().min(1).max(PASSWORD_MAX),
    /** Second step of who has a second factor; asked for by `identity.code_required`. */
    code: ProofCode.optional(),
  })
  .meta({ id: 'OpenStaffSession' });
export type OpenStaffSession = z.infer<typeof OpenStaffSession>;

export const StaffProfile = z
  .object({
    staffId: PublicId,
    name: z.string(),
    loginName: z.string(),
    roles: z.array(z.enum(ROLES)),
    /** What the person may see: everything, a branch and those below it, or the own book. */
    scope: z.object({ kind: z.enum(['firm', 'branch', 'book']), branchPath: z.string().nullable() }),
    branchName: z.string().nullable(),
    /** Until these are done only the own sign-in is open to them. */
    stepsToDo: z.array(z.enum(SIGN_IN_STEPS)),
  })
  .meta({ id: 'StaffProfile' });
export type StaffProfile = z.infer<typeof StaffProfile>;

/** The core system tells that a person it has verified is this member (needs the SENSITIVE consent). */
export const LinkCoreCustomer = z
  .object({
    memberId: PublicId,
    coreCustomerId: z.string().min(1).max(64),
    verifiedBy: z.enum(['phone', 'counter']),
  })
  .meta({ id: 'LinkCoreCustomer' });
export type LinkCoreCustomer = z.infer<typeof LinkCoreCustomer>;
export const CoreCustomerLink = z
  .object({ memberId: PublicId, isNew: z.boolean() })
  .meta({ id: 'CoreCustomerLink' });
export type CoreCustomerLink = z.infer<typeof CoreCustomerLink>;
