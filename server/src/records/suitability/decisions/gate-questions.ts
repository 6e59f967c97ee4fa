import { Injectable } from '@nestjs/common';
import { type Door, type MatchQuestion, type MatchRules, NOTHING_ASKED } from '@siyu/shared/suitability';
import type { EntityManager } from 'typeorm';
import { ProductShelf } from '../../products/index.ts';
import { InvestorStanding, type KnownInvestor } from '../investor-standing.ts';
import { AskingHistory } from './asking-history.ts';
import { pairKey } from './clearance.ts';

const DAY_MS = 86_400_000;
/** So many members are looked up in one statement. */
const MEMBERS_AT_ONCE = 500;

/** Which products, to which members, by which door. */
export interface GatePairs {
  readonly door: Door;
  readonly memberNos: readonly number[];
  readonly productIds: readonly string[];
}

/** A question with what else its record says. */
export interface PosedQuestion {
  readonly memberNo: number;
  readonly productId: string;
  readonly assessmentId: string | null;
  readonly productSha256: string;
  readonly question: MatchQuestion;
}

/** Puts together what matching asks, for many members and products in few statements. */
@Injectable()
export class GateQuestions {
  constructor(
    private readonly standing: InvestorStanding,
    private readonly shelf: ProductShelf,
    private readonly history: AskingHistory,
  ) {}

  /** One for each member and product; of a product that is not in the register there is none. */
  async of(
    manager: EntityManager,
    { door, memberNos, productIds }: GatePairs,
    at: number,
    { askingDays }: MatchRules,
  ): Promise<readonly PosedQuestion[]> {
    const products = await this.shelf.byIds(productIds, manager);
    const investors = await this.#investors(manager, memberNos);
    // What the firm begins or lays out never rests on what a member asked for.
    const isOwnWish = door === 'OWN_REQUEST' || door === 'PURCHASE';
    const pairs = { memberNos: isOwnWish ? memberNos : [], productIds: [...products.keys()] };
    const askings = await this.history.of(manager, pairs, at - askingDays * DAY_MS);
    return memberNos.flatMap((memberNo) => {
      const known = investors.get(memberNo);
      if (known === undefined) return [];
      return [...products.values()].map(({ productId, sha256, matched }) => ({
        memberNo,
        productId,
        assessmentId: known.assessmentId,
        productSha256: sha256,
        question: {
          door,
          at,
          investor: known.investor,
          product: matched,
          asking: askings.get(pairKey({ memberNo, productId })) ?? NOTHING_ASKED,
        },
      }));
    });
  }

  async #investors(
    manager: EntityManager,
    memberNos: readonly number[],
  ): Promise<ReadonlyMap<number, KnownInvestor>> {
    const found = new Map<number, KnownInvestor>();
    for (let from = 0; from < memberNos.length; from += MEMBERS_AT_ONCE) {
      const some = await this.standing.ofAll(memberNos.slice(from, from + MEMBERS_AT_ONCE), manager);
      for (const [memberNo, known] of some) found.set(memberNo, known);
    }
    return found;
  }
}
