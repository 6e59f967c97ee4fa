import { Body, Controller, Param } from '@nestjs/common';
import {
  AskBacktest,
  AskWhatIf,
  BacktestDetail,
  BacktestRows,
  WhatIfAnswer,
} from '@siyu/shared/contracts/backtests';
import { backtestsRoutes } from '@siyu/shared/contracts/backtests.routes';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { RequestKey } from '../../../platform/idempotency/index.ts';
import { BacktestAsking } from './backtest-asking.ts';
import { BacktestDesk } from './backtest-desk.ts';
import { WhatIf } from './what-if.ts';

const READERS: readonly Role[] = ['operator', 'analyst', 'compliance'];
const WRITERS: readonly Role[] = ['operator'];
const Id = { schema: PublicId };

@Controller()
export class BacktestsConsoleController {
  constructor(
    private readonly asking: BacktestAsking,
    private readonly desk: BacktestDesk,
    private readonly whatIf: WhatIf,
  ) {}

  @Bind(backtestsRoutes.askBacktest, { response: BacktestDetail, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: WRITERS })
  async askBacktest(
    @Caller() caller: Principal,
    @Param('ruleId', Id) ruleId: string,
    @Body({ schema: AskBacktest }) asked: AskBacktest,
    @RequestKey() key: string | null,
  ): Promise<BacktestDetail> {
    return this.desk.get(caller, await this.asking.ask(caller, ruleId, asked, key));
  }

  @Bind(backtestsRoutes.listBacktests, { response: BacktestRows })
  @Access({ audience: 'staff', roles: READERS })
  listBacktests(@Caller() caller: Principal, @Param('ruleId', Id) ruleId: string): Promise<BacktestRows> {
    return this.desk.list(caller, ruleId);
  }

  @Bind(backtestsRoutes.getBacktest, { response: BacktestDetail })
  @Access({ audience: 'staff', roles: READERS })
  getBacktest(@Caller() caller: Principal, @Param('runId', Id) runId: string): Promise<BacktestDetail> {
    return this.desk.get(caller, runId);
  }

  @Bind(backtestsRoutes.cancelBacktest, { response: BacktestDetail })
  @Access({ audience: 'staff', roles: WRITERS })
  async cancelBacktest(
    @Caller() caller: Principal,
    @Param('runId', Id) runId: string,
  ): Promise<BacktestDetail> {
    await this.asking.cancel(caller, runId);
    return this.desk.get(caller, runId);
  }

  @Bind(backtestsRoutes.askWhatIf, { response: WhatIfAnswer })
  @Access({ audience: 'staff', roles: WRITERS })
  askWhatIf(
    @Caller() caller: Principal,
    @Param('ruleId', Id) ruleId: string,
    @Body({ schema: AskWhatIf }) asked: AskWhatIf,
  ): Promise<WhatIfAnswer> {
    return this.whatIf.ask(caller, ruleId, asked);
  }
}
