import { isOpen, type Match, type MatchQuestion, type MatchRules } from '@siyu/shared/suitability';
import { startOfDay } from '@siyu/shared/time';

const DAY_MS = 86_400_000;

/**
 * Until when a member who may buy now may do so: some days, and no longer than what it rests on counts: the assessment,
 * the level of the product, the asking. Null for every door but buying, and where it is shut. Epoch milliseconds.
 */
export function clearedUntil(
  { door, at, investor, product, asking }: MatchQuestion,
  match: Match,
  { askingDays }: MatchRules,
  clearedDays: number,
): number | null {
  if (door !== 'PURCHASE' || !isOpen(match)) return null;
  const isAbove = match.verdict === 'NEEDS_WARNING' && match.isAboveLevel;
  const ends = [
    at + clearedDays * DAY_MS,
    ...(investor.validUntil === null || investor.kind === 'PROFESSIONAL'
      ? []
      : [startOfDay(investor.validUntil)]),
    ...(product.levelValidUntil === null ? [] : [startOfDay(product.levelValidUntil)]),
    ...(isAbove && asking.askedAt !== null ? [asking.askedAt + askingDays * DAY_MS] : []),
  ];
  return Math.min(...ends);
}
