import type { Histogram } from './histogram.ts';
import type { Scale } from './scale.ts';

/** A figure with what it counts. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
}

/** A group or segment with its customers and their money. */
export interface Part {
  readonly name: string;
  readonly customers: number;
  readonly amountFen: bigint;
}

/** Customers by two classes, 1 lowest. */
export interface HeatMap {
  /** `counts[amount class − 1][frequency class − 1]` */
  readonly counts: readonly (readonly number[])[];
  /** What each class of amount and of frequency holds, lowest first. */
  readonly amounts: readonly string[];
  readonly frequencies: readonly string[];
  /** The time in which frequency is counted; null for all that was counted. */
  readonly per: string | null;
  /** Word for a class, such as 档. */
  readonly word: string;
  /** Least classes that are high; null when the model knows no such line. */
  readonly high: { readonly amount: number; readonly frequency: number } | null;
}

/** A line on a distribution with its name. */
export interface CutLine {
  readonly at: number;
  /** Short enough to stand beside its line. */
  readonly mark: string;
  /** The whole of it in words. */
  readonly text: string;
}

export interface Distribution {
  readonly name: string;
  readonly meaning: string;
  readonly sentence: string;
  readonly histogram: Histogram;
  readonly scale: Scale;
  readonly cuts: readonly CutLine[];
}

/** What a run found, whichever the model: everything that the page says is computed from it. */
export interface ScoreReport {
  /** Model and version in words. */
  readonly model: string;
  /** Which purchases were counted. */
  readonly span: string;
  readonly asOf: string;
  readonly customers: number;
  readonly purchases: number;
  readonly amountFen: bigint;
  readonly withPurchase: number;
  /** 组 or 客群. */
  readonly division: string;
  readonly parts: readonly Part[];
  readonly heatMap: HeatMap;
  readonly distributions: readonly Distribution[];
  /** What the customers' own figures say about the data. */
  readonly remarks: readonly Figure[];
}
