import { setImmediate as turn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { IncentiveBudget } from '../rules/incentive-rule.entity.ts';
import type { LaterReturn } from './fold-budgets.ts';
import type { LineUse } from './rule-line.ts';

/** What rules had given before a moment, and what of it was taken back since. */
export interface UsedBefore {
  readonly used: ReadonlyMap<number, LineUse>;
  readonly laterReturns: readonly LaterReturn[];
}

type Sums = Record<'ruleNo' | 'awards' | 'points' | 'valueFen', number | string>;
type Back = Sums & { readonly at: number | string };
/** A statement sums the awards of so many members, so that others have their turn. */
const MEMBERS = 1_000;
const SHARE = 'COUNT(*) AS awards, SUM(points) AS points, SUM(value_fen) AS valueFen';
const OF = 'FROM awards WHERE member_no > ? AND member_no <= ?';
const SINCE = `SELECT rule_no AS ruleNo, ${SHARE} ${OF}
  AND given_at >= ? AND state IN ('AWARDED', 'HELD') GROUP BY rule_no`;
const BACK = `SELECT rule_no AS ruleNo, decided_at AS at, ${SHARE} ${OF}
  AND given_at < ? AND decided_at >= ? AND (state = 'REVERSED' OR refusal = 'PERSON') GROUP BY rule_no, decided_at`;

/** Counted back from what is used today: what closed accounts were given is in the budgets and nowhere else. */
export async function readUsed(manager: EntityManager, moment: number): Promise<UsedBefore> {
  const used = new Map<number, { awards: number; points: number; valueFen: number }>();
  for (const { ruleNo, awardsUsed, pointsUsed, valueFenUsed } of await manager.find(IncentiveBudget))
    used.set(ruleNo, { awards: awardsUsed, points: pointsUsed, valueFen: valueFenUsed });
  const add = ({ ruleNo, awards, points, valueFen }: LineUse & { ruleNo: number }, sign: 1 | -1): void => {
    const own = used.get(ruleNo);
    if (own === undefined) return;
    own.awards += sign * awards;
    own.points += sign * points;
    own.valueFen += sign * valueFen;
  };
  const laterReturns: LaterReturn[] = [];
  const [last]: readonly { memberNo: number | string | null }[] = await manager.query(
    'SELECT MAX(member_no) AS memberNo FROM awards',
  );
  for (let after = 0; after < Number(last?.memberNo ?? 0); after += MEMBERS) {
    const since: readonly Sums[] = await manager.query(SINCE, [after, after + MEMBERS, moment]);
    for (const sums of since) add(numbersOf(sums), -1);
    const back: readonly Back[] = await manager.query(BACK, [after, after + MEMBERS, moment, moment]);
    for (const { at, ...sums } of back) {
      add(numbersOf(sums), 1);
      laterReturns.push({ ...numbersOf(sums), at: Number(at) });
    }
    await turn();
  }
  return { used, laterReturns };
}

const numbersOf = ({ ruleNo, awards, points, valueFen }: Sums) => ({
  ruleNo: Number(ruleNo),
  awards: Number(awards),
  points: Number(points),
  valueFen: Number(valueFen),
});
