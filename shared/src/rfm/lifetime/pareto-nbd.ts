/**
 * Pareto/NBD: while active a customer buys at a rate of his own, Gamma(r, α) over customers, and stops for good at a
 * rate of his own, Gamma(s, β) over customers, at any moment.
 *
 * Source: D. C. Schmittlein, D. G. Morrison, R. Colombo, "Counting your customers: who are they and what will they do
 * next?", Management Science 33 (1987).
 */
export interface ParetoNbd {
  readonly kind: 'pareto-nbd';
  readonly r: number;
  readonly alphaWeeks: number;
  readonly s: number;
  readonly betaWeeks: number;
}
