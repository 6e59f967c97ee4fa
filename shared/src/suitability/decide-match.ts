import { readQuestion, type Asked } from './asked.ts';
import { NOTICE_KINDS, type Match, type NoticeKind } from './match.ts';
import type { MatchQuestion } from './match-question.ts';
import { COOLING_HOURS_MIN, MATCH_RULES, type MatchRules } from './match-rules.ts';
import { noticesGiven } from './notices-given.ts';
import { reasonsAgainst } from './reasons-against.ts';

const HOUR_MS = 3_600_000;

/**
 * Whether a product may reach a member through a door (适当性匹配; Suitability measures, arts 18–25; Securities Law 88).
 * Pure: the same question has the same answer for ever, so that a decision can be shown again years later.
 *
 * What is not known speaks against the product. An ordinary investor is offered and shown only what the own level bears;
 * what is offered fits the goals too. Above it nothing is done until the member asks, and then only after notices; for
 * the lowest category not even then. A professional investor is not graded.
 *
 * @throws RangeError when the instant of the question lies outside the years 1 … 9999
 * @example
 * const day = epochDay(20_781);
 * const investor = { kind: 'ORDINARY', level: 'C3', validUntil: addDays(day, 1), hasChanged: false, hasRefusedInformation: false, isCallBackDue: false, goals: null, isQualifiedForPrivate: false } as const;
 * const product = { type: 'FUND_BOND', state: 'ON_SALE', level: 'R3', levelValidUntil: addDays(day, 1), horizonMonths: 12, isPrivate: false } as const;
 * const question = { door: 'DISPLAY', at: startOfDay(day), investor, product, asking: NOTHING_ASKED } as const;
 * decideMatch(question) // => { verdict: 'SUITABLE' }
 * decideMatch({ ...question, door: 'PUSH' }) // => { verdict: 'UNSUITABLE', reasons: ['GOALS_UNKNOWN'] }
 * decideMatch({ ...question, product: { ...product, level: 'R4' } }) // => { verdict: 'UNSUITABLE', reasons: ['LEVEL_TOO_HIGH'] }
 */
export function decideMatch(question: MatchQuestion, rules: MatchRules = MATCH_RULES): Match {
  const asked = readQuestion(question, rules);
  const reasons = reasonsAgainst(asked);
  if (reasons.length > 0) return { verdict: 'UNSUITABLE', reasons };
  const notices = noticesNeeded(asked);
  if (notices.length === 0) return { verdict: 'SUITABLE' };
  const { due, allGivenAt } = noticesGiven(notices, question, asked.noticesSince);
  const { isAbove, isHighRisk, door, at } = asked;
  const mustCool = isHighRisk && door === 'PURCHASE' && allGivenAt !== null;
  const cooled = mustCool ? allGivenAt + Math.max(rules.coolingHours, COOLING_HOURS_MIN) * HOUR_MS : at;
  return {
    verdict: 'NEEDS_WARNING',
    isAboveLevel: isAbove,
    isHighRisk,
    notices,
    due,
    coolsUntil: cooled > at ? cooled : null,
  };
}

/** Nothing, unless an ordinary investor wants what is above the own level, or buys what is of high risk. */
function noticesNeeded({ isOwnWish, isAbove, isHighRisk, door }: Asked): readonly NoticeKind[] {
  const isForHighRisk = isOwnWish && isHighRisk && (isAbove || door === 'PURCHASE');
  const isForLevel = isOwnWish && isAbove;
  const needed: Readonly<Record<NoticeKind, boolean>> = {
    MORE_INFORMATION: isForHighRisk,
    NOT_SUITABLE: isForLevel,
    SPECIAL_RISK_WARNING: isForLevel,
    RISK_POINTS: isForHighRisk,
    CONFIRMATION: isForLevel,
  };
  return NOTICE_KINDS.filter((kind) => needed[kind]);
}
