import { defineRoute } from './route.ts';
import type {
  ActivateSegment,
  AskRule,
  CreateSegment,
  RuleCount,
  RulePreview,
  SaveSegmentDraft,
  SegmentDefinition,
  SegmentDefinitionQuery,
  SegmentDefinitionRows,
} from './segment-definitions.ts';

type OfSegment = { params: { segmentId: string } };

export const segmentDefinitionsRoutes = {
  listDefinitions: defineRoute<{ query: SegmentDefinitionQuery }, SegmentDefinitionRows>(
    'segments.listDefinitions',
    'staff',
    'GET',
    '/v1/console/segment-definitions',
  ),
  getDefinition: defineRoute<OfSegment, SegmentDefinition>(
    'segments.getDefinition',
    'staff',
    'GET',
    '/v1/console/segment-definitions/:segmentId',
  ),
  createDefinition: defineRoute<{ body: CreateSegment }, SegmentDefinition>(
    'segments.createDefinition',
    'staff',
    'POST',
    '/v1/console/segment-definitions',
  ),
  saveDraft: defineRoute<OfSegment & { body: SaveSegmentDraft }, SegmentDefinition>(
    'segments.saveDraft',
    'staff',
    'PUT',
    '/v1/console/segment-definitions/:segmentId/draft',
  ),
  activateDefinition: defineRoute<OfSegment & { body: ActivateSegment }, SegmentDefinition>(
    'segments.activateDefinition',
    'staff',
    'POST',
    '/v1/console/segment-definitions/:segmentId/activation',
  ),
  retireDefinition: defineRoute<OfSegment, SegmentDefinition>(
    'segments.retireDefinition',
    'staff',
    'POST',
    '/v1/console/segment-definitions/:segmentId/retirement',
  ),
  countRule: defineRoute<{ body: AskRule }, RuleCount>(
    'segments.countRule',
    'staff',
    'POST',
    '/v1/console/segment-rules/count',
  ),
  previewRule: defineRoute<{ body: AskRule }, RulePreview>(
    'segments.previewRule',
    'staff',
    'POST',
    '/v1/console/segment-rules/preview',
  ),
} as const;
