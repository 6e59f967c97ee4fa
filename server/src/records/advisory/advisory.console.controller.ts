import { Body, Controller, Param } from '@nestjs/common';
import {
  AdvisoryContract,
  AdvisoryContractList,
  EndAdvisoryContract,
  EnterAdvisoryContract,
} from '@siyu/shared/contracts/advisory';
import { advisoryRoutes } from '@siyu/shared/contracts/advisory.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { AdvisoryDesk } from './advisory-desk.service.ts';

const keepers = { audience: 'staff', roles: ['branchHead', 'compliance'] } as const;
const readers = {
  audience: 'staff',
  roles: ['adviser', 'relationshipManager', 'branchHead', 'operator', 'compliance'],
} as const;
const Id = { schema: PublicId };

@Controller()
export class AdvisoryConsoleController {
  constructor(private readonly desk: AdvisoryDesk) {}

  @Bind(advisoryRoutes.listContracts, { response: AdvisoryContractList })
  @Access(readers)
  listContracts(
    @Caller() caller: Principal,
    @Param('memberId', Id) memberId: string,
  ): Promise<AdvisoryContractList> {
    return this.desk.listOf(caller, memberId);
  }

  @Bind(advisoryRoutes.enterContract, { response: AdvisoryContract, status: 201 })
  @Access(keepers)
  enterContract(
    @Caller() caller: Principal,
    @Param('memberId', Id) memberId: string,
    @Body({ schema: EnterAdvisoryContract }) contract: EnterAdvisoryContract,
  ): Promise<AdvisoryContract> {
    return this.desk.enter(caller, memberId, contract);
  }

  @Bind(advisoryRoutes.endContract, { response: AdvisoryContract })
  @Access(keepers)
  endContract(
    @Caller() caller: Principal,
    @Param('contractId', Id) contractId: string,
    @Body({ schema: EndAdvisoryContract }) { reason }: EndAdvisoryContract,
  ): Promise<AdvisoryContract> {
    return this.desk.end(caller, contractId, reason);
  }
}
