import type { InvestorLevel } from '../levels.ts';
import type { MatchReason } from '../match.ts';
import type { ProductType } from '../product.ts';
import type { LifeStage, LifeStageCut } from './life-stage.ts';

/** Services that can be spoken of. None of them is a product. */
export const OFFERED_SERVICES = [
  'RISK_ASSESSMENT',
  'CONSULTATION',
  'ADVISORY_CONTRACT',
  'LIVE_CLASS',
  'ACCOUNT_SAFETY',
] as const;
export type OfferedService = (typeof OFFERED_SERVICES)[number];

/** What can be spoken of: texts on a topic, a service, or a category of products, never a single product. */
export type Offer =
  | { readonly kind: 'CONTENT'; readonly code: string }
  | { readonly kind: 'SERVICE'; readonly code: OfferedService }
  | { readonly kind: 'PRODUCT_TYPE'; readonly code: ProductType };

/** The level that counts today; NONE: no assessment counts. */
export type LevelNow = InvestorLevel | 'NONE';

/** A line of the matrix: for whom it is, what is spoken of, and why. Null: whoever it may be. */
export interface MatrixRow {
  readonly segment: string | null;
  readonly lifeStage: LifeStage | null;
  readonly levels: readonly LevelNow[] | null;
  readonly offer: Offer;
  readonly why: string;
}

/** Segment × life stage × suitability → what to speak of (I-10). */
export interface MatchingMatrix {
  readonly lifeStages: readonly LifeStageCut[];
  readonly rows: readonly MatrixRow[];
}

/** NOT_NEEDED: no product, so nothing is matched. NOTHING_ON_SALE: there is no product of that category now. */
export const OFFER_VERDICTS = ['NOT_NEEDED', 'SUITABLE', 'UNSUITABLE', 'NOTHING_ON_SALE'] as const;
export type OfferVerdict = (typeof OFFER_VERDICTS)[number];

/** Why it is spoken of: what of the member a line of the matrix asked for. */
export const OFFER_REASONS = ['SEGMENT', 'LIFE_STAGE', 'LEVEL', 'EVERYBODY'] as const;
export interface OfferReason {
  readonly code: (typeof OFFER_REASONS)[number];
  /** Key of the segment, the stage or the level; empty for everybody. */
  readonly about: string;
}

export interface MatchedOffer {
  readonly offer: Offer;
  readonly verdict: OfferVerdict;
  /** Never empty. */
  readonly reasons: readonly OfferReason[];
  /** As the matrix says it; never empty. */
  readonly whys: readonly string[];
  /** Of an unsuitable category: all that speaks against it, in the order of `MATCH_REASONS`. */
  readonly against: readonly MatchReason[];
}
