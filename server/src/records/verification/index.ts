export { type CardSource, CardSources } from './card-sources.ts';
export { type CheckedText, plainText } from './checked-text.ts';
export { FAKE_REPORTED, type FakeReportedPayload } from './verification.events.ts';
export { VerificationModule } from './verification.module.ts';
