import { addDays, type EpochDay } from '../../time/index.ts';
import type { HeldGroup } from './hold-group.ts';

/**
 * The day of the next run under hysteresis: the score's own next change, but tomorrow while a step down is
 * pending, since consecutive runs must agree on it. Runs on these days alone leave the group, the day it was
 * entered and what is pending as daily runs would.
 *
 * @param scored the score of the last run
 * @param held what `holdGroup` made of it
 * @example
 * nextHeldChangeOn({ asOf: epochDay(100), nextChangeOn: null }, { group: 'KEY_GUIDE', groupRow: 1, enteredOn: epochDay(90), previousGroup: null, ruleVersion: 'v1', inputHash: 'a', pending: { runs: 1, lastOn: epochDay(100) } }) // => 101
 */
export function nextHeldChangeOn(
  scored: { readonly asOf: EpochDay; readonly nextChangeOn: EpochDay | null },
  held: HeldGroup,
): EpochDay | null {
  return held.pending === null ? scored.nextChangeOn : addDays(scored.asOf, 1);
}
