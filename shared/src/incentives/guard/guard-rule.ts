import { isParts, type Parts } from '../../rules/index.ts';
import { STEP_DAYS, type AwardRule } from '../award-rule.ts';
import { eventBasisOf } from './event-basis.ts';
import { guardCondition, type Refuse } from './guard-condition.ts';
import type { GuardContext } from './guard-item.ts';
import { guardReward } from './guard-reward.ts';
import { isCount } from './is-count.ts';
import { isCheckedGroup } from './is-checked-group.ts';
import { refuseUnknownParts } from './known-parts.ts';
import { mostAwardsAYear } from './most-awards.ts';
import { refusals } from './refusals.ts';
import type { Refusal } from './refusal.ts';

const LIMITS = ['perDay', 'perWeek', 'total', 'coolDownHours'] as const;
const PARTS: readonly (keyof AwardRule)[] = [
  'ruleNo',
  'version',
  'name',
  'when',
  'condition',
  'mission',
  'then',
  'limits',
  'valueFen',
  'schedule',
  'priority',
  'stackingGroup',
  'holdoutPercent',
];
/** A rule that holds out more than this is a lot for those who get something. */
export const HOLDOUT_PERCENT_MAX = 20;
/** Rules are looked at anew each year. */
const SCHEDULE_DAYS_MAX = 366;
const DAY_MS = 86_400_000;

/**
 * Why a rule may not be; empty: it may. Asked of what somebody submits, and again of the frozen rule at each award, with
 * the configuration of that day. Whatever is not known to be allowed is refused.
 *
 * @param rule an `AwardRule`, or something that wants to be one; its condition checked, with the segments expanded
 */
export function guardRule(rule: object, context: GuardContext): readonly Refusal[] {
  return refusals((refuse) => {
    if (!isParts(rule)) return refuse('not_whole', '');
    refuseUnknownParts(rule, PARTS, '', refuse);
    guardEvent(rule['when'], 'when', refuse);
    guardConditionPart(rule['condition'], refuse);
    guardMission(rule['mission'], refuse);
    guardReward(rule['then'], context, refuse);
    guardHoldout(rule['holdoutPercent'], refuse);
    guardOrder(rule, refuse);
    const limits = readLimits(rule['limits'], refuse);
    const schedule = readSchedule(rule['schedule'], refuse);
    const valueFen = readValue(rule, context, refuse);
    if (limits === null || schedule === null || valueFen === null || valueFen === 0) return;
    const mission = isParts(rule['mission']) ? NO_MISSION : null;
    const most = mostAwardsAYear({ when: String(rule['when']), mission, limits, schedule });
    if (valueFen * most > context.yearlyCapFen) refuse('yearly_value', 'limits');
  });
}

const NO_MISSION = { steps: [], isOrdered: false, withinDays: null } as const;

function guardEvent(event: unknown, place: string, refuse: Refuse): void {
  if (typeof event !== 'string') return refuse('not_whole', place);
  for (const code of eventBasisOf(event)) refuse(code, place, event);
}

function guardConditionPart(condition: unknown, refuse: Refuse): void {
  if (condition === null) return;
  if (isCheckedGroup(condition)) guardCondition(condition, 'condition', refuse);
  else refuse('not_whole', 'condition');
}

function guardMission(mission: unknown, refuse: Refuse): void {
  if (mission === null || mission === undefined) return;
  if (!isParts(mission)) return refuse('not_whole', 'mission');
  refuseUnknownParts(mission, ['steps', 'isOrdered', 'withinDays'], 'mission', refuse);
  const { steps, isOrdered, withinDays } = mission;
  if (typeof isOrdered !== 'boolean') refuse('not_whole', 'mission.isOrdered');
  if (withinDays !== null && !isCount(withinDays)) refuse('not_whole', 'mission.withinDays');
  if (!Array.isArray(steps) || steps.length === 0) return refuse('not_whole', 'mission.steps');
  steps.forEach((step: unknown, at) => guardStep(step, `mission.steps[${at}]`, refuse));
}

