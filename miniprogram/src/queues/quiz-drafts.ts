import { isRecord, phoneStorage } from '../phone/storage';
import { storedList } from './stored-list';

const KEY = 'siyu.quiz-drafts';
const KEPT = 20;

/** A quiz that was begun: the question on show and the options chosen so far, by question. */
export interface QuizDraft {
  readonly memberId: string;
  readonly lessonId: string;
  readonly at: number;
  readonly chosen: Readonly<Record<string, number>>;
}

const stored = storedList(
  phoneStorage,
  KEY,
  (value): value is QuizDraft =>
    isRecord(value) &&
    typeof value['lessonId'] === 'string' &&
    typeof value['at'] === 'number' &&
    isRecord(value['chosen']),
);
const others = (memberId: string, lessonId: string) => (each: QuizDraft) =>
  each.lessonId !== lessonId || each.memberId !== memberId;

export function keepQuizDraft(draft: QuizDraft): void {
  stored.change((drafts) => [
    ...drafts.filter(others(draft.memberId, draft.lessonId)).slice(1 - KEPT),
    draft,
  ]);
}

export function findQuizDraft(memberId: string, lessonId: string): QuizDraft | null {
  return stored.read().find((each) => each.memberId === memberId && each.lessonId === lessonId) ?? null;
}

export function dropQuizDraft(memberId: string, lessonId: string): void {
  stored.change((drafts) => drafts.filter(others(memberId, lessonId)));
}

/** Without consent nothing of a member stays on the phone. */
export function forgetQuizDrafts(memberId: string): void {
  stored.change((drafts) => drafts.filter((each) => each.memberId !== memberId));
}
