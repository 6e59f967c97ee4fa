import type { IncentivePhase } from '@siyu/shared/contracts/incentive-rules.limits';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { IncentiveRule, IncentiveRuleVersion } from './incentive-rule.entity.ts';
import { stateOf } from './rule-steps.ts';

type Days = Pick<IncentiveRuleVersion, 'validFrom' | 'validUntil'>;

/** What staff read of a rule at a moment. @param versions in any order */
export function phaseOf(
  rule: Pick<IncentiveRule, 'state' | 'reviewId'>,
  versions: readonly Days[],
  now: number,
): IncentivePhase {
  const state = stateOf(rule);
  if (state === 'DRAFT') return rule.reviewId === null ? 'DRAFT' : 'IN_REVIEW';
  if (state !== 'OPEN') return state;
  if (versions.some(({ validFrom, validUntil }) => validFrom <= now && now < validUntil)) return 'LIVE';
  return versions.some(({ validFrom, validUntil }) => now < validFrom && validFrom < validUntil)
    ? 'SCHEDULED'
    : 'ENDED';
}

/** Leaves of the rules (`rule`) those in a phase; what is with a reviewer counts beside what its rule gives meanwhile. */
export function inPhase(
  matching: SelectQueryBuilder<IncentiveRule>,
  phase: IncentivePhase,
  now: number,
): void {
  switch (phase) {
    case 'DRAFT':
      matching.andWhere("rule.state = 'DRAFT' AND rule.reviewId IS NULL");
      return;
    case 'IN_REVIEW':
      matching.andWhere("rule.state <> 'RETIRED' AND rule.reviewId IS NOT NULL");
      return;
    case 'PAUSED':
    case 'EXHAUSTED':
    case 'RETIRED':
      matching.andWhere('rule.state = :phase', { phase });
      return;
    case 'LIVE':
      matching.andWhere("rule.state = 'OPEN'").andWhere(has(matching, RUNNING), { now });
      return;
    case 'SCHEDULED':
      matching
        .andWhere("rule.state = 'OPEN'")
        .andWhere(has(matching, AHEAD), { now })
        .andWhere(new Brackets((where) => where.where(`NOT ${has(matching, RUNNING)}`)));
      return;
    case 'ENDED':
      matching.andWhere("rule.state = 'OPEN'").andWhere(`NOT ${has(matching, `${RUNNING} OR ${AHEAD}`)}`, {
        now,
      });
  }
}

const RUNNING = '(text.validFrom <= :now AND text.validUntil > :now)';
const AHEAD = '(text.validFrom > :now AND text.validUntil > text.validFrom)';

function has(matching: SelectQueryBuilder<IncentiveRule>, days: string): string {
  const found = matching
    .subQuery()
    .select('1')
    .from(IncentiveRuleVersion, 'text')
    .where('text.ruleId = rule.ruleId')
    .andWhere(`(${days})`);
  return `EXISTS ${found.getQuery()}`;
}
