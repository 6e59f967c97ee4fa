import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import {
  CheckIncentive,
  IncentiveDetail,
  IncentiveDraft,
  IncentiveQuery,
  IncentiveRows,
  IncentiveVerdict,
  MoveIncentive,
  SaveIncentive,
  SubmitIncentive,
} from '@siyu/shared/contracts/incentive-rules';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Database } from '../../../platform/database/index.ts';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { RequestKey } from '../../../platform/idempotency/index.ts';
import { RuleChecks } from './rule-checks.ts';
import { RuleDesk } from './rule-desk.ts';
import { RuleDetails } from './rule-details.ts';
import { RuleMoves } from './rule-moves.ts';
import { RuleWriting } from './rule-writing.ts';

const READERS: readonly Role[] = ['operator', 'analyst', 'compliance'];
const WRITERS: readonly Role[] = ['operator'];
const Id = { schema: PublicId };
/** A draft that is only being checked is no version of any rule. */
const NO_RULE = { ruleNo: 1, version: 1 };

@Controller()
export class RulesConsoleController {
  constructor(
    private readonly database: Database,
    private readonly desk: RuleDesk,
    private readonly details: RuleDetails,
    private readonly writing: RuleWriting,
    private readonly moves: RuleMoves,
    private readonly checks: RuleChecks,
  ) {}

  @Bind(incentiveRulesRoutes.listIncentives, { response: IncentiveRows })
  @Access({ audience: 'staff', roles: READERS })
  listIncentives(
    @Query({ schema: IncentiveQuery }) query: z.output<typeof IncentiveQuery>,
  ): Promise<IncentiveRows> {
    return this.desk.listRules(query);
  }

  @Bind(incentiveRulesRoutes.createIncentive, { response: IncentiveDetail, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: WRITERS })
  async createIncentive(
    @Caller() caller: Principal,
    @Body({ schema: IncentiveDraft }) draft: IncentiveDraft,
    @RequestKey() key: string | null,
  ): Promise<IncentiveDetail> {
    return this.details.get(caller, await this.writing.create(caller, draft, key));
  }

  @Bind(incentiveRulesRoutes.getIncentive, { response: IncentiveDetail })
  @Access({ audience: 'staff', roles: READERS })
  getIncentive(@Caller() caller: Principal, @Param('ruleId', Id) ruleId: string): Promise<IncentiveDetail> {
    return this.details.get(caller, ruleId);
  }

  @Bind(incentiveRulesRoutes.saveIncentive, { response: IncentiveDetail })
  @Access({ audience: 'staff', roles: WRITERS })
  async saveIncentive(
    @Caller() caller: Principal,
    @Param('ruleId', Id) ruleId: string,
    @Body({ schema: SaveIncentive }) { draft, revision }: SaveIncentive,
  ): Promise<IncentiveDetail> {
    await this.writing.rewrite(caller, ruleId, draft, revision);
    return this.details.get(caller, ruleId);
  }

  @Bind(incentiveRulesRoutes.submitIncentive, { response: IncentiveDetail })
  @Access({ audience: 'staff', roles: WRITERS })
  async submitIncentive(
    @Caller() caller: Principal,
    @Param('ruleId', Id) ruleId: string,
    @Body({ schema: SubmitIncentive }) { revision }: SubmitIncentive,
  ): Promise<IncentiveDetail> {
    await this.writing.submit(caller, ruleId, revision);
    return this.details.get(caller, ruleId);
  }

  /** Which role makes which move stands in their table. */
  @Bind(incentiveRulesRoutes.moveIncentive, { response: IncentiveDetail })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  async moveIncentive(
    @Caller() caller: Principal,
    @Param('ruleId', Id) ruleId: string,
    @Body({ schema: MoveIncentive }) { act, reason }: MoveIncentive,
  ): Promise<IncentiveDetail> {
    await this.moves.move(caller, ruleId, act, reason);
    return this.details.get(caller, ruleId);
  }

  @Bind(incentiveRulesRoutes.checkIncentive, { response: IncentiveVerdict })
  @Access({ audience: 'staff', roles: READERS })
  async checkIncentive(
    @Body({ schema: CheckIncentive }) { draft }: CheckIncentive,
  ): Promise<IncentiveVerdict> {
    const { refusals, valueFen } = await this.checks.check(this.database.read, draft, NO_RULE);
    return { refusals: refusals.map((each) => ({ ...each })), valueFen };
  }
}
