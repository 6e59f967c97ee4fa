import { errorSentence } from '@siyu/shared/messages';

/** What went wrong with a job. Only the code was kept: a name in quotation marks is left out, any other gap is not shown. */
export function failureSentence(code: string): string {
  const sentence = errorSentence(code).replace(/「\{[A-Za-z0-9]+\}」/g, '');
  return /\{[A-Za-z]/.test(sentence) ? errorSentence('') : sentence;
}
