import { type Budget, takeFromBudget } from '@siyu/shared/incentives';
import type { Candidate } from './candidate.ts';
import { Returns } from './returns.ts';
import {
  boundsAt,
  type Exhaustion,
  goesOnAfter,
  type LineUse,
  type RuleLine,
  versionsAt,
} from './rule-line.ts';
import type { StockLine } from './stock-line.ts';

/** What was given before the window and is taken back within it. */
export interface LaterReturn extends LineUse {
  readonly ruleNo: number;
  readonly at: number;
}

/** What there is to give, and what is known to come back of it. */
export interface Stores {
  readonly laterReturns: readonly LaterReturn[];
  /** What rules give of the catalogue, by `stockKeyOf`. */
  readonly stocks: ReadonlyMap<string, StockLine>;
  /** Whether an award that was really taken back left its item with the member, who had used it. */
  readonly keepsItem: (candidate: Candidate) => boolean;
}

export const NO_STORES: Stores = { laterReturns: [], stocks: new Map(), keepsItem: () => false };

/** A draft has what is left today for itself alone, as it has a budget. */
export const stockKeyOf = (itemId: string, isDraft: boolean): string =>
  isDraft ? `draft ${itemId}` : itemId;

interface OwnBudget {
  readonly line: RuleLine;
  readonly returns: Returns<LineUse>;
  /** Key of what an award gives of the catalogue; null: nothing. */
  readonly stockOf: (candidate: Candidate) => string | null;
  awards: number;
  points: number;
  valueFen: number;
}

/** Takes budgets and stocks in the order in which they were taken, and gives back what was taken back meanwhile. */
export class BudgetFold {
  readonly #budgets: ReadonlyMap<number, OwnBudget>;
  readonly #stocks: ReadonlyMap<string, OwnStock>;

  constructor(
    lines: readonly RuleLine[],
    private readonly stores: Stores,
  ) {
    this.#budgets = new Map(lines.map((line) => [line.ruleNo, openBudget(line)]));
    for (const { ruleNo, at, ...share } of stores.laterReturns)
      this.#budgets.get(ruleNo)?.returns.add(at, share);
    this.#stocks = new Map([...stores.stocks].map(([key, line]) => [key, new OwnStock(line)]));
  }

  /**
   * Facts come in their order.
   * @param candidates what one fact earns
   * @returns the rules that found nothing left for it
   */
  take(candidates: readonly Candidate[]): readonly Exhaustion[] {
    const short: Exhaustion[] = [];
    const ofStock = new Map<string, Candidate[]>();
    for (const each of candidates) {
      const own = each.refusal === null ? this.#budgets.get(each.ruleNo) : undefined;
      if (own === undefined) continue;
      const key = own.stockOf(each);
      if (!takeOf(own, each)) short.push(exhaustionOf(own.line, each, 'BUDGET'));
      else if (key !== null) ofStock.set(key, [...(ofStock.get(key) ?? []), each]);
      else if (each.takenBackAt !== null) own.returns.add(each.takenBackAt, shareOf(each));
    }
    for (const [key, ofKey] of ofStock) short.push(...this.#takeStock(key, ofKey));
    return short;
  }

  /** As many of an item as one fact earns, all of it or nothing; without it the budget is not taken either. */
  #takeStock(key: string, wanted: readonly Candidate[]): readonly Exhaustion[] {
    const stock = this.#stocks.get(key);
    const isThere = stock?.take(wanted[0]?.decidedAt ?? 0, wanted.length) ?? false;
    return wanted.flatMap((each) => {
      const own = this.#budgets.get(each.ruleNo);
      if (own === undefined) return [];
      if (!isThere) {
        giveBack(own, shareOf(each));
        return [exhaustionOf(own.line, each, 'STOCK')];
      }
      if (each.takenBackAt !== null) {
        own.returns.add(each.takenBackAt, shareOf(each));
        if (!this.stores.keepsItem(each)) stock?.returns.add(each.takenBackAt, 1);
      }
      return [];
    });
  }
}

/** What is left of an item. */
class OwnStock {
  readonly returns = new Returns<number>();
  #taken: number;

  constructor(private readonly line: StockLine) {
    this.#taken = line.taken;
    for (const { at, count } of line.moves) this.returns.add(at, -count);
  }

  /** All of it or nothing. */
  take(at: number, count: number): boolean {
    this.returns.until(at, (given) => (this.#taken -= given));
    if (!this.line.isOffered(at) || this.#taken + count > this.line.stock) return false;
    this.#taken += count;
    return true;
  }
}

const shareOf = ({ points, valueFen }: Candidate): LineUse => ({ awards: 1, points, valueFen });

function openBudget(line: RuleLine): OwnBudget {
  const givesItems = line.versions.some(({ live }) => live.rule.then.kind === 'coupon');
  const stockOf = ({ decidedAt, occurredAt }: Candidate): string | null => {
    if (!givesItems) return null;
    const version = versionsAt(line, decidedAt).find(
      ({ rule: { schedule } }) => schedule.from <= occurredAt && occurredAt < schedule.until,
    );
    const reward = version?.rule.then;
    return reward?.kind === 'coupon' ? stockKeyOf(reward.itemId, line.isDraft) : null;
  };
  return { line, returns: new Returns(), stockOf, ...line.usedBefore };
}

function takeOf(own: OwnBudget, candidate: Candidate): boolean {
  own.returns.until(candidate.decidedAt, (share) => giveBack(own, share));
  const budget: Budget = {
    ...boundsAt(own.line, candidate.decidedAt),
    awardsUsed: own.awards,
    pointsUsed: own.points,
    valueFenUsed: own.valueFen,
  };
  const { isGranted, budget: left } = takeFromBudget(budget, shareOf(candidate));
  own.awards = left.awardsUsed;
  own.points = left.pointsUsed;
  own.valueFen = left.valueFenUsed;
  return isGranted;
}

function giveBack(own: OwnBudget, { awards, points, valueFen }: LineUse): void {
  own.awards -= awards;
  own.points -= points;
  own.valueFen -= valueFen;
}

function exhaustionOf(
  line: RuleLine,
  { ruleNo, decidedNo, decidedAt }: Candidate,
  refusal: Exhaustion['refusal'],
): Exhaustion {
  return { ruleNo, decidedNo, decidedAt, refusal, until: goesOnAfter(line, decidedAt) };
}
