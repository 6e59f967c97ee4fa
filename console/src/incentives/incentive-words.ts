import type { IncentiveDraft, IncentiveMission, IncentiveThen } from '@siyu/shared/contracts/incentive-rules';
import { awardFields } from '@siyu/shared/contracts/award-fields.limits';
import { awardFieldWords, earningEventNames, earningEventUnits } from '@siyu/shared/messages';
import { formatAmount, formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { type NamedSegment, readRule } from '../rules/rule-words.ts';

/** What rules that award ask about. */
export const awardCatalogue: RuleCatalogue = { fields: awardFields, words: awardFieldWords };

/** @example rewardSaid({ kind: 'points', points: 10 }) // => '10 积分' */
function rewardSaid(then: IncentiveThen): string {
  switch (then.kind) {
    case 'points':
      return `${formatCount(then.points)} 积分`;
    case 'badge':
      return `「${then.badge}」徽章`;
    case 'voucher':
      return '一张咨询券';
    case 'coupon':
      return `权益「${then.title}」`;
  }
}

/** @example givenSaid({ kind: 'points', points: 10 }) // => '送 10 积分' */
export const givenSaid = (then: IncentiveThen): string =>
  `送${then.kind === 'points' ? ' ' : ''}${rewardSaid(then)}`;

/** @example missionSaid({ steps: […], isOrdered: true, withinDays: 30 }) // => '先学完 3 课，再通过 1 次测验，30 天以内' */
export function missionSaid({ steps, isOrdered, withinDays }: IncentiveMission): string {
  const said = steps.map(({ event, count, contentIds, days }, at) => {
    const order = !isOrdered || steps.length === 1 ? '' : at === 0 ? '先' : '再';
    const which = contentIds === null ? '' : '指定的';
    const much = `${which} ${formatCount(count)} `.trimStart();
    switch (days) {
      case 'consecutive':
        return `${order}连续 ${formatCount(count)} 天${earningEventNames[event]}`;
      case 'distinct':
        return `${order}在 ${formatCount(count)} 个不同的日子${earningEventNames[event]}`;
      case 'any':
        return `${order}完成${which === '' ? ' ' : ''}${much}${earningEventUnits[event]}`;
    }
  });
  const within = withinDays === null ? '' : `，${formatCount(withinDays)} 天以内`;
  return `${said.join(isOrdered ? '，' : '，并且')}${within}`;
}

/** What a condition asks, null while it is not whole. */
const conditionSaid = ({ condition }: IncentiveDraft, segments: readonly NamedSegment[]): string | null =>
  condition === null ? '' : readRule(condition, segments, awardCatalogue).sentence;

/**
 * A rule in one sentence; null while it is not whole.
 * @example incentiveSentence(draft, []) // => '客户学完一课时，如果本周的次数不少于 3 次，送 10 积分'
 */
export function incentiveSentence(draft: IncentiveDraft, segments: readonly NamedSegment[]): string | null {
  const condition = conditionSaid(draft, segments);
  if (condition === null) return null;
  const { when, mission, then } = draft;
  const moment =
    mission === null ? `客户${earningEventNames[when]}时` : `客户做完这个任务时：${missionSaid(mission)}`;
  return `${moment}${condition === '' ? '' : `，如果${condition}`}，${givenSaid(then)}`;
}

/** How often one member is thanked, and what becomes of it. */
export function limitsSaid({ limits, then }: IncentiveDraft): string {
  const { perDay, perWeek, total, coolDownHours, pendingDays, expiresAfterDays } = limits;
  const times = [
    perDay === null ? null : `每天最多 ${perDay} 次`,
    perWeek === null ? null : `每周最多 ${perWeek} 次`,
    total === null ? null : `一共最多 ${total} 次`,
    coolDownHours === null ? null : `两次至少相隔 ${coolDownHours} 小时`,
  ].filter((each) => each !== null);
  const often = times.length === 0 ? '每人不限次数' : `每人${times.join('、')}`;
  if (then.kind !== 'points') return often;
  const usable = pendingDays === 0 ? '到账即可用' : `${pendingDays} 天以后可用`;
  return `${often}；${usable}，${expiresAfterDays === null ? '不过期' : `${expiresAfterDays} 天后过期`}`;
}

/** From when to when. */
export function scheduleSaid({ schedule: { from, until } }: IncentiveDraft): string {
  const begin = from === null ? '从通过复核起' : `从 ${formatInstant(from)} 起`;
  return `${begin}，到 ${until === '' ? '……' : formatInstant(until)} 止`;
}

/** What all members together may be given. */
export const budgetSaid = ({ budget: { awardsMax, valueFenMax } }: IncentiveDraft): string =>
  `全部最多发 ${formatCount(awardsMax)} 次，价值合计不超过 ${formatAmount(valueFenMax)}`;
