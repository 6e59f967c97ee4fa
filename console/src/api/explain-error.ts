import { errorMessages, errorSentence } from '@siyu/shared/messages';
import { ProblemError } from './problem-error.ts';

export interface Explanation {
  /** What happened and what to do, as one Chinese sentence. */
  readonly sentence: string;
  /** Where in the input, for a refusal that names places. */
  readonly places: readonly { readonly path: string; readonly message: string }[];
  /** False when a second try cannot help (no permission, gone, refused). */
  readonly canRetry: boolean;
}

/** The one interpreter of errors: every page shows its failures through it. */
export function explainError(error: unknown): Explanation {
  if (!(error instanceof ProblemError))
    return { sentence: errorSentence('client.unreadable'), places: [], canRetry: true };
  const sentence =
    error.sentence ??
    (error.code in errorMessages ? errorSentence(error.code) : errorSentence('http.internal'));
  return {
    sentence,
    places: error.places,
    canRetry: error.status === 0 || error.status === 429 || error.status >= 500,
  };
}
