import { Injectable } from '@nestjs/common';
import {
  INCENTIVE_STATES,
  INCENTIVE_SUBJECT,
  type IncentiveAct,
  type IncentiveState,
  nextIncentiveState,
} from '@siyu/shared/contracts/incentive-rules.limits';
import { Audit } from '../../../foundation/audit/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { IncentiveRule, IncentiveRuleStep } from './incentive-rule.entity.ts';
import { actRefused, ruleChanged, ruleNotFound } from './rules.errors.ts';

export interface TakenStep {
  readonly act: IncentiveAct;
  readonly reason?: string | null;
  /** What changes beside the state. */
  readonly change?: Partial<IncentiveRule>;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** The one way in which a rule changes: along the table, one act after the other, each kept and audited. */
@Injectable()
export class RuleSteps {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * The write comes first: whoever acts on it at the same time waits.
   * @param revision the one that the act was made from; none for acts that hold whatever was written since
   * @throws {AppError} incentives.rule_not_found, incentives.rule_changed
   */
  async lock({ manager }: Transaction, ruleId: string, revision?: number): Promise<IncentiveRule> {
    await manager.update(IncentiveRule, { ruleId }, { changedAt: this.clock.now() });
    const rule = await manager.findOneBy(IncentiveRule, { ruleId });
    if (rule === null) throw ruleNotFound();
    if (revision !== undefined && rule.revision !== revision) throw ruleChanged();
    return rule;
  }

  /** @param rule as locked in this transaction. @throws {AppError} incentives.act_refused */
  async take(
    tx: Transaction,
    rule: IncentiveRule,
    actor: Principal | 'system',
    step: TakenStep,
  ): Promise<void> {
    const { act, reason = null, change = {}, inputs = {} } = step;
    const { ruleId } = rule;
    const state = nextIncentiveState(act, stateOf(rule));
    if (state === null) throw actRefused();
    const stepNo = rule.stepNo + 1;
    await tx.manager
      .createQueryBuilder()
      .update(IncentiveRule)
      .set({ ...change, state, stepNo, revision: rule.revision + 1 })
      .where({ ruleId })
      .execute();
    const actorId = actor === 'system' ? null : actor.id;
    await insertRows(tx, IncentiveRuleStep, [
      { ruleId, stepNo, act, state, actorId, reason, at: this.clock.now() },
    ]);
    await this.audit.record(tx, {
      actor,
      action: `incentives.${act.toLowerCase()}`,
      subjectKind: INCENTIVE_SUBJECT,
      subjectId: ruleId,
      inputs: { stepNo, ...(reason !== null && { reason }), ...inputs },
    });
  }
}

/** The stored state of a rule. */
export function stateOf({ state }: Pick<IncentiveRule, 'state'>): IncentiveState {
  const found = INCENTIVE_STATES.find((each) => each === state);
  if (found === undefined) throw new Error(`${state} is no state of a rule`);
  return found;
}
