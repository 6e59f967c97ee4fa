import { memberFields } from '@siyu/shared/contracts/segment-fields.limits';
import { checkRule, segmentsNamed, type CheckedGroup } from '@siyu/shared/rules';
import { conditionsOf, type LiveSegment } from './resolve-rules.ts';
import { circle, ruleRefused, ruleTooLarge } from './segments.errors.ts';

/** Conditions of a rule with all that the segments it names ask: every live scoring asks them of a member. */
const CONDITIONS_MAX = 200;
/** Characters of a stored tree; a column holds 64 KB, a character takes up to three bytes. */
const TREE_MAX = 20_000;

/**
 * Checks a rule that somebody draws.
 * @param live the segments it may name
 * @param segmentId of the segment it is drawn for, which nothing it names may ask for; null before there is one
 * @throws {AppError} segments.circle, segments.rule_refused, segments.rule_too_large
 */
export function checkDrawnRule(
  tree: unknown,
  live: readonly LiveSegment[],
  segmentId: string | null,
): CheckedGroup {
  if (JSON.stringify(tree).length > TREE_MAX) throw ruleTooLarge(CONDITIONS_MAX);
  const own = live.find((each) => each.segmentId === segmentId);
  if (own !== undefined) refuseCircle(segmentsNamed(tree), live, own);
  const rules = new Map(live.map(({ key, rule }) => [key, rule]));
  const verdict = checkRule(tree, memberFields, rules);
  if (!verdict.isGood) throw ruleRefused(verdict.faults);
  if (conditionsOf(verdict.rule) > CONDITIONS_MAX) throw ruleTooLarge(CONDITIONS_MAX);
  return verdict.rule;
}

/** One that is not live yet cannot be in a circle: nobody can have named it. */
function refuseCircle(names: readonly string[], live: readonly LiveSegment[], own: LiveSegment): void {
  const asking = live.find(
    ({ key, asksFor }) => names.includes(key) && (key === own.key || asksFor.has(own.key)),
  );
  if (asking !== undefined) throw circle(asking.name);
}
