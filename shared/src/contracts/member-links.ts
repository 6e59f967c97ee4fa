import { z } from 'zod';
import {
  CONFLICT_KINDS,
  CONFLICT_STATES,
  LINK_REASON_MAX,
  LINK_REQUEST_KINDS,
  LINK_REQUEST_STATES,
  MINOR_REASON_MAX,
  MINOR_REASON_MIN,
  RESTRICTION_REASONS,
} from './identity.limits.ts';
import { Cursor, Instant, PublicId } from './primitives.ts';

const page = { limit: z.coerce.number().int().min(1).max(50).default(50), cursor: Cursor.optional() };
const reason = z.string().trim().min(1).max(LINK_REASON_MAX);

/** A registration as it is shown where two of them are compared; the name is masked. */
const Registration = z.object({ memberId: PublicId, displayName: z.string() });

/** Asks that the records of `memberId` be read as those of `intoMemberId`. */
export const RequestMerge = z
  .object({ memberId: PublicId, intoMemberId: PublicId, reason })
  .meta({ id: 'RequestMerge' });
export type RequestMerge = z.infer<typeof RequestMerge>;
/** Asks that a merged registration stand for itself again. */
export const RequestSeparation = z.object({ memberId: PublicId, reason }).meta({ id: 'RequestSeparation' });
export type RequestSeparation = z.infer<typeof RequestSeparation>;

export const MemberLinkRequest = z
  .object({
    requestId: PublicId,
    /** The how manieth request about the member; its review is of this version and this hash. */
    version: z.number().int(),
    sha256: z.string(),
    kind: z.enum(LINK_REQUEST_KINDS),
    member: Registration,
    into: Registration,
    reason: z.string(),
    state: z.enum(LINK_REQUEST_STATES),
    requesterName: z.string(),
    requestedAt: Instant,
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'MemberLinkRequest' });
export type MemberLinkRequest = z.infer<typeof MemberLinkRequest>;
export const MemberLinkListQuery = z.object({ ...page, state: z.enum(LINK_REQUEST_STATES).optional() });
export type MemberLinkListQuery = z.input<typeof MemberLinkListQuery>;
export const MemberLinkRequests = z
  .object({ rows: z.array(MemberLinkRequest), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'MemberLinkRequests' });
export type MemberLinkRequests = z.infer<typeof MemberLinkRequests>;

/** Two registrations claim what can only belong to one person. */
export const IdentityConflict = z
  .object({
    conflictId: PublicId,
    kind: z.enum(CONFLICT_KINDS),
    claimant: Registration,
    holder: Registration,
    /** Ends of the id both claim; enough to look it up, too little to use it. */
    externalIdTail: z.string(),
    firstAt: Instant,
    lastAt: Instant,
    times: z.number().int(),
    state: z.enum(CONFLICT_STATES),
    note: z.string().nullable(),
  })
  .meta({ id: 'IdentityConflict' });
export type IdentityConflict = z.infer<typeof IdentityConflict>;
export const ConflictListQuery = z.object({ ...page, state: z.enum(CONFLICT_STATES).default('OPEN') });
export type ConflictListQuery = z.input<typeof ConflictListQuery>;
export const IdentityConflicts = z
  .object({ rows: z.array(IdentityConflict), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'IdentityConflicts' });
export type IdentityConflicts = z.infer<typeof IdentityConflicts>;
/** Looked into, and there is nothing to merge. */
export const DismissConflict = z.object({ note: reason }).meta({ id: 'DismissConflict' });
export type DismissConflict = z.infer<typeof DismissConflict>;

/** Why somebody is held to be under age: the account is closed and what has no duty to be kept is erased. */
export const CloseMinor = z
  .object({ reason: z.string().trim().min(MINOR_REASON_MIN).max(MINOR_REASON_MAX) })
  .meta({ id: 'CloseMinor' });
export type CloseMinor = z.infer<typeof CloseMinor>;

export const RestrictMember = z
  .object({ reason: z.enum(RESTRICTION_REASONS) })
  .meta({ id: 'RestrictMember' });
export type RestrictMember = z.infer<typeof RestrictMember>;
