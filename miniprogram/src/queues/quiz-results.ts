import type { QuizResult } from '@siyu/shared/contracts/content';
import { isRecord, phoneStorage } from '../phone/storage';
import { storedList } from './stored-list';

const KEY = 'siyu.quiz-results';
const KEPT = 20;

/** How a quiz ended, kept because its answer may arrive long after the page was left. */
export interface KeptResult {
  readonly memberId: string;
  readonly lessonId: string;
  readonly result: QuizResult;
}

const stored = storedList(
  phoneStorage,
  KEY,
  (value): value is KeptResult =>
    isRecord(value) && typeof value['lessonId'] === 'string' && isRecord(value['result']),
);

export function keepQuizResult(kept: KeptResult): void {
  stored.change((results) => [
    ...results
      .filter((each) => each.lessonId !== kept.lessonId || each.memberId !== kept.memberId)
      .slice(1 - KEPT),
    kept,
  ]);
}

export function findQuizResult(memberId: string, lessonId: string): QuizResult | null {
  return (
    stored.read().find((each) => each.memberId === memberId && each.lessonId === lessonId)?.result ?? null
  );
}
