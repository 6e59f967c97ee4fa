import { Controller, Param } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { HeldAssessment } from '@siyu/shared/contracts/suitability';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { HeldAssessments } from './held-assessments.ts';

@Controller()
export class SuitabilityConsoleController {
  constructor(private readonly held: HeldAssessments) {}

  @Bind(suitabilityRoutes.getHeldAssessment, { response: HeldAssessment })
  @Access({ audience: 'staff', roles: ['compliance'] })
  getHeldAssessment(
    @Caller() caller: Principal,
    @Param('assessmentId', { schema: PublicId }) assessmentId: string,
  ): Promise<HeldAssessment> {
    return this.held.open(caller, assessmentId);
  }
}
