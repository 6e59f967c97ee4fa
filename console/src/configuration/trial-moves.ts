import type { ConfigImpact } from '@siyu/shared/contracts/analytics';
import { GROUPS, STAGES, type Move, type MoveAxis } from '@siyu/shared/contracts/scoring.limits';
import { groupNames, moveAxisNames, stageNames } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';

type Trial = NonNullable<ConfigImpact['trial']>;

/** One axis: how many members move on it in all, and from where to where, the most frequent first. */
export interface AxisMoves {
  readonly axis: MoveAxis;
  readonly name: string;
  readonly total: number;
  readonly ways: readonly string[];
}

const groupOf = (code: string): string => {
  const group = GROUPS.find((each) => each === code);
  return group === undefined ? code : groupNames[group];
};
const stageOf = (code: string): string => {
  const stage = STAGES.find((each) => each === code);
  return stage === undefined ? code : stageNames[stage];
};

function placeOf(axis: MoveAxis, code: string): string {
  if (axis === 'group') return groupOf(code);
  return axis === 'stage' ? stageOf(code) : `第 ${code} 档`;
}

/** The moves of a trial by axis, in words. */
export function movesByAxis({ moves }: Pick<Trial, 'moves'>): readonly AxisMoves[] {
  const axes = new Map<MoveAxis, Move[]>();
  for (const move of moves) axes.set(move.axis, [...(axes.get(move.axis) ?? []), move]);
  return [...axes].map(([axis, all]) => ({
    axis,
    name: moveAxisNames[axis],
    total: all.reduce((sum, { count }) => sum + count, 0),
    ways: all.map(
      ({ from, to, count }) => `${placeOf(axis, from)} → ${placeOf(axis, to)}：${formatCount(count)} 位`,
    ),
  }));
}

/** Of whom the figures of a trial tell: of all, or of a sample, which is never passed off as all. */
export function trialSentence({ looked, isWhole }: Pick<Trial, 'looked' | 'isWhole'>): string {
  return isWhole
    ? `按新旧两版逐位重算了全部 ${formatCount(looked)} 位客户，不保存结果。`
    : `客户较多，从全部登记里均匀抽取 ${formatCount(looked)} 位，按新旧两版逐位重算，不保存结果；下面是这些人里的数字，不是全员。`;
}
