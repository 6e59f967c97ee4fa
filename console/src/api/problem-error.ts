import type { Problem } from '@siyu/shared/contracts/primitives';

/** A refusal of the server (RFC 9457) or of the way to it (`client.offline`, status 0). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: string;
  readonly status: number;
  /** The server's own sentence, already filled with its details; null when there was no answer. */
  readonly sentence: string | null;
  readonly places: readonly { readonly path: string; readonly message: string }[];

  constructor(problem: Pick<Problem, 'code' | 'status' | 'errors'> & { title: string | null }) {
    super(`${problem.code} (${problem.status})`);
    this.code = problem.code;
    this.status = problem.status;
    this.sentence = problem.title;
    this.places = problem.errors ?? [];
  }
}

/** Whether a failure is this refusal of the server. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof ProblemError && error.code === code;
