import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { fillTemplate, scoreStepMessages } from '@siyu/shared/messages';
import { formatAmount, formatCount } from '../format/figures.ts';

type Axis = MemberScore['axes'][number];

/**
 * The smallest change to a higher band in words; null where the server sent none, as to everyone but analysts and
 * compliance.
 * @example scoreStep({ axis: 'frequency', toNextBand: { step: 24, band: 2 } }) // => '窗口内再多 24 次购买，进入第 2 档'
 */
export function scoreStep({ axis, toNextBand }: Pick<Axis, 'axis' | 'toNextBand'>): string | null {
  if (toNextBand === undefined) return null;
  if (toNextBand === null) return scoreStepMessages['step.none'];
  return fillTemplate(scoreStepMessages[`step.${axis}`], {
    step: axis === 'frequency' ? formatCount(toNextBand.step) : formatAmount(toNextBand.step),
    band: toNextBand.band,
  });
}
