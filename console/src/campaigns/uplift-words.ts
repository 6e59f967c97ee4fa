import type { CampaignResults, CampaignUplift } from '@siyu/shared/contracts/campaign-results';
import { EFFECT_PEOPLE_MIN } from '@siyu/shared/contracts/incentive-effects.limits';
import { campaignOutcomeNames } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { percentSaid, pointsSaid } from '../format/shares.ts';

type Outcome = CampaignUplift['outcomes'][number];

/** Why there is nothing to compare at all; null: there is. */
export function noUpliftSaid(uplift: CampaignResults['uplift']): string | null {
  if (uplift === null) return '没有发完，收到的和留作对照的不再是一样的客户，所以不比较。';
  if (uplift.length === 0)
    return '这次发给名下的全部客户，没有留出对照，所以看不出这些是不是推送带来的。选一个留出对照的客群就能看出来。';
  return null;
}

/** What the two sides of a segment say, from their figures and nothing else. */
export function upliftSentence({ included, heldOut, outcomes }: CampaignUplift): string {
  if (heldOut === 0) return '这个客群没有留出对照，所以看不出推送带来了多少。';
  const told = outcomes.flatMap(({ outcome, difference }) =>
    difference === null ? [] : [{ name: campaignOutcomeNames[outcome], ...difference }],
  );
  if (told.length === 0)
    return `人还太少，看不出有没有用：两边都要有至少 ${EFFECT_PEOPLE_MIN} 位客户，现在会收到的有 ${formatCount(included)} 位，对照有 ${formatCount(heldOut)} 位。`;
  const named = (those: typeof told) => those.map(({ name }) => `「${name}」`).join('');
  const [more, fewer] = [told.filter(({ low }) => low > 0), told.filter(({ high }) => high < 0)];
  const unclear = told.filter((each) => !more.includes(each) && !fewer.includes(each));
  return `${[
    ...(more.length > 0 ? [`推送使${named(more)}的客户多了`] : []),
    ...(fewer.length > 0 ? [`推送使${named(fewer)}的客户少了`] : []),
    ...(unclear.length > 0 ? [`${named(unclear)}分不出差别`] : []),
  ].join('，')}。`;
}

/** @example sideSaid(96, 214) // => '96（44.9%）' */
export const sideSaid = (count: number | null, people: number): string =>
  count === null || people === 0 ? '人太少' : `${formatCount(count)}（${percentSaid(count / people)}）`;

/** By how much more of the one side did it, with the interval. */
export const differenceSaid = (difference: Outcome['difference']): string =>
  difference === null
    ? '—'
    : `${pointsSaid(difference.share)}（${pointsSaid(difference.low)}到${pointsSaid(difference.high)}）`;

/** Within which days what members did was counted, and whether that goes on. */
export function windowSaid({ from, until, isOver }: NonNullable<CampaignResults['window']>): string {
  const span = `${formatInstant(from)} 到 ${formatInstant(until)} 之间做的算数`;
  return isOver ? `${span}，已经数完，不再改变。` : `${span}，现在还在数。`;
}
