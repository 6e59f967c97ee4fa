import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import {
  AWARDS_OF_ONE_RULE_MAX,
  BADGE_NAME_MAX,
  INCENTIVE_NAME_MAX,
  INCENTIVE_REASON_MAX,
  INCENTIVE_TITLE_MAX,
  VALUE_FEN_OF_ONE_RULE_MAX,
} from '@siyu/shared/contracts/incentive-rules.limits';
import type { WordingText } from '@siyu/shared/contracts/moderation';
import type { Place } from '../lessons/check-draft.ts';

const words = (path: string, text: string, most: number): Place[] => {
  const { length } = text.trim();
  if (length === 0) return [{ path, message: '请填写' }];
  return length > most ? [{ path, message: `现在 ${length} 字，最多 ${most} 字` }] : [];
};

/** What the server would refuse to keep, said while writing. The server remains the judge. */
export function checkIncentive({
  name,
  title,
  reason,
  then,
  budget,
  schedule,
  mission,
}: IncentiveDraft): Place[] {
  const { from, until } = schedule;
  return [
    ...words('name', name, INCENTIVE_NAME_MAX),
    ...words('title', title, INCENTIVE_TITLE_MAX),
    ...words('reason', reason, INCENTIVE_REASON_MAX),
    ...(then.kind === 'badge' ? words('then.badge', then.badge, BADGE_NAME_MAX) : []),
    ...(then.kind === 'coupon' && then.itemId === '' ? [{ path: 'then.itemId', message: '请选择' }] : []),
    ...(until === '' ? [{ path: 'schedule.until', message: '请填写' }] : []),
    ...(from !== null && until !== '' && Date.parse(until) <= Date.parse(from)
      ? [{ path: 'schedule.until', message: '要在开始之后' }]
      : []),
    ...(budget.awardsMax < 1 || budget.awardsMax > AWARDS_OF_ONE_RULE_MAX
      ? [{ path: 'budget.awardsMax', message: `应是 1 到 ${AWARDS_OF_ONE_RULE_MAX} 的整数` }]
      : []),
    ...(budget.valueFenMax < 0 || budget.valueFenMax > VALUE_FEN_OF_ONE_RULE_MAX
      ? [{ path: 'budget.valueFenMax', message: '应在 0 元到 100 万元之间' }]
      : []),
    ...(mission !== null && mission.steps.length === 0 ? [{ path: 'mission', message: '请至少加一步' }] : []),
  ];
}

const FIELDS = [
  'name',
  'title',
  'reason',
  'when',
  'condition',
  'mission',
  'then',
  'limits',
  'budget',
  'schedule',
  'priority',
  'stackingGroup',
  'holdoutPercent',
] as const satisfies readonly (keyof IncentiveDraft)[];

/** The fields in which one draft differs from another. */
export const draftChanges = (stored: IncentiveDraft, edited: IncentiveDraft): string[] =>
  FIELDS.filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(edited[field]));

/** Everything of a rule that members read. */
export const textsOfDraft = ({ title, reason, then }: IncentiveDraft): readonly WordingText[] =>
  Object.entries({ title, reason, ...(then.kind === 'badge' && { 'then.badge': then.badge }) }).map(
    ([path, text]) => ({ path, text, isMarkedWrong: false }),
  );
