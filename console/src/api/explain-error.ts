import { clientErrorSentence } from '@siyu/shared/messages';
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
    return { sentence: clientErrorSentence('client.unreadable'), places: [], canRetry: true };
  const { status, places } = error;
  // Every other sentence comes with the server's answer: a page needs no catalogue of them.
  const sentence = error.sentence ?? clientErrorSentence(error.code);
  return { sentence, places, canRetry: status === 0 || status === 429 || status >= 500 };
}
