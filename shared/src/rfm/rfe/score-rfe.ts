import type { EpochDay } from '../../time/index.ts';
import { bandOf } from '../afb/band-of.ts';
import { dailyPoints } from '../decay/daily-points.ts';
import { decayEvidence, type DecayEvidence } from '../decay/decay-evidence.ts';
import { decayedPoints } from '../decay/decayed-points.ts';
import { sumDecaying, type DecayingSum } from '../decay/decaying-sum.ts';
import type { EngagementFact } from '../facts/engagement-fact.ts';
import { uniqueFacts } from '../facts/unique-facts.ts';
import { nextRfeChangeOn } from './next-rfe-change-on.ts';
import { recencyBandOf } from './recency-band-of.ts';
import { rfe, type RfeModel } from './rfe-model.ts';

/**
 * How a member takes part. Kept in an interval is everything but `asOf`, `recencyDays` and `depthHundredths`,
 * which move every day: depth is kept as `depth` and counts by its band.
 */
export interface RfeScore {
  readonly asOf: EpochDay;
  /** Bands run from 1 (lowest) to 6. */
  readonly recencyBand: number;
  readonly frequencyBand: number;
  readonly depthBand: number;
  /** Last day before asOf that earned points; null when there is none. */
  readonly lastActiveOn: EpochDay | null;
  /** asOf − last active day; the day before asOf has 1. */
  readonly recencyDays: number | null;
  /** Days that earned points in [asOf − windowDays, asOf). */
  readonly activeDays: number;
  readonly depth: DecayingSum | null;
  /** What `depth` is worth on asOf, hundredths of a point, rounded down. */
  readonly depthHundredths: number;
  readonly evidence: DecayEvidence;
  /** First later asOf on which anything that is kept would differ without a new fact; null when never. */
  readonly nextChangeOn: EpochDay | null;
}

/** Days whose facts are named in the evidence: with a half-life of 30 days the rest weighs a sixteenth at most. */
const LISTED_HALF_LIVES = 4;

/**
 * Scores a member's engagement. A pure function of the facts, the day and the model; the order of facts does
 * not matter and each id counts once. Integers only, see `sumDecaying`.
 *
 * @param facts of any day; only the member's own acts count, and only those before asOf
 * @param asOf exclusive day boundary: 00:00 Shanghai of this day. Live scoring on day D passes D + 1
 * @throws RangeError when two facts share an id and differ, or the model has a half-life the table does not have
 * @example
 * scoreRfe([{ factId: 'a', type: 'live_attended', on: epochDay(20_780) }], epochDay(20_781)).depthHundredths // => 800
 * scoreRfe([{ factId: 'a', type: 'live_attended', on: epochDay(20_780) }], epochDay(20_781)).depthBand // => 2
 * scoreRfe([{ factId: 'a', type: 'live_attended', on: epochDay(20_780) }], epochDay(20_781)).nextChangeOn // => 20784
 */
export function scoreRfe(facts: readonly EngagementFact[], asOf: EpochDay, model: RfeModel = rfe): RfeScore {
  const own = uniqueFacts(facts).filter(({ by }) => by !== 'adviser');
  const points = dailyPoints(own, model.rules);
  const counted = points.filter(({ on }) => on < asOf);
  const lastActiveOn = counted[counted.length - 1]?.on ?? null;
  const recencyDays = lastActiveOn === null ? null : asOf - lastActiveOn;
  const activeDays = new Set(counted.map(({ on }) => on).filter((on) => on >= asOf - model.windowDays)).size;
  const depth = sumDecaying(counted, model.halfLifeDays);
  const depthHundredths = decayedPoints(depth, asOf, model.halfLifeDays);
  return {
    asOf,
    recencyBand: recencyBandOf(recencyDays, model.recencyCuts),
    frequencyBand: bandOf(activeDays, model.frequencyCuts),
    depthBand: bandOf(depthHundredths, model.depthCuts),
    lastActiveOn,
    recencyDays,
    activeDays,
    depth,
    depthHundredths,
    evidence: decayEvidence(
      counted,
      model.halfLifeDays,
      Math.max(model.windowDays, LISTED_HALF_LIVES * model.halfLifeDays),
    ),
    nextChangeOn: nextRfeChangeOn(points, depth, asOf, model),
  };
}
