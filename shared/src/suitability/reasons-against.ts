import type { Asked } from './asked.ts';
import { MATCH_REASONS, type MatchReason } from './match.ts';

/** When each reason holds. Whatever is unknown speaks against the product. */
const HOLDS: Readonly<Record<MatchReason, (asked: Asked) => boolean>> = {
  INFORMATION_REFUSED: ({ investor }) => investor.hasRefusedInformation,
  NOT_ASSESSED: ({ isOrdinary, standing }) => isOrdinary && standing === 'NOT_ASSESSED',
  ASSESSMENT_EXPIRED: ({ isOrdinary, standing }) => isOrdinary && standing === 'ASSESSMENT_EXPIRED',
  FACTS_CHANGED: ({ isOrdinary, standing }) => isOrdinary && standing === 'FACTS_CHANGED',
  CALL_BACK_DUE: ({ investor }) => investor.isCallBackDue,
  PRODUCT_UNRATED: ({ product }) => product.level === null,
  PRODUCT_LEVEL_EXPIRED: ({ product: { level, levelValidUntil }, day }) =>
    level !== null && (levelValidUntil === null || day >= levelValidUntil),
  PRODUCT_NOT_ON_SALE: ({ product }) => product.state !== 'ON_SALE',
  // Being professional is not being qualified, and no professional is qualified without an assessment.
  PRIVATE_PRODUCT: ({ product, investor, standing }) =>
    (product.isPrivate || product.type === 'PRIVATE_FUND') &&
    !(investor.isQualifiedForPrivate && standing === 'VALID'),
  LOWEST_HARD_STOP: ({ isHardStopped }) => isHardStopped,
  LEVEL_TOO_HIGH: ({ isAbove, isOwnWish }) => isAbove && !isOwnWish,
  GOALS_UNKNOWN: ({ door, isOrdinary, investor }) => door === 'PUSH' && isOrdinary && investor.goals === null,
  HORIZON: ({ door, isOrdinary, investor: { goals }, product: { horizonMonths } }) =>
    door === 'PUSH' &&
    isOrdinary &&
    goals !== null &&
    (goals.horizonMonths === null || horizonMonths === null || horizonMonths > goals.horizonMonths),
  TYPE: ({ door, isOrdinary, investor: { goals }, product: { type } }) =>
    door === 'PUSH' && isOrdinary && goals !== null && !goals.types.includes(type),
  ASKING_MISSING: ({ door, isAbove, askedAt }) => door === 'PURCHASE' && isAbove && askedAt === null,
  CONTACTED_FIRST: ({ isOwnWish, isAbove, asking: { contactedAt }, askedAt, at }) =>
    isOwnWish && isAbove && contactedAt !== null && contactedAt <= (askedAt ?? at),
};

/** Everything that keeps the product from the member, in the order of `MATCH_REASONS`. */
export const reasonsAgainst = (asked: Asked): readonly MatchReason[] =>
  MATCH_REASONS.filter((reason) => HOLDS[reason](asked));
