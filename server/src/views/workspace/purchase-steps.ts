import type { Principal } from '../../platform/http/index.ts';

/**
 * Who may see what a client would have to buy for a higher band: analysts and compliance, who judge the cuts, and
 * none of them who also advises clients or looks after them (Securities Law 57; domain.md §2).
 */
export function mayReadPurchaseSteps({ roles }: Principal): boolean {
  const speaksWithClients = roles.includes('adviser') || roles.includes('relationshipManager');
  return !speaksWithClients && (roles.includes('analyst') || roles.includes('compliance'));
}