function guardStep(step: unknown, place: string, refuse: Refuse): void {
  if (!isParts(step)) return refuse('not_whole', place);
  refuseUnknownParts(step, ['event', 'count', 'contentIds', 'days'], place, refuse);
  guardEvent(step['event'], `${place}.event`, refuse);
  if (!isCount(step['count'])) refuse('not_whole', `${place}.count`);
  if (!STEP_DAYS.some((each) => each === step['days'])) refuse('not_whole', `${place}.days`);
  const { contentIds } = step;
  const isGood =
    contentIds === null ||
    (Array.isArray(contentIds) && contentIds.length > 0 && contentIds.every((id) => typeof id === 'string'));
  if (!isGood) refuse('not_whole', `${place}.contentIds`);
}

function guardHoldout(percent: unknown, refuse: Refuse): void {
  if (typeof percent !== 'number' || !Number.isInteger(percent) || percent < 0)
    refuse('not_whole', 'holdoutPercent');
  else if (percent > HOLDOUT_PERCENT_MAX) refuse('by_chance', 'holdoutPercent');
}

function guardOrder({ priority, stackingGroup }: Parts, refuse: Refuse): void {
  if (typeof priority !== 'number' || !Number.isSafeInteger(priority)) refuse('not_whole', 'priority');
  if (stackingGroup !== null && typeof stackingGroup !== 'string') refuse('not_whole', 'stackingGroup');
}

/** Limits are numbers, the same for everybody: what depends on anything is none. */
function readLimits(limits: unknown, refuse: Refuse): AwardRule['limits'] | null {
  if (!isParts(limits)) {
    refuse('not_whole', 'limits');
    return null;
  }
  refuseUnknownParts(limits, [...LIMITS, 'pendingDays', 'expiresAfterDays'], 'limits', refuse);
  const [perDay, perWeek, total, coolDownHours] = LIMITS.map((name) => readLimit(limits, name, refuse));
  const expiresAfterDays = readLimit(limits, 'expiresAfterDays', refuse);
  const { pendingDays } = limits;
  if (typeof pendingDays !== 'number' || !Number.isInteger(pendingDays) || pendingDays < 0) {
    refuse('not_whole', 'limits.pendingDays');
    return null;
  }
  return {
    perDay: perDay ?? null,
    perWeek: perWeek ?? null,
    total: total ?? null,
    coolDownHours: coolDownHours ?? null,
    pendingDays,
    expiresAfterDays,
  };
}

function readLimit(limits: Parts, name: string, refuse: Refuse): number | null {
  const limit = limits[name];
  if (limit === null || isCount(limit)) return limit;
  refuse('not_whole', `limits.${name}`);
  return null;
}

function readSchedule(schedule: unknown, refuse: Refuse): AwardRule['schedule'] | null {
  if (!isParts(schedule)) {
    refuse('without_end', 'schedule');
    return null;
  }
  refuseUnknownParts(schedule, ['from', 'until'], 'schedule', refuse);
  const { from, until } = schedule;
  if (typeof from !== 'number' || !Number.isSafeInteger(from)) refuse('not_whole', 'schedule.from');
  else if (typeof until !== 'number' || !Number.isSafeInteger(until)) refuse('without_end', 'schedule.until');
  else if (until <= from) refuse('not_whole', 'schedule.until');
  else if (until - from > SCHEDULE_DAYS_MAX * DAY_MS) refuse('without_end', 'schedule.until');
  else return { from, until };
  return null;
}

/** What one award is worth: points at least what they cost today. */
function readValue(
  { valueFen, then }: Parts,
  { pointCostMilliFen, items }: GuardContext,
  refuse: Refuse,
): number | null {
  if (typeof valueFen !== 'number' || !Number.isSafeInteger(valueFen) || valueFen < 0) {
    refuse('not_whole', 'valueFen');
    return null;
  }
  return Math.max(valueFen, worthOf(then, pointCostMilliFen, items));
}

function worthOf(then: unknown, pointCostMilliFen: number, items: GuardContext['items']): number {
  if (!isParts(then)) return 0;
  const { points, itemId } = then;
  if (isCount(points)) return Math.ceil((points * pointCostMilliFen) / 1000);
  const item = typeof itemId === 'string' ? items.get(itemId) : undefined;
  return isParts(item) && typeof item['valueFen'] === 'number' ? item['valueFen'] : 0;
}
