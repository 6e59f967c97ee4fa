import { isEpochDay, type EpochDay } from '../../time/index.ts';
import { bandOf } from '../afb/band-of.ts';
import { earliest } from '../calendar/earliest.ts';
import type { TypeDayPoints } from '../decay/daily-points.ts';
import { decayEvidence, type DecayEvidence } from '../decay/decay-evidence.ts';
import { decayedPoints } from '../decay/decayed-points.ts';
import { sumDecaying, type DecayingSum } from '../decay/decaying-sum.ts';
import { firstDayWhen } from '../decay/first-day-when.ts';
import type { EngagementFact } from '../facts/engagement-fact.ts';
import { uniqueFacts } from '../facts/unique-facts.ts';
import { eachPart, tiePoints, type TieParts } from './tie-points.ts';
import { tieStrength, type TieStrengthModel } from './tie-strength-model.ts';

/**
 * How strong a tie is. Kept in an interval is everything but `asOf` and `strengthHundredths`, which moves every
 * day: the strength is kept as `parts` and counts by its band.
 */
export interface TieStrengthScore {
  readonly asOf: EpochDay;
  /** 1 (weakest) to 5. */
  readonly band: number;
  /** 0 … 10,000: the strength on asOf in hundredths, rounded down. */
  readonly strengthHundredths: number;
  readonly parts: TieParts<DecayingSum | null>;
  readonly evidence: TieParts<DecayEvidence>;
  /** First later asOf on which anything that is kept would differ without a new fact; null when never. */
  readonly nextChangeOn: EpochDay | null;
}

/** Half-lives whose facts are named in the evidence; what is older weighs a quarter at most. */
const LISTED_HALF_LIVES = 2;
/** After so many half-lives nothing is left: a sum has 53 bits, of which 24 are behind the point. */
const HALF_LIVES_MAX = 30;

/**
 * Scores the strength of a tie: time, intensity, reciprocity and commitment, at most 25 each, all halving in 90
 * days. A pure function of the facts, the day and the model; the order of facts does not matter and each id
 * counts once. Integers only, see `sumDecaying`.
 *
 * @param facts of any day and both sides (`by`); only those before asOf count. Refunded purchases are left out
 * by the caller
 * @param asOf exclusive day boundary: 00:00 Shanghai of this day
 * @throws RangeError when two facts share an id and differ, or the model has a half-life the table does not have
 * @example
 * scoreTieStrength([{ factId: 'a', type: 'live_attended', on: epochDay(20_780) }], epochDay(20_781)).strengthHundredths // => 300
 * scoreTieStrength([{ factId: 'a', type: 'live_attended', on: epochDay(20_780) }], epochDay(20_871)).strengthHundredths // => 150
 * scoreTieStrength([{ factId: 'a', type: 'complaint_filed', on: epochDay(20_780) }], epochDay(20_781)).strengthHundredths // => 0
 */
export function scoreTieStrength(
  facts: readonly EngagementFact[],
  asOf: EpochDay,
  model: TieStrengthModel = tieStrength,
): TieStrengthScore {
  const { halfLifeDays } = model;
  const points = tiePoints(uniqueFacts(facts), model);
  const counted = eachPart(points, (part) => part.filter(({ on }) => on < asOf));
  const parts = eachPart(counted, (part) => sumDecaying(part, halfLifeDays));
  const band = bandOn(parts, asOf, model);
  const fallsOn = firstDayWhen(
    asOf,
    (day) => bandOn(parts, day, model) < band,
    HALF_LIVES_MAX * halfLifeDays,
  );
  return {
    asOf,
    band,
    strengthHundredths: tieStrengthOn(parts, asOf, model),
    parts,
    evidence: eachPart(counted, (part) =>
      decayEvidence(part, halfLifeDays, LISTED_HALF_LIVES * halfLifeDays),
    ),
    nextChangeOn: earliest(fallsOn, comesInOn(points, asOf)),
  };
}

/**
 * The strength on a day, hundredths: each part up to its cap, of the replies the lesser side.
 * @example
 * tieStrengthOn({ contact: null, intensity: null, memberReplies: null, adviserReplies: null, commitment: null }, epochDay(20_781), tieStrength) // => 0
 */
export function tieStrengthOn(
  parts: TieParts<DecayingSum | null>,
  asOf: EpochDay,
  model: TieStrengthModel,
): number {
  const worth = eachPart(parts, (sum) => decayedPoints(sum, asOf, model.halfLifeDays));
  return (
    Math.min(worth.contact, model.contact.cap) +
    Math.min(worth.intensity, model.intensity.cap) +
    Math.min(worth.memberReplies, worth.adviserReplies, model.replies.cap) +
    Math.min(worth.commitment, model.commitment.cap)
  );
}

function bandOn(parts: TieParts<DecayingSum | null>, asOf: EpochDay, model: TieStrengthModel): number {
  return bandOf(tieStrengthOn(parts, asOf, model), model.cuts);
}

/** Points of asOf or later count from the day after them. */
function comesInOn(points: TieParts<readonly TypeDayPoints[]>, asOf: EpochDay): EpochDay | null {
  let next = Number.POSITIVE_INFINITY;
  eachPart(points, (part) => {
    for (const { on } of part) if (on >= asOf) next = Math.min(next, on + 1);
  });
  return isEpochDay(next) ? next : null;
}
