import { errorMessages, errorSentence } from '@siyu/shared/messages';
import { say } from '../words/say';

/** A request that did not succeed: a stable code, the HTTP status (0 when no answer came), a sentence to show. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly sentence: string,
  ) {
    super(`${code} (${status})`);
    this.name = 'ApiError';
  }

  /** No answer, or one that says "later": the same request may succeed in a while. */
  get isPassing(): boolean {
    return (
      this.status === 0 ||
      this.status === 401 ||
      this.status === 408 ||
      this.status === 429 ||
      this.status >= 500
    );
  }
}

/**
 * The sentence of the catalogue for a code; else the server's own title; else a general one. The server knows the
 * values of a sentence with open places, so its title is taken there.
 */
export function sentenceOf(code: string, title: string | undefined): string {
  const known = code in errorMessages ? errorSentence(code) : null;
  if (known === null || (title !== undefined && known.includes('{'))) return title ?? say('problem.general');
  return known;
}

/** What to tell a person about anything that was thrown. */
export function sentenceOfError(error: unknown): string {
  return error instanceof ApiError ? error.sentence : say('problem.general');
}
