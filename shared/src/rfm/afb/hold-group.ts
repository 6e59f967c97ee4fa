import type { EpochDay } from '../../time/index.ts';
import type { GroupDecision } from './group-of.ts';

/** One run of the model over a member. */
export interface GroupRun {
  readonly asOf: EpochDay;
  readonly decision: GroupDecision;
  /** `modelName` of what decided. */
  readonly ruleVersion: string;
  /** Hash of `decisionInput`. */
  readonly inputHash: string;
}

/** The group that a member holds, with what a replay and an explanation need. */
export interface HeldGroup extends GroupDecision {
  /** asOf of the run that let the member in. */
  readonly enteredOn: EpochDay;
  readonly previousGroup: GroupDecision['group'] | null;
  /** Of the run that let the member in, or of the first under other rules that left the member where they were. */
  readonly ruleVersion: string;
  readonly inputHash: string;
  /** Runs, one a day, that have decided for a lower group without a break; null while the group is deserved. */
  readonly pending: { readonly runs: number; readonly lastOn: EpochDay } | null;
}

/**
 * Hysteresis: a member moves up at once, and down only when consecutive runs on different days agree that the
 * group held is no longer reached (domain.md §1.3). A member at the edge of a threshold would otherwise change
 * sides, and advisers, with every purchase that leaves the window. The last of those runs says how far down.
 *
 * A run repeated on one day replaces that day's verdict and is not counted twice. Another version of the rules
 * takes effect at once: its groups cannot be compared with those held before. While a step down is pending, run
 * again on the next day, whatever `nextChangeOn` says.
 *
 * @param held null before the first run
 * @param downRuns runs that must agree, 2 unless given
 * @throws RangeError when the run lies before the one that was held, or downRuns is no whole number above 0
 * @example
 * const high = { group: 'KEY_DEVELOP', groupRow: 2 } as const;
 * const low = { group: 'LONG_TAIL', groupRow: 4 } as const;
 * const run = { ruleVersion: 'v1', inputHash: 'a' };
 * const entered = holdGroup(null, { ...run, asOf: epochDay(100), decision: high });
 * const pending = holdGroup(entered, { ...run, asOf: epochDay(101), decision: low });
 * pending // => { group: 'KEY_DEVELOP', enteredOn: 100, pending: { runs: 1, lastOn: 101 }, … }
 * holdGroup(pending, { ...run, asOf: epochDay(102), decision: low }).group // => 'LONG_TAIL'
 */
export function holdGroup(held: HeldGroup | null, run: GroupRun, downRuns = 2): HeldGroup {
  if (!Number.isInteger(downRuns) || downRuns < 1) throw new RangeError(`not a number of runs: ${downRuns}`);
  if (held === null) return enter(held, run);
  if (run.asOf < (held.pending?.lastOn ?? held.enteredOn)) {
    throw new RangeError(`a run as of day ${run.asOf} lies before the group held`);
  }
  if (held.ruleVersion !== run.ruleVersion) return enter(held, run);
  if (run.decision.groupRow < held.groupRow) return enter(held, run);
  if (run.decision.groupRow === held.groupRow) return { ...held, pending: null };
  const runs = runsBefore(held, run.asOf) + 1;
  return runs >= downRuns ? enter(held, run) : { ...held, pending: { runs, lastOn: run.asOf } };
}

/** Runs of earlier days; today's own, if there was one, is being replaced. */
function runsBefore({ pending }: HeldGroup, asOf: EpochDay): number {
  if (pending === null) return 0;
  return pending.lastOn === asOf ? pending.runs - 1 : pending.runs;
}

function enter(held: HeldGroup | null, { asOf, decision, ruleVersion, inputHash }: GroupRun): HeldGroup {
  const isSame = held?.group === decision.group;
  return {
    group: decision.group,
    groupRow: decision.groupRow,
    enteredOn: isSame ? held.enteredOn : asOf,
    previousGroup: isSame ? held.previousGroup : (held?.group ?? null),
    ruleVersion,
    inputHash,
    pending: null,
  };
}
