import { isOpen, MATCH_REASONS, type Match } from '../match.ts';
import type { ProductType } from '../product.ts';
import type { LifeStage } from './life-stage.ts';
import type {
  LevelNow,
  MatchedOffer,
  MatchingMatrix,
  MatrixRow,
  Offer,
  OfferReason,
  OfferVerdict,
} from './offer.ts';

/** What is known of a member when it is asked what suits to be spoken of. */
export interface MatchedMember {
  readonly segments: ReadonlySet<string>;
  /** Null: unknown, or not to be used. */
  readonly lifeStage: LifeStage | null;
  readonly level: LevelNow;
  /** What the gate foresees of each product on sale, were it pushed. */
  readonly products: readonly { readonly type: ProductType; readonly match: Match }[];
}

/** What to speak of, and what the matrix names and does not suit now. */
export interface MatchedOffers {
  readonly offered: readonly MatchedOffer[];
  readonly withheld: readonly MatchedOffer[];
}

/**
 * What suits to be spoken of with a member, in the order of the matrix and with every reason. A category is offered only
 * where the gate would let at least one of its products pass; how well any of them did is not known here, so nothing can
 * be sorted by it (REQ-PUB-5).
 *
 * @example
 * matchOffers(
 *   { segments: new Set(), lifeStage: null, level: 'NONE', products: [] },
 *   {
 *     lifeStages: [],
 *     rows: [
 *       { segment: null, lifeStage: null, levels: ['NONE'], offer: { kind: 'CONTENT', code: '防骗' }, why: '人人要会' },
 *     ],
 *   },
 * ).offered.length // => 1
 */
export function matchOffers(member: MatchedMember, { rows }: MatchingMatrix): MatchedOffers {
  const merged = new Map<string, { offer: Offer; reasons: OfferReason[]; whys: string[] }>();
  for (const row of rows) {
    const reasons = reasonsOf(member, row);
    if (reasons === null) continue;
    const key = `${row.offer.kind} ${row.offer.code}`;
    const known = merged.get(key) ?? { offer: row.offer, reasons: [], whys: [] };
    for (const reason of reasons)
      if (!known.reasons.some(({ code, about }) => code === reason.code && about === reason.about))
        known.reasons.push(reason);
    if (!known.whys.includes(row.why)) known.whys.push(row.why);
    merged.set(key, known);
  }
  const all = [...merged.values()].map((each) => ({ ...each, ...verdictOf(member, each.offer) }));
  const isOffered = ({ verdict }: MatchedOffer) => verdict === 'SUITABLE' || verdict === 'NOT_NEEDED';
  return { offered: all.filter(isOffered), withheld: all.filter((each) => !isOffered(each)) };
}

/** Null: the line is not about this member. */
function reasonsOf(member: MatchedMember, { segment, lifeStage, levels }: MatrixRow): OfferReason[] | null {
  if (segment !== null && !member.segments.has(segment)) return null;
  if (lifeStage !== null && member.lifeStage !== lifeStage) return null;
  if (levels !== null && !levels.includes(member.level)) return null;
  const reasons: OfferReason[] = [
    ...(segment === null ? [] : [{ code: 'SEGMENT', about: segment } as const]),
    ...(lifeStage === null ? [] : [{ code: 'LIFE_STAGE', about: lifeStage } as const]),
    ...(levels === null ? [] : [{ code: 'LEVEL', about: member.level } as const]),
  ];
  return reasons.length > 0 ? reasons : [{ code: 'EVERYBODY', about: '' }];
}

function verdictOf(
  { products }: MatchedMember,
  offer: Offer,
): Pick<MatchedOffer, 'against'> & { readonly verdict: OfferVerdict } {
  if (offer.kind !== 'PRODUCT_TYPE') return { verdict: 'NOT_NEEDED', against: [] };
  const matches = products.filter(({ type }) => type === offer.code).map(({ match }) => match);
  if (matches.length === 0) return { verdict: 'NOTHING_ON_SALE', against: [] };
  if (matches.some(isOpen)) return { verdict: 'SUITABLE', against: [] };
  const said = new Set(matches.flatMap((match) => (match.verdict === 'UNSUITABLE' ? match.reasons : [])));
  return { verdict: 'UNSUITABLE', against: MATCH_REASONS.filter((reason) => said.has(reason)) };
}
