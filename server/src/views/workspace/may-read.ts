import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import type { Principal } from '../../platform/http/index.ts';

/**
 * Whether a caller may look at what is kept of a member for a purpose: while the member allows it; compliance always,
 * to account for what was done. Of a restricted member nothing is permitted.
 */
export function mayRead(
  { roles }: Pick<Principal, 'roles'>,
  permitted: ReadonlySet<string> | undefined,
  purpose: ConsentPurpose,
): boolean {
  return roles.includes('compliance') || permitted?.has(purpose) === true;
}
