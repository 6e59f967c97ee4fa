import { Body, Controller, Param } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { EvidenceTaken, TakeEvidence } from '@siyu/shared/contracts/suitability-evidence';
import { suitabilityEvidenceRoutes } from '@siyu/shared/contracts/suitability-evidence.routes';
import { Access, Bind, Caller, type Principal } from '../../../../platform/http/index.ts';
import { EvidenceBundles } from './evidence-bundles.ts';

@Controller()
export class SuitabilityEvidenceConsoleController {
  constructor(private readonly bundles: EvidenceBundles) {}

  @Bind(suitabilityEvidenceRoutes.takeEvidence, { response: EvidenceTaken })
  @Access({ audience: 'staff', roles: ['compliance'] })
  takeEvidence(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Body({ schema: TakeEvidence }) asked: TakeEvidence,
  ): Promise<EvidenceTaken> {
    return this.bundles.take(caller, memberId, asked);
  }
}
