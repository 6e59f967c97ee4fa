import { z } from 'zod';
import { CivilDay, Cursor, Instant, PublicId } from './primitives.ts';
import {
  DEFINITION_STATES,
  HOLDOUT_PERCENT_MAX,
  OWN_SEGMENT_KEY,
  SEGMENT_NAME_MAX,
  SEGMENT_PURPOSE_MAX,
} from './segment-definitions.limits.ts';
import { MOVEMENT_DAYS } from './segments.limits.ts';

/** A tree of react-querybuilder as it stands; what is wrong with it, `checkRule` says with its place. */
export const RuleTree = z
  .looseObject({ combinator: z.string(), rules: z.array(z.unknown()) })
  .meta({ id: 'RuleTree' });
export type RuleTree = z.infer<typeof RuleTree>;

const OwnKey = z.string().regex(OWN_SEGMENT_KEY);
const Name = z.string().trim().min(1).max(SEGMENT_NAME_MAX);
const Purpose = z.string().trim().max(SEGMENT_PURPOSE_MAX);
const HoldoutPercent = z.number().int().min(0).max(HOLDOUT_PERCENT_MAX);
/** Counts every change: handed back with the next one, so that nobody saves over what they have not seen. */
const Revision = z.number().int().min(1);

export const SegmentName = z
  .object({ segmentId: PublicId, key: OwnKey, name: z.string() })
  .meta({ id: 'SegmentName' });
export type SegmentName = z.infer<typeof SegmentName>;

export const SegmentDefinitionRow = SegmentName.extend({
  purpose: z.string(),
  state: z.enum(DEFINITION_STATES),
  liveVersion: z.number().int().nullable(),
  /** Something was saved that is not live. */
  hasDraft: z.boolean(),
  holdoutPercent: z.number().int(),
  /** As of the day asked for, in the caller's scope; who came and went within the days before it. */
  members: z.number().int(),
  entered: z.number().int(),
  left: z.number().int(),
  /** Its members are being sought: the counts are of how far that has come. */
  isPlacing: z.boolean(),
  authorName: z.string(),
  changedAt: Instant,
}).meta({ id: 'SegmentDefinitionRow' });
export type SegmentDefinitionRow = z.infer<typeof SegmentDefinitionRow>;

export const SegmentDefinitionQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
  /** All that are not retired when absent. */
  state: z.enum(DEFINITION_STATES).optional(),
  search: z.string().trim().max(SEGMENT_NAME_MAX).optional(),
  /** Exclusive day boundary, as in the list of built-in segments. */
  asOf: CivilDay.optional(),
  days: z.coerce.number().int().min(1).max(366).default(MOVEMENT_DAYS),
});
export type SegmentDefinitionQuery = z.input<typeof SegmentDefinitionQuery>;
/** The last changed first. */
export const SegmentDefinitionRows = z
  .object({
    rows: z.array(SegmentDefinitionRow),
    total: z.number().int(),
    nextCursor: Cursor.nullable(),
    asOf: CivilDay,
    days: z.number().int(),
  })
  .meta({ id: 'SegmentDefinitionRows' });
export type SegmentDefinitionRows = z.infer<typeof SegmentDefinitionRows>;

/** How far the facts that a segment is asked of have followed. */
export const SegmentFreshness = z
  .object({
    /** Exclusive day boundary that days are counted back from. */
    asOf: CivilDay,
    /** Members with something new that is not in their facts yet. */
    due: z.number().int(),
  })
  .meta({ id: 'SegmentFreshness' });
export type SegmentFreshness = z.infer<typeof SegmentFreshness>;

/** What was live once; it never changes. */
export const SegmentVersion = z
  .object({
    version: z.number().int(),
    rule: RuleTree,
    holdoutPercent: z.number().int(),
    ruleSha256: z.string().length(64),
    authorName: z.string(),
    activatedAt: Instant,
  })
  .meta({ id: 'SegmentVersion' });
export type SegmentVersion = z.infer<typeof SegmentVersion>;

