import type { Role } from '@siyu/shared/contracts/identity.limits';

const asking: readonly Role[] = ['service', 'branchHead', 'operator'];

/** Whoever meets members in person asks for a merge or a separation; the server decides, this only hides. */
export const mayAsk = (roles: readonly Role[]): boolean => roles.some((role) => asking.includes(role));
/** Compliance alone says that a conflict is none. */
export const mayDismiss = (roles: readonly Role[]): boolean => roles.includes('compliance');
