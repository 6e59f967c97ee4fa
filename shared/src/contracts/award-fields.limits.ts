import { basisOf, EVENT_FIELDS, HISTORY_FIELDS } from '../incentives/index.ts';
import { checkRule, fieldCatalogue, type SegmentRules } from '../rules/index.ts';
import { memberFields } from './segment-fields.limits.ts';
import { BUILT_IN_SEGMENTS, type SegmentKind } from './segments.limits.ts';

const asked = [...EVENT_FIELDS, ...HISTORY_FIELDS];
const ofMember = [...memberFields.values()];

/** What a rule that awards can ask: about the event, the history of such events, and the member. */
export const awardFields = fieldCatalogue([
  ...asked,
  ...ofMember.filter(({ key }) => basisOf(key).length === 0),
]);

/** These, and all that a segment can ask or somebody can try: what is forbidden is told, not just unknown. */
export const guardedFields = fieldCatalogue([...asked, ...ofMember]);

/**
 * Whether a member may be shown what a condition asked: what rests on their own learning is theirs to see. A rule can ask
 * for nothing else today; what is added is not shown until somebody says so here.
 */
export const isMemberSafe = (field: string): boolean => MEMBER_SAFE.has(field);

const MEMBER_SAFE: ReadonlySet<string> = new Set([
  ...asked.map(({ key }) => key),
  'lessonsCompleted',
  'stage',
]);

/** Fields that the built-in segments divide the members by. */
const FIELD_OF = {
  group: 'group',
  stage: 'stage',
  tier: 'tier',
  amount: 'amountBand',
  frequency: 'frequencyBand',
  benefit: 'benefitBand',
} as const satisfies Record<SegmentKind, string>;

/** The built-in segments as rules, so that a guard sees what they are made of. */
export const builtInSegmentRules: SegmentRules = new Map(
  BUILT_IN_SEGMENTS.flatMap(({ key, kind, code }) => {
    const value = kind === 'group' || kind === 'stage' || kind === 'tier' ? code : Number(code);
    const tree = { combinator: 'and', rules: [{ field: FIELD_OF[kind], operator: '=', value }] };
    const verdict = checkRule(tree, memberFields);
    return verdict.isGood ? [[key, verdict.rule]] : [];
  }),
);
