import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import {
  ActivateSegment,
  AskRule,
  CreateSegment,
  RuleCount,
  RulePreview,
  SaveSegmentDraft,
  SegmentDefinition,
  SegmentDefinitionQuery,
  SegmentDefinitionRows,
} from '@siyu/shared/contracts/segment-definitions';
import { segmentDefinitionsRoutes } from '@siyu/shared/contracts/segment-definitions.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { RuleQuestions } from './rule-questions.ts';
import { SegmentActivation } from './segment-activation.ts';
import { SegmentDefinitions } from './segment-definitions.ts';
import { SegmentDesk } from './segment-desk.ts';

const READERS: readonly Role[] = ['operator', 'analyst', 'compliance'];
const WRITERS: readonly Role[] = ['operator'];
const Id = { schema: PublicId };

@Controller()
export class SegmentDefinitionsConsoleController {
  constructor(
    private readonly definitions: SegmentDefinitions,
    private readonly desk: SegmentDesk,
    private readonly activation: SegmentActivation,
    private readonly questions: RuleQuestions,
  ) {}

  @Bind(segmentDefinitionsRoutes.listDefinitions, { response: SegmentDefinitionRows })
  @Access({ audience: 'staff', roles: READERS })
  listDefinitions(
    @Caller() { scope }: Principal,
    @Query({ schema: SegmentDefinitionQuery }) query: z.output<typeof SegmentDefinitionQuery>,
  ): Promise<SegmentDefinitionRows> {
    return this.definitions.listDefinitions(scope, query);
  }

  @Bind(segmentDefinitionsRoutes.getDefinition, { response: SegmentDefinition })
  @Access({ audience: 'staff', roles: READERS })
  getDefinition(
    @Caller() { scope }: Principal,
    @Param('segmentId', Id) segmentId: string,
  ): Promise<SegmentDefinition> {
    return this.definitions.getDefinition(scope, segmentId);
  }

  @Bind(segmentDefinitionsRoutes.createDefinition, {
    response: SegmentDefinition,
    status: 201,
    takesKey: true,
  })
  @Access({ audience: 'staff', roles: WRITERS })
  async createDefinition(
    @Caller() caller: Principal,
    @Body({ schema: CreateSegment }) body: z.output<typeof CreateSegment>,
    @RequestKey() key: string | null,
  ): Promise<SegmentDefinition> {
    const segmentId = await this.desk.createDefinition(caller, body, key);
    return this.definitions.getDefinition(caller.scope, segmentId);
  }

  @Bind(segmentDefinitionsRoutes.saveDraft, { response: SegmentDefinition })
  @Access({ audience: 'staff', roles: WRITERS })
  async saveDraft(
    @Caller() caller: Principal,
    @Param('segmentId', Id) segmentId: string,
    @Body({ schema: SaveSegmentDraft }) body: z.output<typeof SaveSegmentDraft>,
  ): Promise<SegmentDefinition> {
    await this.desk.saveDraft(caller, segmentId, body);
    return this.definitions.getDefinition(caller.scope, segmentId);
  }

  @Bind(segmentDefinitionsRoutes.activateDefinition, { response: SegmentDefinition })
  @Access({ audience: 'staff', roles: WRITERS })
  async activateDefinition(
    @Caller() caller: Principal,
    @Param('segmentId', Id) segmentId: string,
    @Body({ schema: ActivateSegment }) { revision }: ActivateSegment,
  ): Promise<SegmentDefinition> {
    await this.activation.activate(caller, segmentId, revision);
    return this.definitions.getDefinition(caller.scope, segmentId);
  }

  @Bind(segmentDefinitionsRoutes.retireDefinition, { response: SegmentDefinition })
  @Access({ audience: 'staff', roles: WRITERS })
  async retireDefinition(
    @Caller() caller: Principal,
    @Param('segmentId', Id) segmentId: string,
  ): Promise<SegmentDefinition> {
    await this.activation.retire(caller, segmentId);
    return this.definitions.getDefinition(caller.scope, segmentId);
  }

  @Bind(segmentDefinitionsRoutes.countRule, { response: RuleCount })
  @Access({ audience: 'staff', roles: READERS })
  countRule(@Caller() { scope }: Principal, @Body({ schema: AskRule }) body: AskRule): Promise<RuleCount> {
    return this.questions.countRule(scope, body);
  }

  @Bind(segmentDefinitionsRoutes.previewRule, { response: RulePreview })
  @Access({ audience: 'staff', roles: READERS })
  previewRule(
    @Caller() { scope }: Principal,
    @Body({ schema: AskRule }) body: AskRule,
  ): Promise<RulePreview> {
    return this.questions.previewRule(scope, body);
  }
}
