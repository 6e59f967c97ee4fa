import type { Transaction } from '../database/index.ts';

/** A line of a file, cut into its columns; an optional column that is missing is empty. */
export interface ImportLine {
  /** 1 is the header. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Why a line is refused: a code with a sentence, and what that needs. */
export interface Refusal {
  readonly verdict: 'refused';
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
}
export type LineVerdict =
  | {
      readonly verdict: 'recorded';
      /** It takes effect later, when what it waits for has come. */
      readonly isWaiting?: boolean;
    }
  | { readonly verdict: 'duplicate' }
  | Refusal;

/** Where lines come from, for whoever writes them down. */
export interface ImportSource {
  readonly importId: string;
  /** Public id of the person who sent the file. */
  readonly requestedBy: string;
}

/** A kind of file that a module takes in. Its name stays for ever: stored imports are known by it. */
export interface ImportKind {
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /**
   * A file that can be judged only as a whole: it comes in one piece and may have at most this many lines below
   * the header. Null: as many as there are, some hundred at a time.
   */
  readonly wholeLinesMax: number | null;
  /**
   * Writes lines inside the transaction that moves the place in the file on. A file is told again after a kill,
   * and people send it twice: the same line must have one effect.
   * @returns a verdict per line, in their order.
   */
  record(
    tx: Transaction,
    lines: readonly ImportLine[],
    source: ImportSource,
  ): Promise<readonly LineVerdict[]>;
}
