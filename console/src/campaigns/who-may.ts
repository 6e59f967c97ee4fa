import type { Role } from '@siyu/shared/contracts/identity.limits';

/** Who begins a campaign; a relationship manager then hands it over. The server decides again. */
export const mayWriteCampaigns = (roles: readonly Role[]): boolean =>
  roles.includes('adviser') || roles.includes('relationshipManager');
