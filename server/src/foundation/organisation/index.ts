export { OrganisationModule } from './organisation.module.ts';
export { Organisation, type NewBranch, type NewStaff } from './organisation.service.ts';
export { type Standing, StaffChanges } from './staff-changes.service.ts';
export { principalOfStaff, scopeOf } from './staff-principal.ts';
export { StaffDirectory } from './staff-directory.ts';
export { SCOPE_KINDS, type ScopeKind, type Staff } from './staff.ts';
