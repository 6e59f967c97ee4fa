import { dailyPoints, type TypeDayPoints } from '../decay/daily-points.ts';
import type { EngagementFact } from '../facts/engagement-fact.ts';
import type { TieStrengthModel } from './tie-strength-model.ts';

/** One value for each part of a strength; the replies of the two sides stand apart, since the lesser counts. */
export interface TieParts<Value> {
  readonly contact: Value;
  readonly intensity: Value;
  readonly memberReplies: Value;
  readonly adviserReplies: Value;
  readonly commitment: Value;
}

/**
 * Makes something of each part.
 *
 * @example
 * eachPart({ contact: 1, intensity: 2, memberReplies: 3, adviserReplies: 4, commitment: 5 }, (part) => part * 2) // => { contact: 2, intensity: 4, memberReplies: 6, adviserReplies: 8, commitment: 10 }
 */
export function eachPart<From, To>(parts: TieParts<From>, make: (part: From) => To): TieParts<To> {
  return {
    contact: make(parts.contact),
    intensity: make(parts.intensity),
    memberReplies: make(parts.memberReplies),
    adviserReplies: make(parts.adviserReplies),
    commitment: make(parts.commitment),
  };
}

/**
 * The points of every part by day and type, with the facts that earned them, those of later days included. A
 * day on which the member did something with the firm counts once for time, whatever the adviser sent; of
 * purchases every day but the first counts.
 *
 * @param facts each id once
 * @example
 * tiePoints([{ factId: 'a', type: 'purchase_confirmed', on: epochDay(100) }], tieStrength).commitment // => []
 */
export function tiePoints(
  facts: readonly EngagementFact[],
  model: TieStrengthModel,
): TieParts<readonly TypeDayPoints[]> {
  const { contact, intensity, replies, commitment } = model;
  const byMember = facts.filter(({ by }) => by !== 'adviser');
  const contacts = byMember
    .filter(({ type }) => contact.types.includes(type))
    .map(({ factId, on }) => ({ factId, on, type: 'contact' }));
  return {
    contact: dailyPoints(contacts, [
      { type: 'contact', points: contact.pointsPerDay, dailyCap: contact.pointsPerDay },
    ]),
    intensity: dailyPoints(byMember, intensity.rules),
    memberReplies: dailyPoints(byMember, replies.rules),
    adviserReplies: dailyPoints(
      facts.filter(({ by }) => by === 'adviser'),
      replies.rules,
    ),
    commitment: dailyPoints(repeated(byMember, commitment.repeatedType), commitment.rules),
  };
}

/** Without the facts of the first day of `type`: what happened once is not repeated yet. */
function repeated(facts: readonly EngagementFact[], type: string): readonly EngagementFact[] {
  const first = facts.reduce((day, fact) => (fact.type === type ? Math.min(day, fact.on) : day), Infinity);
  return facts.filter((fact) => fact.type !== type || fact.on > first);
}
