export { Access, type AccessPolicy } from './access.ts';
export { AppError, PlacedRefusal, ValidationFailed } from './app-error.ts';
export { Bind, type BindOptions, Bound, type BoundRoute } from './bind.ts';
export { Caller, callerOf } from './caller.ts';
export { decodeCursor, encodeCursor } from './cursor.ts';
export { HttpModule } from './http.module.ts';
export {
  type CallerAudience,
  type Credentials,
  type Principal,
  PrincipalResolver,
  type Scope,
} from './principal.ts';
export { LoadSigns } from './load-signs.ts';
export { originOf, type RequestOrigin } from './request-origin.ts';
export { Readiness, type ReadinessCheck } from './readiness.ts';
export { StaffCookie } from './staff-cookie.ts';
export { bootApp, type BootOptions, type Patience } from './boot.ts';
export { auditRoutes, findHandlers, type FoundHandler } from './route-audit.ts';
export type { StaticSite } from './static-sites.ts';
export { compareRoutes } from './compare-routes.ts';
export { withinTime } from './within-time.ts';
