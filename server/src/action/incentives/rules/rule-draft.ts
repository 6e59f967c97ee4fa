import { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import type { IncentiveRule, IncentiveRuleVersion } from './incentive-rule.entity.ts';

/** What is written and not approved. */
export const draftOf = ({ draft }: Pick<IncentiveRule, 'draft'>): IncentiveDraft | null =>
  draft === null ? null : IncentiveDraft.parse(JSON.parse(draft));

/** A version as its author wrote it. */
export const writtenOf = ({ written }: Pick<IncentiveRuleVersion, 'written'>): IncentiveDraft =>
  IncentiveDraft.parse(JSON.parse(written));
