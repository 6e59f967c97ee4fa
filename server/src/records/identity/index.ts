export { type ConsentText, currentConsentText } from './consent-texts.ts';
export { type ConsentChannel, type ConsentDecision } from './consent.service.ts';
export { IdentityEvents, type IdentityEvent } from './identity.events.ts';
export { IdentityModule } from './identity.module.ts';
export { Identity } from './identity.service.ts';
export { CORE_ISSUER } from './core-customer.service.ts';
export { type DueMember, SCORE_DUE_JOB } from './member-clock.service.ts';
export { type ExternalIdentity, type MemberRecord, type NewMember } from './member-register.service.ts';
export { type MemberCondition, MemberScopes } from './member-scopes.service.ts';
