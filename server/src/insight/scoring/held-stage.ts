import { STAGES, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { HeldStage } from '@siyu/shared/rfm';
import { epochDay } from '@siyu/shared/time';
import type { RelationInterval } from './relation-interval.entity.ts';

/**
 * A stage that the present rules must not take back: one reached under other rules, or one that was held from
 * such already. A stage reached under the present rules is proved by its facts alone.
 */
export function heldStageOf(last: RelationInterval | undefined, rulesVersion: number): HeldStage | null {
  if (last === undefined) return null;
  if (last.rulesVersion !== rulesVersion) {
    const stage = stageOf(last.stage);
    return stage === 'STRANGER' ? null : { stage, reachedOn: epochDay(last.reachedOn) };
  }
  return heldFrom(last);
}

/** The stage from earlier rules that went into an interval. */
export function heldFrom(interval: RelationInterval | null): HeldStage | null {
  if (interval === null || interval.heldStage === null || interval.heldOn === null) return null;
  return { stage: stageOf(interval.heldStage), reachedOn: epochDay(interval.heldOn) };
}

/** A stage as stored; an unknown one means the row was made by a newer program and must not be guessed at. */
function stageOf(code: string): StageCode {
  const stage = STAGES.find((each) => each === code);
  if (stage === undefined) throw new RangeError(`unknown relation stage ${code}`);
  return stage;
}
