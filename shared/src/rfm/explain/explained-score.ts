import type { EpochDay } from '../../time/index.ts';
import type { ExplainedAxis } from './explained-axis.ts';

export type AfbAxis = 'amount' | 'frequency' | 'benefit';

/** An axis with its share of the score. */
export interface WeighedAxis extends ExplainedAxis<AfbAxis> {
  /** Whole parts of `weightSum`. */
  readonly weight: number;
  /** What the axis gives, exactly: band × weight, in parts of one point, of which there are `weightSum`. */
  readonly contributionParts: number;
  /** The same for showing, in hundredths of a point; those of the axes add up to the score shown. */
  readonly contributionHundredths: number;
}

/** A score taken apart. The contributions add up to it to the last digit, and what rounding did is a number too. */
export interface ExplainedScore {
  /** `modelName` of the model that scored. */
  readonly model: string;
  readonly asOf: EpochDay;
  readonly windowDays: number;
  readonly axes: readonly WeighedAxis[];
  /** Sum of the weights: the parts of one point. */
  readonly weightSum: number;
  /** Sum of the contributions; the exact score is scoreParts / weightSum points. */
  readonly scoreParts: number;
  readonly scoreHundredths: number;
  /**
   * What rounding the score to hundredths added, in parts of a hundredth, negative when it took away:
   * 100 × scoreParts + roundingParts = scoreHundredths × weightSum.
   */
  readonly roundingParts: number;
}
