import type { SharedLesson } from '@siyu/shared/contracts/content';
import { dayInWords } from '../words/dates';
import { say } from '../words/say';

/**
 * What advice rests on; null for education, and for what went out or was kept by a phone before it was asked
 * (REQ-ADV-4).
 */
export function basisInWords({ basis }: { readonly basis?: SharedLesson['basis'] }): string | null {
  if (!basis) return null;
  if (!basis.usesReport || basis.reportOn === null) return say('lesson.basis.own');
  return say('lesson.basis.report', {
    publisher: basis.reportPublisher,
    date: dayInWords(basis.reportOn),
  });
}
