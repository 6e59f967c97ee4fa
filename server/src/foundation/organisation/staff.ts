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
  readonly wecomUserId: string | null;
  readonly isServing: boolean;
  readonly mustChangePassword: boolean;
  readonly createdAt: number;
}

export function staffOf(member: StaffMember, branch: Branch | null, isServing: boolean): Staff {
  const { staffId, name, loginName, roles, scopeKind, branchId, registrationNo, wecomUserId } = member;
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
    wecomUserId,
    isServing,
    mustChangePassword: member.mustChangePassword === true,
    createdAt: member.createdAt,
  };
}
