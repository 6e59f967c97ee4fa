import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import {
  AskedQuestionnaire,
  ConfirmAssessment,
  HandInAnswers,
  MakeStatement,
  OwnAssessmentQuery,
  OwnAssessments,
  OwnSuitability as Shown,
} from '@siyu/shared/contracts/suitability';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Access, Bind, Caller, originOf, type Principal } from '../../platform/http/index.ts';
import { Answering } from './answering.ts';
import { OwnSuitability } from './own-suitability.ts';
import { Saying } from './saying.ts';

const member = { audience: 'member' } as const;

@Controller()
export class SuitabilityController {
  constructor(
    private readonly own: OwnSuitability,
    private readonly answering: Answering,
    private readonly saying: Saying,
  ) {}

  @Bind(suitabilityRoutes.getOwnSuitability, { response: Shown })
  @Access(member)
  getOwnSuitability(@Caller() caller: Principal): Promise<Shown> {
    return this.own.today(caller);
  }

  @Bind(suitabilityRoutes.getQuestionnaire, { response: AskedQuestionnaire })
  @Access(member)
  getQuestionnaire(@Caller() caller: Principal): Promise<AskedQuestionnaire> {
    return this.own.questionnaire(caller);
  }

  @Bind(suitabilityRoutes.handInAnswers, { response: Shown })
  @Access(member)
  async handInAnswers(
    @Caller() caller: Principal,
    @Body({ schema: HandInAnswers }) body: HandInAnswers,
    @Req() request: FastifyRequest,
  ): Promise<Shown> {
    await this.answering.handIn(caller, body, originOf(request));
    return this.own.today(caller);
  }

  @Bind(suitabilityRoutes.listOwnAssessments, { response: OwnAssessments })
  @Access(member)
  listOwnAssessments(
    @Caller() caller: Principal,
    @Query({ schema: OwnAssessmentQuery }) query: z.output<typeof OwnAssessmentQuery>,
  ): Promise<OwnAssessments> {
    return this.own.list(caller, query);
  }

  @Bind(suitabilityRoutes.confirmAssessment, { response: Shown })
  @Access(member)
  async confirmAssessment(
    @Caller() caller: Principal,
    @Param('assessmentId', { schema: PublicId }) assessmentId: string,
    @Body({ schema: ConfirmAssessment }) body: ConfirmAssessment,
    @Req() request: FastifyRequest,
  ): Promise<Shown> {
    await this.saying.confirm(caller, assessmentId, body, originOf(request));
    return this.own.today(caller);
  }

  @Bind(suitabilityRoutes.makeStatement, { response: Shown })
  @Access(member)
  async makeStatement(
    @Caller() caller: Principal,
    @Body({ schema: MakeStatement }) body: MakeStatement,
    @Req() request: FastifyRequest,
  ): Promise<Shown> {
    await this.saying.state(caller, body, originOf(request));
    return this.own.today(caller);
  }
}
