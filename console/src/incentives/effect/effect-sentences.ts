import type { IncentiveEffect } from '@siyu/shared/contracts/incentive-effects';
import {
  EFFECT_PEOPLE_MIN,
  LASTING_AFTER_DAYS,
  LASTING_PASS_PERCENT,
  LASTING_UNTIL_DAYS,
} from '@siyu/shared/contracts/incentive-effects.limits';
import { formatAmount, formatCount } from '../../format/figures.ts';
import { percentSaid, pointsSaid } from '../../format/shares.ts';

export type CountedEffect = NonNullable<IncentiveEffect['counted']>;

/** Every sentence that says what came of a rule. */
export interface EffectSentences {
  /** Whether people learned. */
  readonly conclusion: string;
  /** What one more of them cost; null: nothing can be said. */
  readonly cost: string | null;
  readonly ratio: string;
  /** What counts as having learned. */
  readonly meant: string;
}

/** Computed from the counted figures and nothing else, so that no sentence can say what the figures do not. */
export const effectSentences = (counted: CountedEffect): EffectSentences => ({
  conclusion: conclusionOf(counted),
  cost: costOf(counted),
  ratio: ratioOf(counted),
  meant: `学会了是指：第一次做到以后的第 ${LASTING_AFTER_DAYS} 到 ${LASTING_UNTIL_DAYS} 天里，通过了${counted.isSameTopic ? '同一主题' : '任何一个主题'}的测验，答对至少 ${LASTING_PASS_PERCENT}%。`,
});

function conclusionOf({ difference, rewarded, heldOut, isRatioSuspicious }: CountedEffect): string {
  if (isRatioSuspicious) return '两边人数的比例不对，先不要拿两边相比。';
  if (difference === null || rewarded.learned === null || heldOut.learned === null)
    return `人还太少，看不出有没有用：两边都要有至少 ${EFFECT_PEOPLE_MIN} 位满 ${LASTING_UNTIL_DAYS} 天的客户，现在能得到的有 ${formatCount(rewarded.ripe)} 位，对照有 ${formatCount(heldOut.ripe)} 位。`;
  const { share, low, high } = difference;
  const shares = `能得到的客户里有 ${percentSaid(rewarded.learned / rewarded.ripe)} 后来学会了，对照的客户里有 ${percentSaid(heldOut.learned / heldOut.ripe)}`;
  const span = `95% 的区间是${pointsSaid(low)}到${pointsSaid(high)}`;
  if (low > 0) return `有用：${shares}，${pointsSaid(share)}，${span}。`;
  if (high < 0) return `适得其反：${shares}，${pointsSaid(share)}，${span}。`;
  return `分不出有没有用：${shares}；差别的 ${span}，一点不差也在里面。`;
}

function costOf({ costFen: { each, least, most }, spentFen, difference }: CountedEffect): string | null {
  if (difference === null) return null;
  if (spentFen === 0) return '满期的客户还没有花过钱。';
  const spent = `满期的客户一共花了 ${formatAmount(spentFen)}`;
  if (each !== null && least !== null && most !== null)
    return `${spent}，多一位学会的客户花 ${formatAmount(each)}，95% 的区间是 ${formatAmount(least)} 到 ${formatAmount(most)}。`;
  if (least !== null) return `${spent}，多一位学会的客户至少花 ${formatAmount(least)}，也可能一位都没有多。`;
  return `${spent}，没有多出学会的客户。`;
}

function ratioOf({ rewarded, heldOut, holdoutPercent, isRatioSuspicious }: CountedEffect): string {
  const people = rewarded.people + heldOut.people;
  if (people === 0) return `还没有客户做到过；按 ${holdoutPercent}% 抽签留出对照。`;
  const share = `做到过的 ${formatCount(people)} 位客户里，留出作对照的有 ${formatCount(heldOut.people)} 位，占 ${percentSaid(heldOut.people / people)}，应当是 ${holdoutPercent}%`;
  return isRatioSuspicious ? `${share}，偶然不会差这么多。` : `${share}，在偶然的范围内。`;
}
