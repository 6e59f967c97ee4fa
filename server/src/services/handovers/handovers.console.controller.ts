import { Body, Controller, Query } from '@nestjs/common';
import {
  HandOver,
  HandoverPeople,
  HandoverQuery,
  HandoverRow,
  HandoverRows,
} from '@siyu/shared/contracts/handovers';
import { handoversRoutes } from '@siyu/shared/contracts/handovers.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { HandoverDesk } from './handover-desk.ts';

const heads = { audience: 'staff', roles: ['branchHead'] } as const;

@Controller()
export class HandoversConsoleController {
  constructor(private readonly desk: HandoverDesk) {}

  @Bind(handoversRoutes.listPeople, { response: HandoverPeople })
  @Access(heads)
  listPeople(@Caller() caller: Principal): Promise<HandoverPeople> {
    return this.desk.listPeople(caller);
  }

  @Bind(handoversRoutes.listHandovers, { response: HandoverRows })
  @Access(heads)
  listHandovers(
    @Caller() caller: Principal,
    @Query({ schema: HandoverQuery }) query: z.output<typeof HandoverQuery>,
  ): Promise<HandoverRows> {
    return this.desk.list(caller, query);
  }

  @Bind(handoversRoutes.handOver, { response: HandoverRow, status: 201, takesKey: true })
  @Access(heads)
  handOver(
    @Caller() caller: Principal,
    @Body({ schema: HandOver }) wanted: HandOver,
    @RequestKey() key: string | null,
  ): Promise<HandoverRow> {
    return this.desk.handOver(caller, wanted, key);
  }
}
