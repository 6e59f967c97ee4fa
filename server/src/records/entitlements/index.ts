export { EntitlementCopies } from './entitlement-copies.ts';
export { EntitlementsModule } from './entitlements.module.ts';
export { Entitlements, type Grant } from './entitlements.service.ts';
export { KeptPaths } from './kept-paths.ts';
