import type { Fen } from '../../money/index.ts';

/** What the model reads of one customer. */
export interface QuintileMeasures {
  /** asOf − last purchase, days; null when nothing was bought before asOf. */
  readonly recencyDays: number | null;
  readonly purchases: number;
  readonly amountFen: Fen;
}
