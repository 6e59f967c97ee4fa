import { Injectable } from '@nestjs/common';
import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { Audit } from '../../../foundation/audit/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { GuardedWording, Moderation } from '../../../records/moderation/index.ts';
import { INCENTIVE_WORDING } from './rules.errors.ts';

/** What members read of a rule: a few words, of which none may be doubtful. */
@Injectable()
export class RuleWording extends GuardedWording {
  constructor(database: Database, audit: Audit, moderation: Moderation) {
    super(database, audit, moderation, INCENTIVE_WORDING);
  }
}

/** All that members read of a rule. */
export const wordsOf = ({ title, reason, then }: IncentiveDraft): string =>
  [title, reason, ...(then.kind === 'badge' ? [then.badge] : [])].join('\n');
