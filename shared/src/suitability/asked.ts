import { dayOfInstant, type EpochDay } from '../time/index.ts';
import { isAboveLevel, RISK_LEVELS } from './levels.ts';
import type { MatchQuestion } from './match-question.ts';
import type { MatchRules } from './match-rules.ts';
import { standingOf, type AssessmentStanding } from './standing-of.ts';

const DAY_MS = 86_400_000;

/** A question with what follows from it at once. */
export interface Asked extends MatchQuestion {
  readonly day: EpochDay;
  readonly isOrdinary: boolean;
  readonly standing: AssessmentStanding;
  /** The risk is more than the member's level bears, which is graded for ordinary investors only. */
  readonly isAbove: boolean;
  /** The same for the lowest category, which nothing lifts. */
  readonly isHardStopped: boolean;
  readonly isHighRisk: boolean;
  /** The member came to the firm for this product: may look at it after notices, where others may not. */
  readonly isOwnWish: boolean;
  /** When the member asked, if that still counts; null: not. Epoch milliseconds. */
  readonly askedAt: number | null;
  /** Notices of before are of no use: from the asking, or from the first moment that still counts. Epoch milliseconds. */
  readonly noticesSince: number;
}

/**
 * Reads a question by the rules of the firm.
 *
 * @throws RangeError when its instant lies outside the years 1 … 9999
 * @example
 * const investor = { kind: 'ORDINARY', level: null, validUntil: null, hasChanged: false, hasRefusedInformation: false, isCallBackDue: false, goals: null, isQualifiedForPrivate: false } as const;
 * const product = { type: 'FUND_BOND', state: 'ON_SALE', level: 'R1', levelValidUntil: epochDay(20_782), horizonMonths: 12, isPrivate: false } as const;
 * const question = { door: 'DISPLAY', at: startOfDay(epochDay(20_781)), investor, product, asking: NOTHING_ASKED } as const;
 * readQuestion(question, MATCH_RULES) // => { day: 20_781, isOrdinary: true, standing: 'NOT_ASSESSED', isAbove: false, askedAt: null, … }
 */
export function readQuestion(question: MatchQuestion, { highRiskFrom, askingDays }: MatchRules): Asked {
  const { at, door, investor, product, asking } = question;
  const day = dayOfInstant(at);
  const isOrdinary = investor.kind === 'ORDINARY';
  const isLowest = investor.level === 'C1_LOWEST';
  const exceeds =
    investor.level !== null && product.level !== null && isAboveLevel(product.level, investor.level);
  const isAbove = exceeds && isOrdinary && !isLowest;
  const since = at - askingDays * DAY_MS;
  const askedAt =
    asking.askedAt !== null && asking.askedAt > since && asking.askedAt <= at ? asking.askedAt : null;
  return {
    ...question,
    day,
    isOrdinary,
    standing: standingOf(investor, day),
    isAbove,
    isHardStopped: exceeds && isLowest,
    isHighRisk:
      isOrdinary &&
      product.level !== null &&
      RISK_LEVELS.indexOf(product.level) >= RISK_LEVELS.indexOf(highRiskFrom),
    isOwnWish: door === 'OWN_REQUEST' || door === 'PURCHASE',
    askedAt,
    noticesSince: isAbove ? (askedAt ?? at) : since,
  };
}
