import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.ts';
import { IncentiveRule } from './incentive-rule.entity.ts';
import { RuleSteps } from './rule-steps.ts';

/** How a rule stops itself (REQ-INC-4). */
@Injectable()
export class RuleStops {
  constructor(private readonly steps: RuleSteps) {}

  /** Its budget has no room for one more award: it gives nothing more until somebody lets it go on. */
  async stopExhausted(tx: Transaction, ruleNo: number): Promise<void> {
    const rule = await tx.manager.findOneBy(IncentiveRule, { ruleNo });
    if (rule === null) return;
    const kept = await this.steps.lock(tx, rule.ruleId);
    // Of two awards that find it empty at once, the second finds it stopped; somebody may have paused it.
    if (kept.state === 'OPEN') await this.steps.take(tx, kept, 'system', { act: 'EXHAUST' });
  }
}
