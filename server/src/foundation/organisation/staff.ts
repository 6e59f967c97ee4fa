import type { Role } from '@siyu/shared/contracts/identity.limits';
import type { Branch } from './branch.entity.ts';
import type { StaffMember } from './staff-member.entity.ts';

export const SCOPE_KINDS = ['firm', 'branch', 'book'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** A person of the firm as other modules see them: never the password. */
export interface Staff {
  readonly staffId: string;
  readonly name: string;
  readonly loginName: string;
  readonly roles: readonly Role[];
  readonly scopeKind: ScopeKind;
  readonly branchId: string | null;
  readonly branchPath: string | null;
  readonly branchName: string | null;
  readonly registrationNo: string | null;
  /** Last day of the registration, epoch day; null: open. */
  readonly registrationUntil: number | null;
  /** Serves, has a number, and its last day has not passed (REQ-ADV-1). */
  readonly isRegistered: boolean;
  readonly wecomUserId: string | null;
  readonly isServing: boolean;
  readonly mustChangePassword: boolean;
  readonly createdAt: number;
}

export function staffOf(member: StaffMember, branch: Branch | null, today: number): Staff {
  const { staffId, name, loginName, roles, scopeKind, branchId, registrationNo, wecomUserId } = member;
  const isServing = isServingOn(member, today);
  const { registrationUntil } = member;
  return {
    staffId,
    name,
    loginName,
    roles,
    // An unreadable scope gives the narrowest one.
    scopeKind: SCOPE_KINDS.find((kind) => kind === scopeKind) ?? 'book',
    branchId,
    branchPath: branch?.path ?? null,
    branchName: branch?.name ?? null,
    registrationNo,
    registrationUntil,
    isRegistered: isServing && registrationNo !== null && !isPast(registrationUntil, today),
    wecomUserId,
    isServing,
    mustChangePassword: member.mustChangePassword === true,
    createdAt: member.createdAt,
  };
}

/** May work on an epoch day: not switched off, and their last day has not passed. */
export function isServingOn({ isActive, validUntil }: StaffMember, day: number): boolean {
  return isActive && !isPast(validUntil, day);
}

const isPast = (lastDay: number | null, today: number): boolean => lastDay !== null && today > lastDay;
