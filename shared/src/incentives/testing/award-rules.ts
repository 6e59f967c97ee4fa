import { awardFields } from '../../contracts/award-fields.limits.ts';
import { checkRule, type CheckedGroup } from '../../rules/index.ts';
import type { AwardLimits, AwardRule, EarningFact } from '../index.ts';

export const FROM = Date.UTC(2026, 11, 31, 16);
export const DAY_MS = 86_400_000;
const NO_LIMITS: AwardLimits = {
  perDay: null,
  perWeek: null,
  total: null,
  coolDownHours: null,
  pendingDays: 0,
  expiresAfterDays: 365,
};

/** Ten points a day for a lesson in the first half of 2027, and what differs from that. */
export function awardRule({
  limits,
  ...parts
}: Partial<Omit<AwardRule, 'limits'>> & { readonly limits?: Partial<AwardLimits> } = {}): AwardRule {
  return {
    ruleNo: 1,
    version: 1,
    name: '学一课',
    when: 'lesson_completed',
    condition: null,
    mission: null,
    then: { kind: 'points', points: 10 },
    limits: { ...NO_LIMITS, ...(limits ?? { perDay: 1 }) },
    valueFen: 10,
    schedule: { from: FROM, until: FROM + 181 * DAY_MS },
    priority: 0,
    stackingGroup: null,
    holdoutPercent: 0,
    ...parts,
  };
}

/** A lesson at the first noon of 2027, and what differs from that. */
export function earningFact(parts: Partial<EarningFact> = {}): EarningFact {
  const { seq = 1, occurredAt = FROM + DAY_MS / 2 } = parts;
  return {
    memberNo: 7,
    seq,
    eventId: `event-${String(seq).padStart(6, '0')}`,
    type: 'lesson_completed',
    occurredAt,
    recordedAt: occurredAt,
    contentId: `content-${seq}`,
    value: null,
    isClockSuspect: false,
    ...parts,
  };
}

/** @throws {Error} when a tree is not whole */
export function conditionOf(...rules: readonly unknown[]): CheckedGroup {
  const verdict = checkRule({ combinator: 'and', rules }, awardFields);
  if (!verdict.isGood) throw new Error(JSON.stringify(verdict.faults));
  return verdict.rule;
}
