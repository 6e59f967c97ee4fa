export { Access, type AccessPolicy } from './access.ts';
export { AppError, ValidationFailed } from './app-error.ts';
export { Bind, type BindOptions, Bound, type BoundRoute } from './bind.ts';
export { Caller } from './caller.ts';
export { decodeCursor, encodeCursor } from './cursor.ts';
export { HttpModule } from './http.module.ts';
export { type CallerAudience, type Principal, PrincipalResolver, type Scope } from './principal.ts';
export { Readiness, type ReadinessCheck } from './readiness.ts';
export { StaffCookie } from './staff-cookie.ts';
