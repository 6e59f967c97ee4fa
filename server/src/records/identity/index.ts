export { Conclusions } from './conclusions.service.ts';
export { type ConsentText, currentConsentText } from './consent-texts.ts';
export { type ConsentChannel, type ConsentDecision } from './consent.service.ts';
export { DeviceMarks } from './device-marks.service.ts';
export { ExternalIds } from './external-ids.service.ts';
export { IdentityEvents, type MemberHappening } from './identity.events.ts';
export { MemberHistories, type MemberHistory } from './member-histories.service.ts';
export { IdentityModule } from './identity.module.ts';
export { Identity } from './identity.service.ts';
export { maskedMember } from './masked-member.ts';
export { maskName } from './masked-name.ts';
export type { LinkedAccount } from './core-accounts.service.ts';
export {
  type CoreFactTable,
  CoreTellings,
  type CoreVerdict,
  type FreshFact,
} from './core-tellings.service.ts';
export { CORE_ISSUER } from './core-issuer.ts';
export { type DueMember, SCORE_DUE_JOB } from './member-clock.service.ts';
export { type Person } from './member-links.service.ts';
export { type ExternalIdentity, type MemberRecord, type NewMember } from './member-register.service.ts';
export { type MemberCondition, MemberScopes } from './member-scopes.service.ts';
export { BookHandover } from './book-handover.service.ts';
export { StaffDesk } from './staff-desk.service.ts';
export { PresenceChecks } from './presence-checks.service.ts';
