import type { Staff } from '../../foundation/organisation/index.ts';
import type { Principal, Scope } from '../../platform/http/index.ts';

/** What a person of the firm may see. Someone of a branch without branch sees only the own book. */
export function scopeOf({ scopeKind, staffId, branchPath }: Staff): Scope {
  if (scopeKind === 'firm') return { kind: 'firm' };
  if (scopeKind === 'branch' && branchPath !== null) return { kind: 'branch', branchPath };
  return { kind: 'book', staffId };
}

export function principalOfStaff(staff: Staff, sessionId: string): Principal {
  const { staffId, roles } = staff;
  return { audience: 'staff', id: staffId, memberNo: null, roles, scope: scopeOf(staff), sessionId };
}
