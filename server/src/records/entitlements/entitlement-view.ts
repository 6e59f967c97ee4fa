import type { Entitlement as EntitlementView } from '@siyu/shared/contracts/entitlements';
import type { EntitlementStanding } from '@siyu/shared/contracts/entitlements.limits';
import type { Entitlement } from './entitlement.entity.ts';

const instant = (at: number): string => new Date(at).toISOString();

/** What stands of it at a moment. */
export function standingOf(
  { state, expiresAt }: Pick<Entitlement, 'state' | 'expiresAt'>,
  now: number,
): EntitlementStanding {
  // A course that was begun ends on its day too, and is shown as used: that is what became of it.
  return state === 'GRANTED' && expiresAt !== null && expiresAt <= now ? 'EXPIRED' : state;
}

/** An entitlement as anybody is shown it. */
export function viewOf(entitlement: Entitlement, now: number): EntitlementView {
  const { entitlementId, kind, title, target, grantedAt, expiresAt, endedAt, sourceKind } = entitlement;
  return {
    entitlementId,
    kind,
    title,
    target,
    standing: standingOf(entitlement, now),
    grantedAt: instant(grantedAt),
    expiresAt: expiresAt === null ? null : instant(expiresAt),
    endedAt: endedAt === null ? null : instant(endedAt),
    source: sourceKind,
  };
}