export const SegmentDraft = z
  .object({
    rule: RuleTree,
    holdoutPercent: z.number().int(),
    authorName: z.string(),
    savedAt: Instant,
  })
  .meta({ id: 'SegmentDraft' });
export type SegmentDraft = z.infer<typeof SegmentDraft>;

/** Who is held back of the members there are now, beside who should be. */
export const SegmentHoldout = z
  .object({
    heldOut: z.number().int(),
    expected: z.number(),
    /** The share differs from the asked one by more than chance explains (p < 0.001): no effect may be read off it. */
    isSuspicious: z.boolean(),
  })
  .meta({ id: 'SegmentHoldout' });
export type SegmentHoldout = z.infer<typeof SegmentHoldout>;

export const SegmentDefinition = SegmentDefinitionRow.extend({
  revision: Revision,
  draft: SegmentDraft.nullable(),
  /** The live one first; of a retired segment all are past. */
  versions: z.array(SegmentVersion),
  /** Segments that its live rule, or without one its draft, asks for, and live ones that ask for it. */
  uses: z.array(SegmentName),
  usedBy: z.array(SegmentName),
  freshness: SegmentFreshness,
  /** Of 100 how far the search for its members has come; null when it is over. */
  placedPercent: z.number().int().nullable(),
  /** Null without a holdout. */
  holdout: SegmentHoldout.nullable(),
}).meta({ id: 'SegmentDefinition' });
export type SegmentDefinition = z.infer<typeof SegmentDefinition>;

/** The rule must be whole: `segments.rule_refused` names the place of each fault, its codes are those of `RULE_FAULTS`. */
export const CreateSegment = z
  .object({
    name: Name,
    purpose: Purpose.default(''),
    rule: RuleTree,
    holdoutPercent: HoldoutPercent.default(0),
  })
  .meta({ id: 'CreateSegment' });
export type CreateSegment = z.input<typeof CreateSegment>;
/** The name and the purpose count at once, the rule and the holdout once they are live. */
export const SaveSegmentDraft = z
  .object({
    name: Name,
    purpose: Purpose,
    rule: RuleTree,
    holdoutPercent: HoldoutPercent,
    revision: Revision,
  })
  .meta({ id: 'SaveSegmentDraft' });
export type SaveSegmentDraft = z.input<typeof SaveSegmentDraft>;
/** Makes exactly the draft that was looked at live. */
export const ActivateSegment = z.object({ revision: Revision }).meta({ id: 'ActivateSegment' });
export type ActivateSegment = z.input<typeof ActivateSegment>;

export const AskRule = z
  .object({
    rule: RuleTree,
    /** Of the segment the rule is drawn for, so that it is not compared with itself and asks for no circle. */
    segmentId: PublicId.optional(),
  })
  .meta({ id: 'AskRule' });
export type AskRule = z.input<typeof AskRule>;

/** Members in the caller's scope that fulfil a rule now, of all who may be profiled. */
export const RuleCount = z
  .object({ members: z.number().int(), total: z.number().int(), freshness: SegmentFreshness })
  .meta({ id: 'RuleCount' });
export type RuleCount = z.infer<typeof RuleCount>;

export const SegmentOverlap = z
  .object({
    key: z.string(),
    /** Null for a built-in one, which is called by its key. */
    name: z.string().nullable(),
    members: z.number().int(),
    /** Of these, those that fulfil the rule. */
    both: z.number().int(),
  })
  .meta({ id: 'SegmentOverlap' });
export type SegmentOverlap = z.infer<typeof SegmentOverlap>;
export const SampledMember = z
  .object({
    memberId: PublicId,
    /** Masked. */
    displayName: z.string(),
  })
  .meta({ id: 'SampledMember' });
export type SampledMember = z.infer<typeof SampledMember>;
/** Whom a rule would hold: groups, stages, tiers and live segments it shares members with, and some of them. */
export const RulePreview = RuleCount.extend({
  overlaps: z.array(SegmentOverlap),
  sample: z.array(SampledMember),
}).meta({ id: 'RulePreview' });
export type RulePreview = z.infer<typeof RulePreview>;
