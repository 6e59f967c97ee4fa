import type { EpochDay } from '../../time/index.ts';
import { bandOf } from '../afb/band-of.ts';
import { earliest } from '../calendar/earliest.ts';
import { nextWindowDay } from '../calendar/next-window-day.ts';
import { decayedPoints } from '../decay/decayed-points.ts';
import type { DayPoints, DecayingSum } from '../decay/decaying-sum.ts';
import { firstDayWhen } from '../decay/first-day-when.ts';
import type { RfeModel } from './rfe-model.ts';

/**
 * The first later asOf on which anything that is kept of an engagement score would differ although no new fact
 * arrives; null when nothing ever will. Four things move with the calendar: points of asOf or later come in on
 * the day after, an active day leaves the window, the last active day grows too old for its band, and the depth
 * falls under the cut of its band.
 *
 * @param points of all days, those on and after asOf too
 * @param depth the sum of those before asOf
 * @example
 * nextRfeChangeOn([{ on: epochDay(100), points: 100 }], null, epochDay(100), rfe) // => 101
 */
export function nextRfeChangeOn(
  points: readonly DayPoints[],
  depth: DecayingSum | null,
  asOf: EpochDay,
  model: RfeModel,
): EpochDay | null {
  const last = points.reduce((latest, { on }) => (on < asOf ? Math.max(latest, on) : latest), -Infinity);
  const edges = model.recencyCuts.map((cut) => last + cut + 1);
  // An active day always counts, so each of these days does change something.
  return earliest(nextWindowDay(points, asOf, model.windowDays, edges), fallOn(depth, asOf, model));
}

/** After so many half-lives nothing is left: a sum has 53 bits, of which 24 are behind the point. */
const HALF_LIVES_MAX = 30;

function fallOn(depth: DecayingSum | null, asOf: EpochDay, model: RfeModel): EpochDay | null {
  const points = (day: EpochDay) => decayedPoints(depth, day, model.halfLifeDays);
  const cut = model.depthCuts[bandOf(points(asOf), model.depthCuts) - 2];
  if (cut === undefined) return null;
  return firstDayWhen(asOf, (day) => points(day) < cut, HALF_LIVES_MAX * model.halfLifeDays);
}
