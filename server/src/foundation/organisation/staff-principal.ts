import type { Principal, Scope } from '../../platform/http/index.ts';
import type { Staff } from './staff.ts';

/** What a person of the firm may see. Someone of a branch without branch sees only the own book. */
export function scopeOf({ scopeKind, staffId, branchPath }: Staff): Scope {
  if (scopeKind === 'firm') return { kind: 'firm' };
  if (scopeKind === 'branch' && branchPath !== null) return { kind: 'branch', branchPath };
  return { kind: 'book', staffId };
}

/** @param sessionId null for work that is done for a person who need not be signed in any more */
export function principalOfStaff(staff: Staff, sessionId: string | null): Principal {
  const { staffId, roles } = staff;
  return { audience: 'staff', id: staffId, memberNo: null, roles, scope: scopeOf(staff), sessionId };
}
