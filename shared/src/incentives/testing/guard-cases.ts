import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { builtInSegmentRules, guardedFields } from '../../contracts/award-fields.limits.ts';
import { checkRule, type CheckedGroup } from '../../rules/index.ts';
import { guardDraft, guardItem, type DraftContext, type Refusal } from '../index.ts';

const Parts = z.record(z.string(), z.unknown());

const GuardCase = z.strictObject({
  title: z.string(),
  verdict: z.enum(['allowed', 'forbidden']),
  /** Must be among those that are named. */
  requirement: z.string().optional(),
  /** With which a place that is named must begin. */
  place: z.string().optional(),
  arePhysicalGiftsAllowed: z.boolean().default(false),
  /** Trees of segments by key; a later one may name an earlier one. */
  segments: z.record(z.string(), z.unknown()).default({}),
  items: z.record(z.string(), Parts).default({}),
  /** What differs from the rule or item below; one of the two. */
  rule: Parts.optional(),
  item: Parts.optional(),
});
export type GuardCase = z.infer<typeof GuardCase> & { readonly file: string };

const FROM = Date.UTC(2026, 11, 31, 16);
const RULE = {
  ruleNo: 1,
  version: 1,
  name: '学一课',
  when: 'lesson_completed',
  condition: null,
  mission: null,
  then: { kind: 'points', points: 10 },
  limits: {
    perDay: 1,
    perWeek: null,
    total: null,
    coolDownHours: null,
    pendingDays: 0,
    expiresAfterDays: 365,
  },
  valueFen: 10,
  schedule: { from: FROM, until: FROM + 181 * 86_400_000 },
  priority: 0,
  stackingGroup: null,
  holdoutPercent: 5,
};
const ITEM = {
  itemId: 'i',
  name: '一门课程',
  kind: 'COURSE',
  target: 'path',
  pricePoints: 100,
  valueFen: 100,
  perMember: 1,
  condition: null,
};

/** Every case of every file in a folder of fixtures. */
export function guardCases(folder: string): readonly GuardCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const cases = z.array(GuardCase).parse(JSON.parse(readFileSync(resolve(folder, file), 'utf8')));
      return cases.map((each) => ({ ...each, file }));
    });
}

/** What the guard says of a case. */
export function refusalsOf({
  rule,
  item,
  segments,
  items,
  arePhysicalGiftsAllowed,
}: GuardCase): readonly Refusal[] {
  const context: DraftContext = {
    yearlyCapFen: 20_000,
    pointCostMilliFen: 1_000,
    arePhysicalGiftsAllowed,
    items: new Map(Object.entries(items).map(([itemId, each]) => [itemId, { ...ITEM, ...each, itemId }])),
    fields: guardedFields,
    segments: segmentsOf(segments),
  };
  if (item !== undefined) {
    const { condition: tree = null } = item;
    const condition = tree === null ? null : checked(tree, context.segments);
    return guardItem({ ...ITEM, ...item, condition }, context);
  }
  const limits = { ...RULE.limits, ...Parts.parse(rule?.['limits'] ?? {}) };
  return guardDraft({ ...RULE, ...rule, limits }, context).refusals;
}

function segmentsOf(trees: Readonly<Record<string, unknown>>): ReadonlyMap<string, CheckedGroup> {
  const segments = new Map(builtInSegmentRules);
  for (const [key, tree] of Object.entries(trees)) segments.set(key, checked(tree, segments));
  return segments;
}

/** @throws {Error} when a tree is not whole: a fixture is to fail by the guard, not by a slip */
function checked(tree: unknown, segments: ReadonlyMap<string, CheckedGroup>): CheckedGroup {
  const verdict = checkRule(tree, guardedFields, segments);
  if (!verdict.isGood) throw new Error(JSON.stringify(verdict.faults));
  return verdict.rule;
}
