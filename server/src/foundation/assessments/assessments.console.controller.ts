import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AssessmentCover,
  AssessmentDetail,
  AssessmentQuery,
  AssessmentRows,
  AssessmentText,
  ReviseAssessment,
} from '@siyu/shared/contracts/assessments';
import { ASSESSMENT_READERS, ASSESSMENT_WRITERS } from '@siyu/shared/contracts/assessments.limits';
import { assessmentsRoutes } from '@siyu/shared/contracts/assessments.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { AssessmentDesk } from './assessment-desk.service.ts';
import { AssessmentRegister } from './assessment-register.service.ts';

const readers = { audience: 'staff', roles: ASSESSMENT_READERS } as const;
const writers = { audience: 'staff', roles: ASSESSMENT_WRITERS } as const;
const Id = { schema: PublicId };

@Controller()
export class AssessmentsConsoleController {
  constructor(
    private readonly register: AssessmentRegister,
    private readonly desk: AssessmentDesk,
  ) {}

  @Bind(assessmentsRoutes.listAssessments, { response: AssessmentRows })
  @Access(readers)
  listAssessments(
    @Query({ schema: AssessmentQuery }) query: z.output<typeof AssessmentQuery>,
  ): Promise<AssessmentRows> {
    return this.register.list(query);
  }

  @Bind(assessmentsRoutes.writeAssessment, { response: AssessmentDetail, status: 201, takesKey: true })
  @Access(writers)
  async writeAssessment(
    @Caller() caller: Principal,
    @Body({ schema: AssessmentText }) text: AssessmentText,
    @RequestKey() key: string | null,
  ): Promise<AssessmentDetail> {
    return this.register.get(await this.desk.write(caller, text, key));
  }

  @Bind(assessmentsRoutes.getAssessment, { response: AssessmentDetail })
  @Access(readers)
  getAssessment(@Param('assessmentId', Id) assessmentId: string): Promise<AssessmentDetail> {
    return this.register.get(assessmentId);
  }

  @Bind(assessmentsRoutes.reviseAssessment, { response: AssessmentDetail, status: 201 })
  @Access(writers)
  async reviseAssessment(
    @Caller() caller: Principal,
    @Param('assessmentId', Id) assessmentId: string,
    @Body({ schema: ReviseAssessment }) { baseVersion, ...text }: ReviseAssessment,
  ): Promise<AssessmentDetail> {
    await this.desk.revise(caller, assessmentId, text, baseVersion);
    return this.register.get(assessmentId);
  }

  @Bind(assessmentsRoutes.getCover, { response: AssessmentCover })
  @Access(readers)
  getCover(): Promise<AssessmentCover> {
    return this.register.cover();
  }
}
