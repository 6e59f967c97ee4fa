import type { Move, MoveAxis } from '@siyu/shared/contracts/scoring.limits';
import { MOVE_AXES } from '@siyu/shared/contracts/scoring.limits';
import type { KeptState } from './kept-state.ts';

/** Where a member stands on each axis; those of which nothing is kept are absent. */
function standing({ score, rfe, tie, relation }: KeptState): ReadonlyMap<MoveAxis, string> {
  return new Map<MoveAxis, string>([
    ...(score === null
      ? []
      : ([
          ['group', score.groupCode],
          ['amountBand', String(score.amountBand)],
          ['frequencyBand', String(score.frequencyBand)],
          ['benefitBand', String(score.benefitBand)],
        ] as const)),
    ...(rfe === null
      ? []
      : ([
          ['recencyBand', String(rfe.recencyBand)],
          ['activityBand', String(rfe.frequencyBand)],
          ['depthBand', String(rfe.depthBand)],
        ] as const)),
    ...(tie === null ? [] : ([['tieBand', String(tie.band)]] as const)),
    ...(relation === null ? [] : ([['stage', relation.stage]] as const)),
  ]);
}

/** Counts, member by member, who would stand elsewhere, and whose composite score would be another. */
export class MoveCount {
  readonly #counts = new Map<string, Move>();
  scoreChanges = 0;

  add(before: KeptState, after: KeptState): void {
    const [from, to] = [standing(before), standing(after)];
    for (const axis of MOVE_AXES) {
      const [old, fresh] = [from.get(axis), to.get(axis)];
      if (old === undefined || fresh === undefined || old === fresh) continue;
      const name = `${axis} ${old} ${fresh}`;
      const count = (this.#counts.get(name)?.count ?? 0) + 1;
      this.#counts.set(name, { axis, from: old, to: fresh, count });
    }
    if (before.score?.scoreHundredths !== after.score?.scoreHundredths) this.scoreChanges += 1;
  }

  /** By axis, the most frequent first. */
  moves(): readonly Move[] {
    const order = (axis: MoveAxis) => MOVE_AXES.indexOf(axis);
    return [...this.#counts.values()].sort(
      (a, b) =>
        order(a.axis) - order(b.axis) || b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1),
    );
  }
}
