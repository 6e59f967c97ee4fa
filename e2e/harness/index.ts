export { answerComplaint } from './answer-complaint.ts';
export { assessMember } from './assess-member.ts';
export {
  DESK,
  DESK_ENLARGED,
  hasChromium,
  openBrowser,
  PHONE,
  type OpenedBrowser,
  type Viewport,
} from './browser.ts';
export { claimTwice, type ClaimedTwice } from './claim-twice.ts';
export { coreSystem, signInMember, signInStaff, type MemberClient, type StaffClient } from './client.ts';
export type { DatabaseView, Rows } from './database.ts';
export { DEMO_GROUP, enterFromGroup } from './from-group.ts';
export { handIn } from './hand-in.ts';
export { letGo } from './let-go.ts';
export { answerOfLongLists, LONG } from './long-lists.ts';
export { recordOf, type RecordOf } from './events-of.ts';
export { scoreFile, type ScoredFile } from './score-report.ts';
export { sendComplaintPicture, sendPicture, sendProfessionalPicture, STRANGE_CODE } from './send-picture.ts';
export { startSandbox, type StartedSandbox } from './sandbox.ts';
export { until } from './until.ts';
export { ROOT, startWhole, type Whole } from './whole.ts';
