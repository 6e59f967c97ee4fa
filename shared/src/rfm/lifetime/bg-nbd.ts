/**
 * BG/NBD: while active a customer buys at a rate of his own, Gamma(r, α) over customers, and after each purchase
 * stops for good with a probability of his own, Beta(a, b) over customers.
 *
 * Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "'Counting your customers' the easy way: an alternative to the
 * Pareto/NBD model", Marketing Science 24 (2005).
 */
export interface BgNbd {
  readonly kind: 'bg-nbd';
  readonly r: number;
  readonly alphaWeeks: number;
  readonly a: number;
  readonly b: number;
}
