import type { ScoreReplay } from '@siyu/shared/contracts/scoring';
import { GROUPS, STAGES, type KeptKind } from '@siyu/shared/contracts/scoring.limits';
import { groupNames, keptKindNames, replayFieldNames, stageNames } from '@siyu/shared/messages';
import { differencesOf } from '../configuration/differences.ts';
import { formatAmount, formatCount, formatScore } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';

/** One place in which what was stored and what was computed again are not the same, in words. */
export interface ReplayDifference {
  readonly place: string;
  readonly stored: string;
  readonly replayed: string;
}

/**
 * Where a replay differs from what was stored, kind by kind.
 * @example replayDifferences(replay) // => [{ place: '综合分 › 数量档位', stored: '2', replayed: '3' }]
 */
export function replayDifferences({
  differing,
  stored,
  replayed,
}: Pick<ScoreReplay, 'differing' | 'stored' | 'replayed'>): readonly ReplayDifference[] {
  return differing.flatMap((kind) =>
    differencesOf(stored[kind], replayed[kind]).map(({ path, before, after }) => ({
      place: placeOf(kind, path),
      stored: textOf(path.at(-1), before),
      replayed: textOf(path.at(-1), after),
    })),
  );
}

const placeOf = (kind: KeptKind, path: readonly string[]): string =>
  [keptKindNames[kind], ...path.map((name) => replayFieldNames[name] ?? name)].join(' › ');

function textOf(field: string | undefined, value: unknown): string {
  if (value === null || value === undefined) return '没有';
  // A whole state that only one side has.
  if (field === undefined) return '有';
  if (typeof value === 'number') {
    if (field === 'scoreHundredths') return formatScore(value);
    return field.endsWith('Fen') ? formatAmount(value) : formatCount(value);
  }
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatCivilDay(value);
    const group = GROUPS.find((each) => each === value);
    const stage = STAGES.find((each) => each === value);
    return group !== undefined ? groupNames[group] : stage !== undefined ? stageNames[stage] : value;
  }
  return JSON.stringify(value);
}
