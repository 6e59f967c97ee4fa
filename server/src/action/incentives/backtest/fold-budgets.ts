import { type Budget, takeFromBudget } from '@siyu/shared/incentives';
import type { Candidate } from './candidate.ts';
import { boundsAt, type Exhaustion, goesOnAfter, type LineUse, type RuleLine } from './rule-line.ts';

/** What was given before the window and is taken back within it. */
export interface LaterReturn extends LineUse {
  readonly ruleNo: number;
  readonly at: number;
}

/**
 * Takes budgets in award order, and gives back what was taken back meanwhile.
 * @param candidates in the order in which they were decided
 * @returns the first budget found empty; what comes before it is final. Null: there is room for all
 */
export function findExhaustion(
  lines: readonly RuleLine[],
  candidates: readonly Candidate[],
  laterReturns: readonly LaterReturn[],
): Exhaustion | null {
  const used = new Map(lines.map((line) => [line.ruleNo, { line, ...line.usedBefore }]));
  const returns = [...laterReturns];
  for (const each of candidates) {
    const own = used.get(each.ruleNo);
    if (each.refusal !== null || own === undefined) continue;
    for (const [at, { ruleNo, at: takenBackAt, ...share }] of returns.entries()) {
      if (ruleNo !== each.ruleNo || takenBackAt > each.decidedAt) continue;
      own.awards -= share.awards;
      own.points -= share.points;
      own.valueFen -= share.valueFen;
      returns.splice(at, 1, { ruleNo: 0, at: Infinity, awards: 0, points: 0, valueFen: 0 });
    }
    const budget: Budget = {
      ...boundsAt(own.line, each.decidedAt),
      awardsUsed: own.awards,
      pointsUsed: own.points,
      valueFenUsed: own.valueFen,
    };
    const share = { awards: 1, points: each.points, valueFen: each.valueFen };
    const { isGranted, budget: left } = takeFromBudget(budget, share);
    const { ruleNo, decidedNo, decidedAt } = each;
    if (!isGranted) return { ruleNo, decidedNo, until: goesOnAfter(own.line, decidedAt) };
    own.awards = left.awardsUsed;
    own.points = left.pointsUsed;
    own.valueFen = left.valueFenUsed;
    if (each.takenBackAt !== null) returns.push({ ruleNo, at: each.takenBackAt, ...share });
  }
  return null;
}
