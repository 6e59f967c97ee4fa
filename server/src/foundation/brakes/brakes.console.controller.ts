import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AskRelease,
  BrakeQuery,
  BrakeRow,
  BrakeRows,
  BrakeTargetQuery,
  BrakeTargets as Targets,
  FirmBrake,
  PutOnBrake,
} from '@siyu/shared/contracts/brakes';
import { brakesRoutes } from '@siyu/shared/contracts/brakes.routes';
import { ROLES } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { BrakeDesk } from './brake-desk.service.ts';
import { BrakeList } from './brake-list.service.ts';
import { BrakeTargets } from './brake-targets.service.ts';

/** Which kinds each of them may stop is asked again for each act. */
const holders = { audience: 'staff', roles: ['branchHead', 'operator', 'compliance'] } as const;

@Controller()
export class BrakesConsoleController {
  constructor(
    private readonly list: BrakeList,
    private readonly desk: BrakeDesk,
    private readonly targets: BrakeTargets,
  ) {}

  @Bind(brakesRoutes.listBrakes, { response: BrakeRows })
  @Access(holders)
  listBrakes(
    @Caller() caller: Principal,
    @Query({ schema: BrakeQuery }) query: z.output<typeof BrakeQuery>,
  ): Promise<BrakeRows> {
    return this.list.list(caller, query);
  }

  @Bind(brakesRoutes.getBrake, { response: BrakeRow })
  @Access(holders)
  getBrake(
    @Caller() caller: Principal,
    @Param('brakeId', { schema: PublicId }) brakeId: string,
  ): Promise<BrakeRow> {
    return this.list.get(caller, brakeId);
  }

  @Bind(brakesRoutes.putOn, { response: BrakeRow, status: 201 })
  @Access(holders)
  async putOn(
    @Caller() caller: Principal,
    @Body({ schema: PutOnBrake }) body: PutOnBrake,
  ): Promise<BrakeRow> {
    return this.list.get(caller, await this.desk.putOn(caller, body));
  }

  @Bind(brakesRoutes.askRelease, { response: BrakeRow })
  @Access(holders)
  async askRelease(
    @Caller() caller: Principal,
    @Param('brakeId', { schema: PublicId }) brakeId: string,
    @Body({ schema: AskRelease }) { reason }: AskRelease,
  ): Promise<BrakeRow> {
    await this.desk.askRelease(caller, brakeId, reason);
    return this.list.get(caller, brakeId);
  }

  @Bind(brakesRoutes.listTargets, { response: Targets })
  @Access(holders)
  listTargets(
    @Caller() caller: Principal,
    @Query({ schema: BrakeTargetQuery }) query: z.output<typeof BrakeTargetQuery>,
  ): Promise<Targets> {
    return this.targets.list(caller, query);
  }

  @Bind(brakesRoutes.getFirmBrake, { response: FirmBrake })
  @Access({ audience: 'staff', roles: ROLES })
  getFirmBrake(): Promise<FirmBrake> {
    return this.list.firmBrake();
  }
}
