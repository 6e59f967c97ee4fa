/** What raises a band, and no less would. For analysts and compliance only (domain.md §2: no inducing of trades). */
export interface StepUp {
  /** Least addition to the raw value, in its unit; 1 or more. */
  readonly step: number;
  /** The band that it reaches; equal cuts can lead over several at once. */
  readonly band: number;
}

/** One measure of a score with everything that decided its band. */
export interface ExplainedAxis<Axis extends string = string> {
  readonly axis: Axis;
  /** Of the raw value, the bounds and the step. */
  readonly unit: 'fen' | 'purchases';
  /** What was measured: an integer. */
  readonly raw: number;
  /** 1 is the lowest. */
  readonly band: number;
  /** Least value of the band; null for the lowest, which has no floor. */
  readonly lowerBound: number | null;
  /** Least value of the band above; null for the highest. */
  readonly upperBound: number | null;
  /** Null in the highest band. */
  readonly toNextBand: StepUp | null;
}
