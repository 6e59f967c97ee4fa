/** Somebody reported a person, group, card or link that pretends to be the firm. */
export const FAKE_REPORTED = 'FakeReported';
export interface FakeReportedPayload {
  readonly reportId: string;
  /** Whether something had been checked before. */
  readonly hasCheckedText: boolean;
}
