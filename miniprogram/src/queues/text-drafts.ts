import { isRecord, phoneStorage } from '../phone/storage';
import { storedList } from './stored-list';

const KEY = 'siyu.text-drafts';
const KEPT = 10;

/** A text that was begun, for others to read. It has its id from the first letter on: sent again it is the same text. */
export interface TextDraft {
  readonly memberId: string;
  /** Where it is to stand, such as the id of a group or of a lesson. */
  readonly placeId: string;
  readonly textId: string;
  readonly text: string;
  /** An attempt was made whose answer may have been lost. */
  readonly isSent: boolean;
}

const stored = storedList(
  phoneStorage,
  KEY,
  (value): value is TextDraft =>
    isRecord(value) &&
    ['memberId', 'placeId', 'textId', 'text'].every((name) => typeof value[name] === 'string') &&
    typeof value['isSent'] === 'boolean',
);
const others = (memberId: string, placeId: string) => (each: TextDraft) =>
  each.placeId !== placeId || each.memberId !== memberId;

export function keepTextDraft(draft: TextDraft): void {
  stored.change((drafts) => [...drafts.filter(others(draft.memberId, draft.placeId)).slice(1 - KEPT), draft]);
}

export function findTextDraft(memberId: string, placeId: string): TextDraft | null {
  return stored.read().find((each) => !others(memberId, placeId)(each)) ?? null;
}

export function dropTextDraft(memberId: string, placeId: string): void {
  stored.change((drafts) => drafts.filter(others(memberId, placeId)));
}

/** Without consent nothing of a member stays on the phone. */
export function forgetTextDrafts(memberId: string): void {
  stored.change((drafts) => drafts.filter((each) => each.memberId !== memberId));
}
