import { isRecord, phoneStorage } from '../phone/storage';
import { storedList } from './stored-list';

const KEY = 'siyu.question-drafts';
const KEPT = 10;

/** A question to a group that was begun. It has its id from the first letter on: sent again it is the same question. */
export interface QuestionDraft {
  readonly memberId: string;
  readonly groupId: string;
  readonly questionId: string;
  readonly text: string;
  /** An attempt was made whose answer may have been lost. */
  readonly isSent: boolean;
}

const stored = storedList(
  phoneStorage,
  KEY,
  (value): value is QuestionDraft =>
    isRecord(value) &&
    ['memberId', 'groupId', 'questionId', 'text'].every((name) => typeof value[name] === 'string') &&
    typeof value['isSent'] === 'boolean',
);
const others = (memberId: string, groupId: string) => (each: QuestionDraft) =>
  each.groupId !== groupId || each.memberId !== memberId;

export function keepQuestionDraft(draft: QuestionDraft): void {
  stored.change((drafts) => [...drafts.filter(others(draft.memberId, draft.groupId)).slice(1 - KEPT), draft]);
}

export function findQuestionDraft(memberId: string, groupId: string): QuestionDraft | null {
  return stored.read().find((each) => !others(memberId, groupId)(each)) ?? null;
}

export function dropQuestionDraft(memberId: string, groupId: string): void {
  stored.change((drafts) => drafts.filter(others(memberId, groupId)));
}

/** Without consent nothing of a member stays on the phone. */
export function forgetQuestionDrafts(memberId: string): void {
  stored.change((drafts) => drafts.filter((each) => each.memberId !== memberId));
}
