import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { fillTemplate, scoreMessages } from '@siyu/shared/messages';
import { formatScore } from '../format/figures.ts';

type Axis = MemberScore['axes'][number];

/**
 * What an axis weighs and gives.
 * @example axisShare({ weight: 1, contributionHundredths: 134 }, 3) // => '权重 33.33%，贡献 1.34 分'
 */
export function axisShare(
  { weight, contributionHundredths }: Pick<Axis, 'weight' | 'contributionHundredths'>,
  weightSum: number,
): string {
  return fillTemplate(scoreMessages['axis.share'], {
    percent: formatScore(Math.round((weight * 10_000) / weightSum)),
    contribution: formatScore(contributionHundredths),
  });
}

/**
 * The score as the sum of what its axes give; the server has shared the rounding out, so it is exact.
 * @example scoreSum({ axes: [{ contributionHundredths: 134 }, { contributionHundredths: 33 }], scoreHundredths: 167 }) // => '三项贡献相加就是综合分：1.34 + 0.33 = 1.67'
 */
export function scoreSum({
  axes,
  scoreHundredths,
}: {
  readonly axes: readonly Pick<Axis, 'contributionHundredths'>[];
  readonly scoreHundredths: number;
}): string {
  return fillTemplate(scoreMessages['score.sum'], {
    contributions: axes.map((axis) => formatScore(axis.contributionHundredths)).join(' + '),
    score: formatScore(scoreHundredths),
  });
}
