import { type IncentiveDraft, IncentiveMission } from '@siyu/shared/contracts/incentive-rules';
import { type AwardRule, EARNING_EVENTS, type Reward } from '@siyu/shared/incentives';
import {
  type CheckedGroup,
  type Condition,
  type FieldType,
  isOperatorName,
  type OperatorName,
} from '@siyu/shared/rules';
import { z } from 'zod';

const FIELD_TYPES = [
  'choice',
  'text',
  'whole',
  'money',
  'hundredths',
  'day',
  'instant',
  'flag',
  'lot',
] as const satisfies readonly FieldType[];

const StoredField = z.object({
  key: z.string(),
  type: z.enum(FIELD_TYPES),
  column: z.string(),
  choices: z.array(z.string()).exactOptional(),
});
const StoredCondition: z.ZodType<Condition> = z.object({
  kind: z.literal('is'),
  field: StoredField,
  operator: z.custom<OperatorName>((name) => typeof name === 'string' && isOperatorName(name)),
  operands: z.array(z.union([z.string(), z.number()])),
});
const StoredGroup: z.ZodType<CheckedGroup> = z.lazy(() =>
  z.object({
    kind: z.enum(['all', 'any']),
    isNegated: z.boolean(),
    parts: z.array(z.union([StoredCondition, StoredGroup])).min(1),
  }),
);

const StoredReward = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points'), points: z.number().int() }),
  z.object({ kind: z.literal('badge'), badge: z.string() }),
  z.object({ kind: z.literal('coupon'), itemId: z.string() }),
  z.object({ kind: z.literal('voucher'), entitlement: z.literal('CONSULTATION') }),
]);

/** A rule as it is decided by, all but its days, which begin with its approval. */
export type FrozenRule = Omit<AwardRule, 'schedule'>;

const Limit = z.number().int().nullable();
/** Reads what `incentive_rule_versions.frozen` keeps. */
export const FrozenRule: z.ZodType<FrozenRule> = z.object({
  ruleNo: z.number().int(),
  version: z.number().int(),
  name: z.string(),
  when: z.enum(EARNING_EVENTS),
  condition: StoredGroup.nullable(),
  mission: IncentiveMission.nullable(),
  then: StoredReward,
  limits: z.object({
    perDay: Limit,
    perWeek: Limit,
    total: Limit,
    coolDownHours: Limit,
    pendingDays: z.number().int(),
    expiresAfterDays: Limit,
  }),
  valueFen: z.number().int(),
  priority: z.number().int(),
  stackingGroup: z.string().nullable(),
  holdoutPercent: z.number().int(),
});

/** What a draft becomes when it is approved. @param valueFen of one award at the cost of that moment */
export function freezeRule(
  draft: IncentiveDraft,
  of: Pick<AwardRule, 'ruleNo' | 'version' | 'condition' | 'valueFen'>,
): FrozenRule {
  const { name, when, mission, limits, priority, stackingGroup, holdoutPercent } = draft;
  return {
    ...of,
    name,
    when,
    mission,
    then: rewardOf(draft),
    limits,
    priority,
    stackingGroup,
    holdoutPercent,
  };
}

/** What is given, without what it costs and what it is called. */
function rewardOf({ then }: IncentiveDraft): Reward {
  switch (then.kind) {
    case 'voucher':
      return { kind: then.kind, entitlement: then.entitlement };
    case 'coupon':
      return { kind: then.kind, itemId: then.itemId };
    default:
      return then;
  }
}
