import { z } from 'zod';
import { LOGIN_NAME_MAX, ROLES } from './identity.limits.ts';
import { CivilDay, Cursor, Instant, PublicId } from './primitives.ts';
import {
  LOGIN_NAME_PATTERN,
  REGISTRATION_NO_PATTERN,
  ROLE_CHANGE_STATES,
  ROLE_REASON_MAX,
  STAFF_NAME_MAX,
  STAFF_SCOPES,
  STAFF_SEARCH_MAX,
  STAFF_STATES,
  WECOM_USER_ID_PATTERN,
} from './staff.limits.ts';

/** Roles and how far they reach. */
const Standing = z.object({
  roles: z.array(z.enum(ROLES)),
  scopeKind: z.enum(STAFF_SCOPES),
  branchId: PublicId.nullable(),
});
const NamedStanding = Standing.extend({ branchName: z.string().nullable() });

export const StaffRow = NamedStanding.extend({
  staffId: PublicId,
  loginName: z.string(),
  name: z.string(),
  state: z.enum(STAFF_STATES),
  /** What WeCom calls the person. */
  wecomUserId: z.string().nullable(),
  registrationNo: z.string().nullable(),
  /** Last day of the registration; null: open. */
  registrationUntil: CivilDay.nullable(),
  /** What the person writes may reach customers: serves, has a number, and its last day has not passed. */
  isRegistered: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** True from an account's making, or a new one-time password, until the person has chosen their own. */
  mustChangePassword: z.boolean(),
  /** A change of roles that waits for a second person. */
  isChangePending: z.boolean(),
  createdAt: Instant,
}).meta({ id: 'StaffRow' });
export type StaffRow = z.infer<typeof StaffRow>;
export const StaffRows = z
  .object({ rows: z.array(StaffRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'StaffRows' });
export type StaffRows = z.infer<typeof StaffRows>;
export const StaffListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  search: z.string().trim().max(STAFF_SEARCH_MAX).optional(),
  role: z.enum(ROLES).optional(),
  state: z.enum(STAFF_STATES).optional(),
});
export type StaffListQuery = z.input<typeof StaffListQuery>;

export const BranchList = z
  .object({ branches: z.array(z.object({ branchId: PublicId, name: z.string(), path: z.string() })) })
  .meta({ id: 'BranchList' });
export type BranchList = z.infer<typeof BranchList>;

/** An account begins without roles: another administrator grants them. */
export const CreateStaff = z
  .object({
    loginName: z.string().max(LOGIN_NAME_MAX).regex(LOGIN_NAME_PATTERN),
    name: z.string().trim().min(1).max(STAFF_NAME_MAX),
    branchId: PublicId.nullable(),
  })
  .meta({ id: 'CreateStaff' });
export type CreateStaff = z.infer<typeof CreateStaff>;
/** Shown this once; the person chooses another one at the next sign-in. */
export const OneTimePassword = z
  .object({ staff: StaffRow, oneTimePassword: z.string() })
  .meta({ id: 'OneTimePassword' });
export type OneTimePassword = z.infer<typeof OneTimePassword>;
export const SetStaffState = z.object({ state: z.enum(STAFF_STATES) }).meta({ id: 'SetStaffState' });
export type SetStaffState = z.infer<typeof SetStaffState>;

/** Null: the person is nobody in WeCom any more. */
export const SetWecomUser = z
  .object({ wecomUserId: z.string().regex(WECOM_USER_ID_PATTERN).nullable() })
  .meta({ id: 'SetWecomUser' });
export type SetWecomUser = z.infer<typeof SetWecomUser>;

/** Without a number the person is not registered; without a last day the registration is open. */
export const SetRegistration = z
  .object({
    registrationNo: z.string().regex(REGISTRATION_NO_PATTERN).nullable(),
    registrationUntil: CivilDay.nullable(),
  })
  .meta({ id: 'SetRegistration' });
export type SetRegistration = z.infer<typeof SetRegistration>;

export const RequestRoleChange = Standing.extend({
  reason: z.string().trim().min(1).max(ROLE_REASON_MAX),
}).meta({ id: 'RequestRoleChange' });
export type RequestRoleChange = z.infer<typeof RequestRoleChange>;
export const RoleChange = z
  .object({
    staffId: PublicId,
    name: z.string(),
    loginName: z.string(),
    version: z.number().int(),
    before: NamedStanding,
    after: NamedStanding,
    reason: z.string(),
    state: z.enum(ROLE_CHANGE_STATES),
    sha256: z.string(),
  })
  .meta({ id: 'RoleChange' });
export type RoleChange = z.infer<typeof RoleChange>;

export const StaffSessionRow = z
  .object({
    sessionId: PublicId,
    /** Browser and system, such as `Chrome 142 · Windows`. */
    device: z.string(),
    /** The first half only. */
    address: z.string(),
    openedAt: Instant,
    expiresAt: Instant,
    isCurrent: z.boolean(),
  })
  .meta({ id: 'StaffSessionRow' });
export type StaffSessionRow = z.infer<typeof StaffSessionRow>;
export const StaffSessionRows = z
  .object({ sessions: z.array(StaffSessionRow) })
  .meta({ id: 'StaffSessionRows' });
export type StaffSessionRows = z.infer<typeof StaffSessionRows>;
