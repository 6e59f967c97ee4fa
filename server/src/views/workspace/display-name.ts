import type { Principal } from '../../platform/http/index.ts';
import { maskName } from '../../records/identity/index.ts';

/** Heads of a branch and compliance read every name in their scope, everyone else those of their own book. */
export function mayReadNames(caller: Principal): boolean {
  return caller.roles.includes('branchHead') || caller.roles.includes('compliance');
}

/** The name a caller may read. Members without a name have four characters of their random id instead. */
export function shownName(
  member: {
    readonly displayName: string | null;
    readonly memberId: string;
    readonly adviserId: string | null;
  },
  caller: Principal,
): string {
  if (member.displayName === null) return `客户${member.memberId.slice(-4).toUpperCase()}`;
  const isOwnBook = member.adviserId === caller.id;
  return isOwnBook || mayReadNames(caller) ? member.displayName : maskName(member.displayName);
}
