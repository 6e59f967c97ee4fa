import type {
  AdvisoryContract,
  AdvisoryContractList,
  EndAdvisoryContract,
  EnterAdvisoryContract,
} from './advisory.ts';
import { defineRoute } from './route.ts';

interface OfMember {
  readonly params: { readonly memberId: string };
}

export const advisoryRoutes = {
  listContracts: defineRoute<OfMember, AdvisoryContractList>(
    'advisory.listContracts',
    'staff',
    'GET',
    '/v1/console/members/:memberId/advisory-contracts',
  ),
  enterContract: defineRoute<OfMember & { body: EnterAdvisoryContract }, AdvisoryContract>(
    'advisory.enterContract',
    'staff',
    'POST',
    '/v1/console/members/:memberId/advisory-contracts',
  ),
  endContract: defineRoute<
    { params: { readonly contractId: string }; body: EndAdvisoryContract },
    AdvisoryContract
  >('advisory.endContract', 'staff', 'POST', '/v1/console/advisory-contracts/:contractId/end'),
} as const;
