import type { ScoreReport } from './report/score-report.ts';
import type { TextFile } from './text-file.ts';

/** How one model goes through a file whose header it has read: line by line in, then all scores out. */
export interface Tally {
  /** Takes a line in; returns the reason when it cannot. */
  readonly addLine: (text: string) => string | null;
  /** Writes a row per customer, in the order of the bytes of their ids. */
  readonly writeScores: (output: TextFile) => Promise<Scored>;
}

/** What the table at the end of a run tells of the scores. */
export interface Scored {
  /** Model and window in words. */
  readonly heading: string;
  /** What the customers are divided into: groups or segments. */
  readonly division: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly customers: number;
  /** Lines that say how the division was made and what was told again; none when there is nothing to say. */
  readonly notes: readonly string[];
  /** Lines that repeat an id and count once; null when the file has no ids. */
  readonly repeated: number | null;
  /** Null when nobody asked for the page. */
  readonly report: ScoreReport | null;
}
