import { Body, Controller, Param, Query } from '@nestjs/common';
import { CalledContact, ElderQuery, ElderRows, RaiseSafetyNotice } from '@siyu/shared/contracts/elder';
import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { RequestKey } from '../../../platform/idempotency/index.ts';
import { ElderDesk } from './elder-desk.ts';

/** Those who call clients; nobody who sells reads a contact. */
const carers = { audience: 'staff', roles: ['service', 'branchHead', 'compliance'] } as const;

@Controller()
export class ElderConsoleController {
  constructor(private readonly desk: ElderDesk) {}

  @Bind(elderRoutes.listElders, { response: ElderRows })
  @Access(carers)
  listElders(
    @Caller() caller: Principal,
    @Query({ schema: ElderQuery }) query: z.output<typeof ElderQuery>,
  ): Promise<ElderRows> {
    return this.desk.list(caller, query);
  }

  @Bind(elderRoutes.raiseSafetyNotice, { response: CalledContact, status: 201, takesKey: true })
  @Access(carers)
  raiseSafetyNotice(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Body({ schema: RaiseSafetyNotice }) told: RaiseSafetyNotice,
    @RequestKey() key: string | null,
  ): Promise<CalledContact> {
    return this.desk.raise(caller, memberId, told, key);
  }
}
