import type { AwardReward, MemberAward } from '@siyu/shared/contracts/awards';
import { isMemberMessage, say } from './say';

export const rewardInWords = ({ kind, points, badge }: AwardReward): string =>
  say(`points.reward.${kind}`, { points, badge: badge ?? '' });

/** Thanks, or where they stand. */
export function awardInWords({ reward, state }: MemberAward): string {
  const words = { reward: rewardInWords(reward) };
  if (state === 'HELD') return say('award.held', words);
  return say(state === 'REVERSED' ? 'award.reversed' : 'award.thanks', words);
}

/** What it rests on of the member's own learning; null when the deed alone was thanked for. */
export function whyInWords({ why }: MemberAward): string | null {
  const parts = why.flatMap(({ field, value }) => {
    const code = `award.why.${field}`;
    return isMemberMessage(code) ? [say(code, { value })] : [];
  });
  return parts.length === 0 ? null : say('award.why', { parts: parts.join('，') });
}
