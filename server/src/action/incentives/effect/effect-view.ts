import type { IncentiveEffect } from '@siyu/shared/contracts/incentive-effects';
import { EFFECT_PEOPLE_MIN } from '@siyu/shared/contracts/incentive-effects.limits';
import { differenceOf, isRatioSuspicious, type ShareDifference } from '@siyu/shared/rules';
import type { EffectCount } from './count-effect.ts';

type Counted = NonNullable<IncentiveEffect['counted']>;

/** What the counted people say. Where they are too few, or something else than the lot divided them, nothing is told. */
export function effectOf(count: EffectCount, countedAt: number): Counted {
  const { holdoutPercent, from, isSameTopic, rewarded, heldOut, spentFen } = count;
  const isEnough = rewarded.ripe >= EFFECT_PEOPLE_MIN && heldOut.ripe >= EFFECT_PEOPLE_MIN;
  const armOf = ({ people, ripe, learned }: EffectCount['rewarded']) => ({
    people,
    ripe,
    learned: isEnough ? learned : null,
  });
  const isSuspicious = isRatioSuspicious(heldOut.people, rewarded.people + heldOut.people, holdoutPercent);
  const difference =
    isEnough && !isSuspicious
      ? differenceOf(
          { count: rewarded.learned, of: rewarded.ripe },
          { count: heldOut.learned, of: heldOut.ripe },
        )
      : null;
  return {
    countedAt: new Date(countedAt).toISOString(),
    since: new Date(from).toISOString(),
    holdoutPercent,
    isSameTopic,
    rewarded: armOf(rewarded),
    heldOut: armOf(heldOut),
    isRatioSuspicious: isSuspicious,
    difference,
    spentFen,
    costFen: difference === null ? NO_COST : costOf(difference, spentFen, rewarded.ripe),
  };
}

const NO_COST = { each: null, least: null, most: null };

/** What one more person who learned cost: the dearer, the smaller the difference; without a bound where it may be none. */
function costOf({ share, low, high }: ShareDifference, spentFen: number, ripe: number): Counted['costFen'] {
  const at = (difference: number): number | null => {
    const cost = difference > 0 ? Math.round(spentFen / (difference * ripe)) : null;
    // Of next to no difference no cost can be told.
    return Number.isSafeInteger(cost) ? cost : null;
  };
  return { each: low > 0 ? at(share) : null, least: at(high), most: at(low) };
}
