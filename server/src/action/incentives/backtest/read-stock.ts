import type { EntityManager } from 'typeorm';
import { among, selectRows } from '../../../platform/database/index.ts';
import { Award } from '../awards/award.entity.ts';
import type { ItemHistory } from '../redemption/item-histories.ts';
import type { Candidate } from './candidate.ts';
import { stockKeyOf, type Stores } from './fold-budgets.ts';
import type { ReplaySources } from './replay-sources.ts';
import type { RuleLine } from './rule-line.ts';
import { type ItemsOverTime, NO_ITEMS } from './rules-over-time.ts';
import type { StockLine } from './stock-line.ts';

/** What rules give of the catalogue: how much there was, and what the guard asked. */
export interface ReadStock extends Pick<Stores, 'stocks' | 'keepsItem'> {
  readonly items: ItemsOverTime;
}

/** @param moment the beginning of the window */
export async function readStock(
  manager: EntityManager,
  { itemHistories, entitlements }: ReplaySources,
  lines: readonly RuleLine[],
  moment: number,
): Promise<ReadStock> {
  const given = lines.flatMap(({ ruleNo, isDraft, versions }) =>
    versions.flatMap(({ live: { rule } }) =>
      rule.then.kind === 'coupon' ? [{ ruleNo, isDraft, itemId: rule.then.itemId }] : [],
    ),
  );
  if (given.length === 0) return { stocks: new Map(), keepsItem: () => false, items: NO_ITEMS };
  const items = await itemHistories.list([...new Set(given.map(({ itemId }) => itemId))], moment);
  const { sql, values } = among(
    'rule_no',
    given.map(({ ruleNo }) => ruleNo),
  );
  const awards = await selectRows(manager, Award, {
    sql: `${sql} AND (given_at >= ? OR decided_at >= ?) AND (refusal IS NULL OR refusal = 'PERSON')`,
    values: [...values, moment, moment],
  });
  const back = awards.filter(({ state, refusal }) => state === 'REVERSED' || refusal === 'PERSON');
  const kept = await entitlements.kept(
    manager,
    'AWARD',
    back.map(({ awardId }) => awardId),
  );
  const stocks = new Map<string, StockLine>();
  for (const item of items) {
    const own = awards.filter(({ reward }) => reward.kind === 'coupon' && reward.itemId === item.itemId);
    stocks.set(stockKeyOf(item.itemId, false), stockOf(item, own, kept, moment));
    const left = Math.max(0, item.stock - item.taken);
    stocks.set(stockKeyOf(item.itemId, true), { stock: left, taken: 0, moves: [], isOffered: () => true });
  }
  const keeps = new Set(back.filter(({ awardId }) => kept.has(awardId)).map(keyOf));
  return {
    stocks,
    keepsItem: ({ ruleNo, occurredAt, takenBackAt: decidedAt }: Candidate) =>
      keeps.has(keyOf({ ruleNo, occurredAt, decidedAt })),
    items: itemsOverTime(items),
  };
}

const keyOf = ({ ruleNo, occurredAt, decidedAt }: Pick<Award, 'ruleNo' | 'occurredAt' | 'decidedAt'>) =>
  `${ruleNo} ${occurredAt} ${decidedAt}`;

/** Counted back from what is taken today. */
function stockOf(
  item: ItemHistory,
  awards: readonly Award[],
  kept: ReadonlySet<string>,
  moment: number,
): StockLine {
  const returned = awards
    .filter(
      ({ state, refusal, awardId }) => (state === 'REVERSED' || refusal === 'PERSON') && !kept.has(awardId),
    )
    .filter(({ decidedAt }) => (decidedAt ?? 0) >= moment);
  const taken = awards.filter(({ givenAt }) => givenAt >= moment);
  const moved = item.moves.reduce((sum, { count }) => sum + count, 0);
  const ofBefore = returned
    .filter(({ givenAt }) => givenAt < moment)
    .map(({ decidedAt }) => ({ at: decidedAt ?? 0, count: -1 }));
  return {
    stock: item.stock,
    taken: item.taken - moved - taken.length + returned.length,
    moves: [...item.moves, ...ofBefore],
    isOffered: (at) => item.fromAt <= at && at < item.untilAt && isPublished(item, at),
  };
}

const isPublished = ({ published }: ItemHistory, at: number): boolean =>
  published.some(({ from, until }) => from <= at && at < until);

function itemsOverTime(items: readonly ItemHistory[]): ItemsOverTime {
  return {
    changes: items.flatMap(({ untilAt, published }) => [
      untilAt,
      ...published.flatMap(({ from, until }) => [from, until]),
    ]),
    at: (moment) =>
      new Map(
        items
          .filter((item) => item.isGivable && moment < item.untilAt && isPublished(item, moment))
          .map(({ itemId, guarded }) => [itemId, guarded]),
      ),
  };
}
