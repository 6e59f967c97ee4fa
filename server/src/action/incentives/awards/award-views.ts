import type { AwardReward, AwardWhy, MemberAward } from '@siyu/shared/contracts/awards';
import { isMemberSafe } from '@siyu/shared/contracts/award-fields.limits';
import type { Reward } from '@siyu/shared/incentives';
import type { Award } from './award.entity.ts';

export function rewardView(reward: Reward): AwardReward {
  return {
    kind: reward.kind,
    points: reward.kind === 'points' ? reward.points : 0,
    badge: reward.kind === 'badge' ? reward.badge : null,
  };
}

/** As its member reads it: of what the rule asked, only what rests on their own learning. */
export function memberAward(award: Award): MemberAward {
  const { awardId, title, reason, reward, state, event, givenAt, pendingUntil, explanation } = award;
  return {
    awardId,
    title,
    reason,
    reward: rewardView(reward),
    state,
    event,
    givenAt: new Date(givenAt).toISOString(),
    pendingUntil: pendingUntil === null ? null : new Date(pendingUntil).toISOString(),
    why: whyOf(explanation),
  };
}

/** Ids and days of the calendar say nothing to a reader. */
const UNTOLD: readonly string[] = ['contentId', 'occurredOn'];

function whyOf(explanation: Award['explanation']): AwardWhy[] {
  const told = new Map<string, AwardWhy>();
  for (const { field, value, holds } of explanation)
    if (holds && value !== null && isMemberSafe(field) && !UNTOLD.includes(field))
      told.set(field, { field, value });
  return [...told.values()];
}
