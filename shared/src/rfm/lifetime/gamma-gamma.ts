/**
 * Gamma-Gamma: the money of one purchase varies around a customer's own mean, Gamma with shape p, and the means vary
 * over customers, inverse gamma with shape q; money and frequency are independent. `vFen` is the scale in fen, γ in
 * the paper: mean spend over customers is p v / (q − 1).
 *
 * Source: P. S. Fader, B. G. S. Hardie, "The gamma-gamma model of monetary value" (2013); the idea in P. S. Fader,
 * B. G. S. Hardie, K. L. Lee, "RFM and CLV: using iso-value curves for customer base analysis", Journal of Marketing
 * Research 42 (2005).
 */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly vFen: number;
}
